using System.CommandLine;
using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Members;
using ChiBoBot.Features.Targets;
using ChiBoBot.Features.Targets.Sheets;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using DocumentFormat.OpenXml.Packaging;

namespace ChiBoBot.Commands;

/// <summary><c>chibobot targets</c>: targets and results to the secretary's spreadsheet and back (docs/target-sheet.md).</summary>
internal static class TargetsCommand
{
    private const int LargestFile = 8 * 1024 * 1024;

    internal static Command Create() => new("targets", "Writes a cell's targets and results to a spreadsheet (.xlsx or .csv), and reads them back.") { Export(), Import() };

    private static Command Export()
    {
        var (file, cell) = (File(), Operator.Cell());
        var command = new Command("export", "Writes the targets and results of a cell to a spreadsheet. An existing file is replaced.") { file, cell };
        command.SetAction((asked, cancel) => Operator.WithBot(asked, app => Write(asked.GetRequiredValue(file), asked.GetRequiredValue(cell), app, asked.InvocationConfiguration, cancel), cancel));
        return command;
    }

    private static Command Import()
    {
        var (file, cell) = (File(), Operator.Cell());
        var member = new Option<string>("--as") { Description = "Whose spreadsheet it is: the id or full name of the secretary or the deputy. The ledger names them.", Required = true };
        var apply = new Option<bool>("--apply") { Description = "Stores the changes. Without it, they are only shown." };
        var command = new Command("import", "Shows what a spreadsheet would change in a cell's targets and results, and with --apply changes it.") { file, cell, member, apply };
        command.SetAction((asked, cancel) => Operator.WithBot(asked, app => Read(
            asked.GetRequiredValue(file), asked.GetRequiredValue(cell), asked.GetRequiredValue(member), asked.GetValue(apply), app, asked.InvocationConfiguration, TimeProvider.System, cancel), cancel));
        return command;
    }

    private static Argument<FileInfo> File() => new("file") { Description = "The spreadsheet: .xlsx or .csv." };

    /// <summary>Writes the spreadsheet and says how much it holds.</summary>
    internal static async Task<int> Write(FileInfo file, string cellId, WebApplication app, InvocationConfiguration console, CancellationToken cancel)
    {
        if (await Find(app, cellId, file, console, cancel) is not { } cell)
        {
            return 1;
        }

        var rows = TargetSheet.Write(cell);
        var stream = file.Open(FileMode.Create, FileAccess.ReadWrite);
        await using (stream.ConfigureAwait(false))
        {
            if (IsCsv(file))
            {
                CsvSheet.Write(stream, rows);
            }
            else
            {
                new Workbook(TargetSheetText.Sheet, rows, TargetSheet.Widths).Write(stream);
            }
        }

        await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{file.Name}: {cell.Targets.Count} targets and {cell.Results.Count} results of {cellId}."));
        return 0;
    }

    /// <summary>Shows what the spreadsheet would change, and changes it where that was asked for.</summary>
    internal static async Task<int> Read(FileInfo file, string cellId, string by, bool apply, WebApplication app, InvocationConfiguration console, TimeProvider clock, CancellationToken cancel)
    {
        if (await Find(app, cellId, file, console, cancel) is not { } cell || await Author(app, cellId, by, clock, console, cancel) is not { } turn || await Rows(file, console, cancel) is not { } rows)
        {
            return 1;
        }

        var (plan, mistakes) = TargetSheet.Read(rows, cell, turn.Today);
        if (mistakes.Count > 0)
        {
            await console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{file.Name} is not imported, nothing has changed. {mistakes.Count} to mend:"));
            foreach (var mistake in mistakes.OrderBy(mistake => mistake.Row))
            {
                await console.Error.WriteLineAsync($"  {mistake}");
            }

            return 1;
        }

        await Show(plan, cell, console.Output);
        if (plan.IsEmpty || !apply)
        {
            await console.Output.WriteLineAsync(plan.IsEmpty ? "Nothing differs." : "Nothing has changed yet. Run it again with --apply to store this.");
            return 0;
        }

        if (!await new TargetSheetImport(app.Services.GetRequiredService<ITables>(), app.Services.GetRequiredService<Boards>()).Store(plan, turn, cancel))
        {
            await console.Error.WriteLineAsync("Somebody changed the same in the bot meanwhile. Run it again: it shows what differs now.");
            return 1;
        }

        await console.Output.WriteLineAsync("Stored.");
        return 0;
    }

    private static bool IsCsv(FileInfo file) => string.Equals(file.Extension, ".csv", StringComparison.OrdinalIgnoreCase);

    private static async Task<CellFile?> Find(WebApplication app, string cellId, FileInfo file, InvocationConfiguration console, CancellationToken cancel)
    {
        if (!IsCsv(file) && !string.Equals(file.Extension, ".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            await console.Error.WriteLineAsync($"{file.Name} is neither .xlsx nor .csv.");
            return null;
        }

        if (await app.Services.GetRequiredService<IMembers>().FindCell(cellId, cancel) is null)
        {
            await console.Error.WriteLineAsync($"There is no cell '{cellId}' in this database. Import its file first: chibobot import <file>.");
            return null;
        }

        return await app.Services.GetRequiredService<Boards>().Parts(cellId, [], cancel);
    }

    private static async Task<Turn?> Author(WebApplication app, string cellId, string by, TimeProvider clock, InvocationConfiguration console, CancellationToken cancel)
    {
        var (asker, complaint) = await AskCommand.Find(app.Services.GetRequiredService<IMembers>(), cellId, by, cancel);
        if (asker is null)
        {
            await console.Error.WriteLineAsync(complaint);
            return null;
        }

        var at = clock.GetUtcNow();
        var turn = AskCommand.TurnOf(asker, cellId, inGroup: false, at) with { Id = string.Create(CultureInfo.InvariantCulture, $"sheet-{at.UtcTicks}") };
        if (!turn.Asker.May(Act.ChangeTargets))
        {
            await console.Error.WriteLineAsync($"'{by}' is neither the secretary nor the deputy of '{cellId}', and may not change its targets.");
            return null;
        }

        return turn;
    }

    private static async Task<IReadOnlyList<SheetRow>?> Rows(FileInfo file, InvocationConfiguration console, CancellationToken cancel)
    {
        if (!file.Exists || file.Length > LargestFile)
        {
            await console.Error.WriteLineAsync(file.Exists ? $"{file.Name} is larger than {LargestFile / 1024 / 1024} MB." : $"There is no file {file.FullName}.");
            return null;
        }

        try
        {
            using var stream = new MemoryStream(await System.IO.File.ReadAllBytesAsync(file.FullName, cancel));
            return IsCsv(file) ? CsvSheet.Read(stream) : XlsxSheet.Read(stream);
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or FileFormatException or InvalidDataException or FormatException or System.Xml.XmlException or ArgumentException)
        {
            await console.Error.WriteLineAsync($"{file.Name} cannot be read as a spreadsheet: {fault.Message}");
            return null;
        }
    }

    private static async Task Show(TargetSheetPlan plan, CellFile cell, TextWriter output)
    {
        foreach (var (was, target) in plan.Targets)
        {
            await output.WriteLineAsync($"{(was is null ? "+" : "~")} target {target.Number} of {target.Resolution}: {target.Title}");
            if (was is not null && was.Title != target.Title)
            {
                await output.WriteLineAsync($"    title: {was.Title} → {target.Title}");
            }

            if (was is not null && was.Text != target.Text)
            {
                await output.WriteLineAsync($"    sentence: {was.Text} → {target.Text}");
            }

            if (was is not null && was.Owner != target.Owner)
            {
                await output.WriteLineAsync($"    owner: {was.Owner ?? "–"} → {target.Owner ?? "–"}");
            }

            for (var i = 0; i < target.Clauses.Count; i++)
            {
                var before = was is not null && i < was.Clauses.Count ? was.Clauses[i] : null;
                if (before != target.Clauses[i])
                {
                    await output.WriteLineAsync($"    {(before is null ? "" : ClauseReader.Explain(before, i + 1) + " → ")}{ClauseReader.Explain(target.Clauses[i], i + 1)}");
                }
            }
        }

        foreach (var (was, result) in plan.Results)
        {
            var target = plan.Targets.Select(change => change.Is).Concat(cell.Targets).First(target => target.Id == result.Target);
            await output.WriteLineAsync($"{(was is null ? "+" : "~")} result of target {target.Number} of {target.Resolution}, {result.Year?.ToString(CultureInfo.InvariantCulture) ?? "term"}: {(was is null ? "" : Words(was) + " → ")}{Words(result)}");
        }
    }

    private static string Words(Result result) =>
        string.Join("; ", result.Measurements.Select(measured => TargetCommandText.Numbers(measured.Count, measured.Of)).Append(TargetCommandText.Words(TargetCommandText.Statuses, ResultFields.NameOf(result.Status))).Append(result.Note).Where(word => !string.IsNullOrEmpty(word)));
}
