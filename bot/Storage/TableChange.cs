using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Azure.Core;

namespace ChiBoBot.Storage;

/// <summary>A change as a request of the table protocol, alone or as a part of a batch.</summary>
internal static class TableChange
{
    /// <summary>With tags and types; the lesser form drops both.</summary>
    public const string Json = "application/json;odata=minimalmetadata";

    /// <summary>Letters that are not ASCII travel as \uXXXX.</summary>
    public const int EscapeLength = 6;

    private static readonly JsonWriterOptions Unfinished = new() { SkipValidation = true };

    public static RequestMethod Method(Change change) => change.Kind switch
    {
        ChangeKind.Add => RequestMethod.Post,
        ChangeKind.Delete => RequestMethod.Delete,
        _ => RequestMethod.Put,
    };

    // Without the header a PUT writes whatever was there, and a DELETE is refused.
    public static string? IfMatch(Change change) =>
        change.Kind is ChangeKind.Replace or ChangeKind.Delete ? change.ETag.ToString() : null;

    public static ReadOnlyMemory<byte> Body(Change change, string mark)
    {
        var buffer = new ArrayBufferWriter<byte>(change.Properties.Length + 256);
        using (var json = new Utf8JsonWriter(buffer, Unfinished))
        {
            json.WriteStartObject();
            json.WriteString("PartitionKey", change.PartitionKey);
            json.WriteString("RowKey", change.RowKey);
            json.WriteString(AzureTables.Mark, mark);
        }

        // The row's own properties are JSON already: they follow as they are, without their opening brace.
        var properties = change.Properties.Span[1..];
        if (properties.Length > 1)
        {
            buffer.Write(","u8);
        }

        WriteAscii(buffer, properties);
        return buffer.WrittenMemory;
    }

    // Azurite decodes each piece of a request as it comes, and breaks a letter that lies across two. What is escaped can't be broken.
    private static void WriteAscii(ArrayBufferWriter<byte> buffer, ReadOnlySpan<byte> json)
    {
        Span<char> units = stackalloc char[2];
        while (json.IndexOfAnyExceptInRange((byte)0x00, (byte)0x7F) is var plain and >= 0)
        {
            buffer.Write(json[..plain]);
            Rune.DecodeFromUtf8(json[plain..], out var letter, out var length);
            foreach (var unit in units[..letter.EncodeToUtf16(units)])
            {
                Utf8.TryWrite(buffer.GetSpan(EscapeLength), $"\\u{(int)unit:x4}", out var written);
                buffer.Advance(written);
            }

            json = json[(plain + length)..];
        }

        buffer.Write(json);
    }
}
