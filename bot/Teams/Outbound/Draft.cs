using System.Buffers;
using System.Text;
using System.Text.Json;
using ChiBoBot.Cards;
using Microsoft.Extensions.ObjectPool;

namespace ChiBoBot.Teams.Outbound;

/// <summary>The body of one call while it is written and sent. Reused once Teams has taken it in.</summary>
internal sealed class Draft : IResettable
{
    private const int KeepUpTo = 64 * 1024;
    private const int MostBytes = 100 * 1024;
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    public Draft() => Json = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Encoder = CardJson.Encoder, SkipValidation = true });

    public Utf8JsonWriter Json { get; }

    public ReadOnlyMemory<byte> Bytes => _bytes.WrittenMemory;

    /// <summary>Ends the body. Teams counts it as UTF-16 and takes 100 KB.</summary>
    public Draft Done()
    {
        Json.Flush();
        if (_bytes.WrittenCount > MostBytes / 2 && Encoding.UTF8.GetCharCount(_bytes.WrittenSpan) * 2 is > MostBytes and var size)
        {
            throw new ConnectorException(Delivery.Refused, null, "MessageSizeTooBig", new InvalidOperationException(
                $"The message is {size / 1024} KB as UTF-16 and Teams takes {MostBytes / 1024} KB: show less on the card or split it into pages."));
        }

        return this;
    }

    public bool TryReset()
    {
        _bytes.ResetWrittenCount();
        Json.Reset();
        return _bytes.Capacity <= KeepUpTo;
    }
}
