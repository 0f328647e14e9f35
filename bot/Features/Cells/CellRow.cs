using System.Text.Json;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>The cell itself, <c>cell|</c>. It is written last of all when a cell first comes: before it is there the cell does not exist for anybody.</summary>
internal sealed record CellRow(Cell Cell) : ITableRow<CellRow>
{
    public const string Key = "cell|";

    /// <summary>The fingerprint of the file that a repeated import began to bring and has not finished; null when everything is in.</summary>
    public string? Importing { get; init; }

    public static string Table => "Cells";

    public string PartitionKey => Cell.Id;

    public string RowKey => Key;

    public void Write(RowWriter row) => row
        .Text("Part", JsonSerializer.Serialize(Cell, CellJson.Default.Cell))
        .Text("Importing", Importing);

    public static CellRow Read(RowReader row) => new(
        JsonSerializer.Deserialize(row.Text("Part"), CellJson.Default.Cell) ?? throw new InvalidDataException("The cell's row is empty."))
    {
        Importing = row.TextOrNull("Importing"),
    };
}
