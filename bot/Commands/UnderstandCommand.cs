using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ChiBoBot.Understanding;

namespace ChiBoBot.Commands;

/// <summary><c>understand</c>: reads JSON lines <c>{"text", "previous"?}</c> and says for each, in order, what it asks.</summary>
internal static class UnderstandCommand
{
    public static Command Create()
    {
        var cell = new Option<FileInfo?>("--cell") { Description = "The cell file whose members' names may stand in the sentences." };
        var today = TodayOption();
        var explain = new Option<bool>("--explain") { Description = "Adds how each sentence was read, in Vietnamese." };
        var command = new Command("understand", "Read sentences from standard input, one JSON object a line, and say what each asks.") { cell, today, explain };
        command.SetAction(parsed =>
        {
            using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
            var names = parsed.GetValue(cell) is { } file ? CellNames.ReadFile(file.FullName) : [];
            Run(input, output, new Reader(Knowledge.Load()), new(DayOf(parsed.GetValue(today)), names), parsed.GetValue(explain));
            return 0;
        });
        return command;
    }

    public static void Run(TextReader input, TextWriter output, Reader reader, ReadingContext context, bool explain)
    {
        while (input.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                output.WriteLine(Answer(line, reader, context, explain));
            }
        }

        output.Flush();
    }

    public static Option<string?> TodayOption() => new("--today") { Description = "The day to read on, e.g. 2026-03-14; today in Vietnam if it is left out." };

    public static DateOnly DayOf(string? today) => today is null
        ? Cards.VietnamTime.DateOf(TimeProvider.System.GetUtcNow())
        : DateOnly.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Answer(string line, Reader reader, ReadingContext context, bool explain)
    {
        string? text;
        string? previous;
        try
        {
            using var document = JsonDocument.Parse(line);
            text = TextOf(document.RootElement, "text");
            previous = TextOf(document.RootElement, "previous");
        }
        catch (JsonException error)
        {
            return ReadingJson.WriteError(error.Message);
        }
        catch (InvalidOperationException)
        {
            return ReadingJson.WriteError("A text of the line is no valid Unicode.");
        }

        if (text is null)
        {
            return ReadingJson.WriteError("The line has no text.");
        }

        var before = previous is null ? null : reader.Read(previous, context).Requests[0];
        var own = context with { Previous = before };
        var reading = reader.Read(text, own);
        return ReadingJson.Write(reading, explain ? Explanation.Of(text, reading, reader, own) : null);
    }

    private static string? TextOf(JsonElement line, string name) =>
        line.ValueKind == JsonValueKind.Object && line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
