using System.CommandLine;
using System.Globalization;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Reminders;
using ChiBoBot.Storage;

namespace ChiBoBot.Commands;

/// <summary><c>chibobot import</c>: brings a cell's file into the records, all or nothing.</summary>
internal static class ImportCommand
{
    private const int LargestFile = 16 * 1024 * 1024;

    internal static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "The cell's file, as docs/cell-file.md describes it." };
        var command = new Command("import", "Brings a cell's file into the records: members, targets, results, events. Repeating it changes nothing.") { file };
        command.SetAction((asked, cancel) => Operator.Run(asked, async () =>
        {
            await using var app = Host();
            var tables = app.Services.GetRequiredService<ITables>();
            return await Run(asked.GetRequiredValue(file), tables, asked.InvocationConfiguration.Output, asked.InvocationConfiguration.Error, cancel);
        }));
        return command;
    }

    private static WebApplication Host()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddStorage();
        return builder.Build();
    }

    /// <summary>Imports one file and says what it did.</summary>
    /// <returns>The exit code: 0 when the file is in, 1 when it isn't.</returns>
    internal static async Task<int> Run(FileInfo file, ITables tables, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        if (await ReadBytes(file, error, cancel) is not { } bytes)
        {
            return 1;
        }

        var (cell, mistakes) = CellFileReader.Read(bytes);
        if (cell is null)
        {
            return await Refuse(file, mistakes, error);
        }

        await tables.Prepare([.. CellsFeature.Tables, .. DueServices.Tables], cancel);
        var report = await new CellImport(tables).Run(cell, cancel);
        if (report.IsRefused)
        {
            return await Refuse(file, report.Plan.Refused, error);
        }

        var now = TimeProvider.System.GetUtcNow();
        await WeekDue.Begin(tables, new Schedule(tables, new FreshEntries(TimeProvider.System), TimeProvider.System), cell.Cell.Id, now, cancel);
        await output.WriteLineAsync(Summary(cell, report));
        foreach (var key in report.Plan.Kept)
        {
            await output.WriteLineAsync($"  kept as the bot has it, the file says otherwise: {key}");
        }

        return 0;
    }

    private static async Task<byte[]?> ReadBytes(FileInfo file, TextWriter error, CancellationToken cancel)
    {
        try
        {
            if (file.Length <= LargestFile)
            {
                return await File.ReadAllBytesAsync(file.FullName, cancel);
            }

            await error.WriteLineAsync($"{file.Name} is larger than {LargestFile / 1024 / 1024} MB. One file holds one cell.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"{file.FullName} cannot be read: {fault.Message}");
        }

        return null;
    }

    private static async Task<int> Refuse(FileInfo file, IReadOnlyList<Mistake> mistakes, TextWriter error)
    {
        await error.WriteLineAsync($"{file.Name} is not imported, nothing has changed. {mistakes.Count} to mend:");
        foreach (var mistake in mistakes)
        {
            await error.WriteLineAsync($"  {mistake}");
        }

        return 1;
    }

    private static string Summary(CellFile cell, ImportReport report)
    {
        var plan = report.Plan;
        var (added, changed, removed, unchanged) = (plan.Added, plan.Changed, plan.Removed, plan.Unchanged);
        var finished = report.WasUnfinished ? " An earlier import had broken off; it is finished now." : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Cell {cell.Cell.Id} {(report.IsNew ? "imported" : "is up to date")}: {added} added, {changed} changed, {removed} removed, {unchanged} unchanged.{finished}");
    }
}
