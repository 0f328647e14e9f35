using System.Text;
using CsvHelper;

namespace ChiBoBot.Features.Targets.Sheets;

/// <summary>Spreadsheets as CSV: UTF-8, commas; what is read may also be parted by semicolons or tabs, as programs of other languages write it.</summary>
internal static class CsvSheet
{
    private static readonly CsvReaderOptions Reading = new()
    {
        HasHeader = false,
        SkipEmptyLines = false,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    // What spreadsheet programs would take for a formula gets an apostrophe before it.
    private static readonly CsvWriterOptions Writing = new() { Separator = ',', Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public static IReadOnlyList<SheetRow> Read(Stream stream)
    {
        using var reader = CsvReader.Create(stream, Reading);
        var rows = new List<SheetRow>();
        while (reader.Read())
        {
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = Cell(reader.GetString(i));
            }

            rows.Add(new(rows.Count + 1, cells));
        }

        return rows;
    }

    public static void Write(Stream stream, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var writer = CsvWriter.Create(stream, Writing, leaveOpen: true);
        foreach (var row in rows)
        {
            foreach (var cell in row)
            {
                writer.WriteField(cell);
            }

            writer.EndRecord();
        }
    }

    private static string Cell(string text)
    {
        var cell = text.Normalize(NormalizationForm.FormC).Replace('\u00A0', ' ').Trim().TrimStart('\uFEFF');
        return cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell;
    }
}
