using System.Text.Json;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>A part of a cell as a row of the cell's partition, <c>kind|key</c>: the same part is always the same row, so importing it twice changes nothing.</summary>
internal sealed record PartRow<T>(string CellId, T Part) : ITableRow<PartRow<T>>
    where T : ICellPart<T>
{
    /// <summary>The fingerprint of the part as a file last brought it; null for what never stood in one. Whoever changes the part in the bot keeps it.</summary>
    public string? Imported { get; init; }

    public static string Table => CellRow.Table;

    /// <summary>All rows of this kind.</summary>
    public static RowRange Range { get; } = RowRange.StartingWith(T.Kind + "|");

    public string PartitionKey => CellId;

    public string RowKey => KeyOf(Part.Key);

    public static string KeyOf(string key) => $"{T.Kind}|{key}";

    public void Write(RowWriter row) => row
        .Text("Part", JsonSerializer.Serialize(Part, T.Json))
        .Text("Imported", Imported);

    public static PartRow<T> Read(RowReader row) => new(
        row.PartitionKey,
        JsonSerializer.Deserialize(row.Text("Part"), T.Json) ?? throw new InvalidDataException($"Row '{row.RowKey}' is empty."))
    {
        Imported = row.TextOrNull("Imported"),
    };
}
