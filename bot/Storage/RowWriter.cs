using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChiBoBot.Storage;

/// <summary>Writes a row's properties in the table protocol's JSON, with the type annotations that the protocol asks for.</summary>
internal sealed class RowWriter : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    public RowWriter()
    {
        _json = new Utf8JsonWriter(_buffer, Options);
        _json.WriteStartObject();
    }

    public RowWriter Text(string name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }

        return this;
    }

    public RowWriter Number(string name, int? value)
    {
        if (value is { } number)
        {
            _json.WriteNumber(name, number);
        }

        return this;
    }

    public RowWriter Flag(string name, bool value)
    {
        _json.WriteBoolean(name, value);
        return this;
    }

    public RowWriter Instant(string name, DateTimeOffset? value)
    {
        if (value is { } instant)
        {
            _json.WriteString(name + "@odata.type", "Edm.DateTime");
            _json.WriteString(name, instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
        }

        return this;
    }

    public ReadOnlyMemory<byte> Finish()
    {
        _json.WriteEndObject();
        _json.Flush();
        return _buffer.WrittenMemory;
    }

    public void Dispose() => _json.Dispose();
}
