using System.Globalization;

namespace ChiBoBot.Features.Targets.Sheets;

/// <summary>A line of a spreadsheet, as texts. Empty cells are empty texts.</summary>
/// <param name="Number">Its number as spreadsheet programs count, from 1.</param>
internal sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    public string this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : "";

    public bool IsEmpty => Cells.All(cell => cell.Length == 0);
}

/// <summary>Something wrong in a spreadsheet: where, and what it should be. For the operator, in English.</summary>
/// <param name="Column">The heading of the column.</param>
internal sealed record SheetMistake(int Row, string Column, string Problem)
{
    public override string ToString() => Row > 0
        ? string.Create(CultureInfo.InvariantCulture, $"row {Row}, column “{Column}”: {Problem}")
        : Problem;
}
