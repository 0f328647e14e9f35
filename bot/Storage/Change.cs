using System.Text;
using System.Text.Json;
using Azure;

namespace ChiBoBot.Storage;

/// <summary>One change of one row, to be committed alone or with others of its partition.</summary>
internal sealed record Change(ChangeKind Kind, string Table, string PartitionKey, string RowKey, ReadOnlyMemory<byte> Properties, ETag ETag)
{
    /// <summary>The row must be new.</summary>
    public static Change Add<T>(T row) where T : ITableRow<T> => Of(ChangeKind.Add, row, default);

    /// <summary>The row becomes this, whether it was there or not.</summary>
    public static Change Put<T>(T row) where T : ITableRow<T> => Of(ChangeKind.Put, row, default);

    /// <summary>The row becomes this if it still is what was read with <paramref name="tag"/>.</summary>
    public static Change Replace<T>(T row, ETag tag) where T : ITableRow<T> => Of(ChangeKind.Replace, row, tag);

    /// <summary>The row goes if it still is what was read with <paramref name="tag"/>; <see cref="ETag.All"/> for whatever it is.</summary>
    public static Change Delete<T>(T row, ETag tag) where T : ITableRow<T> =>
        new(ChangeKind.Delete, T.Table, row.PartitionKey, row.RowKey, default, tag);

    /// <summary>The same change with one more text in its row, beside those that the row's record knows.</summary>
    public Change With(string name, string value)
    {
        var text = JsonEncodedText.Encode(value);
        var closing = Properties.Length - 1;
        byte[] properties = [.. Properties.Span[..closing], .. closing > 1 ? ","u8 : [], .. Encoding.UTF8.GetBytes($"\"{name}\":\"{text}\"}}")];
        return this with { Properties = properties };
    }

    private static Change Of<T>(ChangeKind kind, T row, ETag tag) where T : ITableRow<T>
    {
        using var writer = new RowWriter();
        row.Write(writer);
        return new Change(kind, T.Table, row.PartitionKey, row.RowKey, writer.Finish(), tag);
    }
}

/// <summary>What a change does to its row.</summary>
internal enum ChangeKind
{
    Add,
    Put,
    Replace,
    Delete,
}
