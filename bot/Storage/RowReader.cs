using System.Text.Json;
using Azure;

namespace ChiBoBot.Storage;

/// <summary>A stored row: its keys, its tag, and its properties in the table protocol's JSON, read by name.</summary>
internal sealed class RowReader(string partitionKey, string rowKey, ETag etag, ReadOnlyMemory<byte> properties)
{
    public string PartitionKey { get; } = partitionKey;

    public string RowKey { get; } = rowKey;

    public ETag ETag { get; } = etag;

    public Stored<T> As<T>() where T : ITableRow<T> => new(T.Read(this), ETag);

    public string Text(string name) => TextOrNull(name) ?? throw Missing(name);

    public string? TextOrNull(string name) => Seek(name, out var reader) ? reader.GetString() : null;

    public int Number(string name) => Seek(name, out var reader) ? reader.GetInt32() : throw Missing(name);

    public int? NumberOrNull(string name) => Seek(name, out var reader) ? reader.GetInt32() : null;

    public bool Flag(string name) => Seek(name, out var reader) && reader.GetBoolean();

    public DateTimeOffset Instant(string name) => InstantOrNull(name) ?? throw Missing(name);

    public DateTimeOffset? InstantOrNull(string name) => Seek(name, out var reader) ? reader.GetDateTimeOffset() : null;

    private bool Seek(string name, out Utf8JsonReader reader)
    {
        reader = new Utf8JsonReader(properties.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(name);
            reader.Read();
            if (found)
            {
                return reader.TokenType != JsonTokenType.Null;
            }

            reader.Skip();
        }

        return false;
    }

    private InvalidDataException Missing(string name) => new($"Row '{RowKey}' has no {name}.");
}
