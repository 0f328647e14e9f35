using System.Text.Json;
using Azure;

namespace ChiBoBot.Storage;

/// <summary>The rows in an answer of the table service: each keeps its slice of the answer, and only keys and tag are read out.</summary>
internal static class TableRows
{
    public static RowReader One(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        return Row(ref reader, json);
    }

    public static void Many(ReadOnlyMemory<byte> json, List<RowReader> rows)
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var value = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (!value)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                rows.Add(Row(ref reader, json));
            }
        }
    }

    private static RowReader Row(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        var start = (int)reader.TokenStartIndex;
        string? partition = null, row = null, tag = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("PartitionKey"u8))
            {
                reader.Read();
                partition = reader.GetString();
            }
            else if (reader.ValueTextEquals("RowKey"u8))
            {
                reader.Read();
                row = reader.GetString();
            }
            else if (reader.ValueTextEquals("odata.etag"u8))
            {
                reader.Read();
                tag = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return partition is not null && row is not null && tag is not null
            ? new RowReader(partition, row, new ETag(tag), json[start..(int)reader.BytesConsumed])
            : throw new InvalidDataException("The table service sent a row without its keys or its tag.");
    }
}
