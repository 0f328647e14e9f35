using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ChiBoBot.Features.Targets.Sheets;

/// <summary>Spreadsheets as Excel workbooks; of several sheets the first is read.</summary>
internal static class XlsxSheet
{
    // A small file can unpack to a huge one.
    private const long MostCharacters = 20_000_000;
    private const int MostColumns = 100;

    private const uint Plain = 0;
    private const uint Bold = 1;
    private const uint Wrapped = 2;

    public static IReadOnlyList<SheetRow> Read(Stream stream)
    {
        using var document = SpreadsheetDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharacters });
        var book = document.WorkbookPart ?? throw new InvalidDataException("The workbook is empty.");
        var first = book.Workbook.Descendants<Sheet>().FirstOrDefault() ?? throw new InvalidDataException("The workbook has no sheet.");
        var sheet = (WorksheetPart)book.GetPartById(first.Id?.Value ?? throw new InvalidDataException("The workbook's sheet has no id."));
        List<string> shared = [.. book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText) ?? []];
        var rows = new List<SheetRow>();
        foreach (var row in sheet.Worksheet.Descendants<Row>())
        {
            var cells = new List<string>();
            foreach (var cell in row.Elements<Cell>())
            {
                var column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : cells.Count;
                if (column is < 0 or >= MostColumns)
                {
                    continue;
                }

                while (cells.Count <= column)
                {
                    cells.Add("");
                }

                cells[column] = TextOf(cell, shared).Normalize(NormalizationForm.FormC).Replace('\u00A0', ' ').Trim();
            }

            rows.Add(new((int)(row.RowIndex?.Value ?? (uint)rows.Count + 1), cells));
        }

        return rows;
    }

    public static void Write(Stream stream, string name, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<int> widths)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        book.Workbook = new Workbook();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(
            new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            new Columns(widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })),
            new SheetData(rows.Select((row, i) => new Row(row.Select((text, j) => CellOf(text, i, j))) { RowIndex = (uint)i + 1 })));
        book.Workbook.AppendChild(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = name }));
    }

    private static Cell CellOf(string text, int row, int column)
    {
        var reference = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row + 1}");
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) && !(text.Length > 1 && text[0] == '0')
            ? new Cell { CellReference = reference, StyleIndex = Plain, CellValue = new CellValue(text) }
            : new Cell { CellReference = reference, StyleIndex = row == 0 ? Bold : Wrapped, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };
    }

    private static string TextOf(Cell cell, List<string> shared)
    {
        if (cell.DataType?.Value == CellValues.InlineString)
        {
            return cell.InlineString?.InnerText ?? "";
        }

        var value = cell.CellValue?.InnerText ?? "";
        return cell.DataType?.Value == CellValues.SharedString && int.TryParse(value, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < shared.Count
            ? shared[index]
            : value;
    }

    /// <summary>“C7” is 2.</summary>
    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper).Take(3))
        {
            column = (column * 26) + (letter - 'A' + 1);
        }

        return column - 1;
    }

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat { FontId = 0 },
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { FontId = 0, ApplyAlignment = true }));
}
