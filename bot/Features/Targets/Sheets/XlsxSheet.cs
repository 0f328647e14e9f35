using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ChiBoBot.Features.Targets.Sheets;

/// <summary>Excel workbooks, read; of several sheets the first.</summary>
internal static class XlsxSheet
{
    // A small file can unpack to a huge one.
    private const long MostCharacters = 20_000_000;
    private const int MostColumns = 100;

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
}
