using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace ChiBoBot.Features.Cells;

/// <summary>A table as an Excel workbook. Every text is a text: nothing that somebody typed becomes a formula.</summary>
/// <param name="Rows">The first holds the headings.</param>
/// <param name="Widths">Of the columns, in letters.</param>
internal sealed record Workbook(string Sheet, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<int> Widths)
{
    private const uint Plain = 0;
    private const uint Bold = 1;
    private const uint Wrapped = 2;

    /// <summary>What stands above the table, a line each.</summary>
    public IReadOnlyList<string> Above { get; init; } = [];

    /// <summary>What stands below it.</summary>
    public IReadOnlyList<string> Below { get; init; } = [];

    /// <summary>Printed lengthways, as wide as the paper.</summary>
    public bool IsWide { get; init; }

    public void Write(Stream stream)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var part = book.AddNewPart<WorksheetPart>();
        var head = Above.Count + 1;
        part.Worksheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = IsWide }),
            new SheetViews(new SheetView(new Pane { VerticalSplit = head, TopLeftCell = Reference(head, 0), ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            new Columns(Widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })),
            new SheetData(Lines().Select((row, i) => new Row(row.Cells.Select((text, j) => CellOf(text, i, j, row.Style))) { RowIndex = (uint)i + 1 })));
        if (IsWide)
        {
            part.Worksheet.AppendChild(new PageSetup { Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        }

        book.Workbook.AppendChild(new Sheets(new Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = Sheet }));
    }

    private IEnumerable<(IReadOnlyList<string> Cells, uint Style)> Lines() =>
    [
        .. Above.Select(line => ((IReadOnlyList<string>)[line], Bold)),
        .. Rows.Select((row, i) => (row, i == 0 ? Bold : Wrapped)),
        .. Below.Count > 0 ? [((IReadOnlyList<string>)[], Plain)] : Array.Empty<(IReadOnlyList<string>, uint)>(),
        .. Below.Select(line => ((IReadOnlyList<string>)[line], Plain)),
    ];

    private static SheetCell CellOf(string text, int row, int column, uint style) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) && !(text.Length > 1 && text[0] == '0')
            ? new SheetCell { CellReference = Reference(row, column), StyleIndex = Plain, CellValue = new CellValue(text) }
            : new SheetCell { CellReference = Reference(row, column), StyleIndex = style, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(Writable(text)) { Space = SpaceProcessingModeValues.Preserve }) };

    // Without the signs that XML can't hold.
    private static string Writable(string text) =>
        text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)));

    private static string Reference(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row + 1}");

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new DocumentFormat.OpenXml.Spreadsheet.Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat { FontId = 0 },
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { FontId = 0, ApplyAlignment = true }));
}
