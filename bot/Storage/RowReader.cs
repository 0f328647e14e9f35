using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Azure;

namespace ChiBoBot.Storage;

/// <summary>A stored row: its keys, its tag, and its properties in the table protocol's JSON, read by name.</summary>
/// <remarks>Nothing is unpacked beforehand. Looking for a property goes on where the last one was found, so that reading in the order of writing passes over the row once.</remarks>
internal sealed class RowReader(string partitionKey, string rowKey, ETag etag, ReadOnlyMemory<byte> properties)
{
    private static readonly JsonReaderState InsideObject = StateInsideObject();

    // Only ever the offset of a property's name, so that two readers of one row at worst start further away.
    private int _next = -1;

    public string PartitionKey { get; } = partitionKey;

    public string RowKey { get; } = rowKey;

    public ETag ETag { get; } = etag;

    /// <summary>Bytes of its properties.</summary>
    public int Size => properties.Length;

    public Stored<T> As<T>() where T : ITableRow<T> => new(T.Read(this), ETag);

    public string Text(string name) => TextOrNull(name) ?? throw Missing(name);

    public string? TextOrNull(string name) => Seek(name, out var reader) ? reader.GetString() : null;

    public int Number(string name) => NumberOrNull(name) ?? throw Missing(name);

    public int? NumberOrNull(string name) => Seek(name, out var reader) ? reader.GetInt32() : null;

    public long Long(string name) => LongOrNull(name) ?? throw Missing(name);

    public long? LongOrNull(string name) => Seek(name, out var reader)
        ? reader.TokenType == JsonTokenType.String ? long.Parse(reader.GetString()!, CultureInfo.InvariantCulture) : reader.GetInt64()
        : null;

    public double Double(string name) => DoubleOrNull(name) ?? throw Missing(name);

    public double? DoubleOrNull(string name) => Seek(name, out var reader)
        ? reader.TokenType == JsonTokenType.String ? double.Parse(reader.GetString()!, CultureInfo.InvariantCulture) : reader.GetDouble()
        : null;

    public bool Flag(string name) => Seek(name, out var reader) && reader.GetBoolean();

    public DateTimeOffset Instant(string name) => InstantOrNull(name) ?? throw Missing(name);

    public DateTimeOffset? InstantOrNull(string name) => Seek(name, out var reader) ? reader.GetDateTimeOffset() : null;

    public DateOnly Day(string name) => DayOrNull(name) ?? throw Missing(name);

    public DateOnly? DayOrNull(string name) => Seek(name, out var reader)
        ? DateOnly.ParseExact(reader.GetString()!, RowWriter.DayFormat, CultureInfo.InvariantCulture)
        : null;

    private bool Seek(string name, out Utf8JsonReader reader)
    {
        var json = properties.Span;
        var begun = _next;
        if (begun > 0)
        {
            reader = new Utf8JsonReader(json[begun..], isFinalBlock: true, InsideObject);
            if (SeekOn(name, ref reader, begun, int.MaxValue, json))
            {
                return reader.TokenType != JsonTokenType.Null;
            }
        }

        reader = new Utf8JsonReader(json);
        reader.Read();
        return SeekOn(name, ref reader, 0, begun > 0 ? begun : int.MaxValue, json) && reader.TokenType != JsonTokenType.Null;
    }

    private bool SeekOn(string name, ref Utf8JsonReader reader, int offset, int end, ReadOnlySpan<byte> json)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && offset + reader.TokenStartIndex < end)
        {
            var found = reader.ValueTextEquals(name);
            reader.Read();
            if (found)
            {
                var after = offset + (int)reader.BytesConsumed;
                _next = json[after] == (byte)',' ? after + 1 : -1;
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    /// <summary>What stands as JSON in a text, read without making the text; null where there is none.</summary>
    public T? Parsed<T>(string name, Func<ReadOnlySpan<byte>, T> parse)
        where T : class
    {
        if (!Seek(name, out var reader))
        {
            return null;
        }

        var unescaped = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            return parse(unescaped.AsSpan(0, reader.CopyString(unescaped)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(unescaped);
        }
    }

    private InvalidDataException Missing(string name) => new($"Row '{RowKey}' has no {name}.");

    private static JsonReaderState StateInsideObject()
    {
        var reader = new Utf8JsonReader("{"u8, isFinalBlock: false, default);
        reader.Read();
        return reader.CurrentState;
    }
}
