using System.CommandLine;
using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Members;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Commands;

/// <summary><c>chibobot rules</c>: the packs that hold, and the constants that a cell sets for itself, with its author in the ledger.</summary>
internal static class RulesCommand
{
    internal static Command Create() => new("rules", "Shows by which rules targets and ratings are computed, and sets a constant for one cell.") { Show(), Set() };

    private static Command Show()
    {
        var cell = Operator.Cell();
        var command = new Command("show", "Shows the packs that hold today and the cell's own constants.") { cell };
        command.SetAction((asked, cancel) => Operator.WithBot(asked, async app =>
        {
            var today = VietnamTime.DateOf(TimeProvider.System.GetUtcNow());
            var output = asked.InvocationConfiguration.Output;
            await output.WriteLineAsync($"{GradeRules.Book.Topic}: {GradeRules.Book.InForce(today).Source}");
            await output.WriteLineAsync($"{TargetRules.Book.Topic}: {TargetRules.Book.InForce(today).Source}");
            foreach (var (row, _) in await app.Services.GetRequiredService<ITables>().List<PartRow<OwnRule>>(asked.GetRequiredValue(cell), PartRow<OwnRule>.Range, cancel))
            {
                await output.WriteLineAsync($"own: {row.Part.Topic} {row.Part.Name} = {row.Part.Value} ({row.Part.Reason})");
            }

            return 0;
        }, cancel));
        return command;
    }

    private static Command Set()
    {
        var (cell, topic, name, value) = (Operator.Cell(), Word("topic", "grades or targets."), Word("name", "The constant's path in the packs under bot/Rules, e.g. quota.percent."), Word("value", "As the pack would write it."));
        var member = new Option<string>("--as") { Description = "The id or full name of the secretary or the deputy. The ledger names them.", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why, e.g. the paper of the unit above.", Required = true };
        var command = new Command("set", "Sets a constant for the cell. Every answer that is computed by it says so.") { topic, name, value, cell, member, reason };
        command.SetAction((asked, cancel) => Operator.WithBot(asked, app => Store(
            new OwnRule(asked.GetRequiredValue(topic), asked.GetRequiredValue(name), asked.GetRequiredValue(value), asked.GetRequiredValue(reason)),
            asked.GetRequiredValue(cell), asked.GetRequiredValue(member), app, asked.InvocationConfiguration, TimeProvider.System, cancel), cancel));
        return command;
    }

    /// <summary>Stores the constant, with the boards that follow from it.</summary>
    internal static async Task<int> Store(OwnRule rule, string cellId, string by, WebApplication app, InvocationConfiguration console, TimeProvider clock, CancellationToken cancel)
    {
        var (member, complaint) = await AskCommand.Find(app.Services.GetRequiredService<IMembers>(), cellId, by, cancel);
        if (member is null)
        {
            await console.Error.WriteLineAsync(complaint);
            return 1;
        }

        var at = clock.GetUtcNow();
        var turn = AskCommand.TurnOf(member, cellId, inGroup: false, at) with { Id = string.Create(CultureInfo.InvariantCulture, $"rule-{at.UtcTicks}") };
        if (!turn.Asker.May(Act.ChangeTargets))
        {
            await console.Error.WriteLineAsync($"'{by}' is neither the secretary nor the deputy of '{cellId}', and may not set its rules.");
            return 1;
        }

        if (OwnRules.Problem(rule) is { } problem)
        {
            await console.Error.WriteLineAsync(problem);
            return 1;
        }

        var tables = app.Services.GetRequiredService<ITables>();
        var stored = await tables.Find<PartRow<OwnRule>>(cellId, PartRow<OwnRule>.KeyOf(((ICellPart<OwnRule>)rule).Key), cancel);
        var entry = new LedgerEntry(turn, TargetSheetText.SetRule(rule.Name, rule.Value, rule.Reason)).Set(stored, new PartRow<OwnRule>(cellId, rule) { Imported = stored?.Row.Imported });
        await tables.Commit([.. entry.Changes, .. await app.Services.GetRequiredService<Boards>().Renewed(cellId, entry.Changes, cancel)], cancel);
        await console.Output.WriteLineAsync($"{rule.Topic} {rule.Name} = {rule.Value} for the cell {cellId}.");
        return 0;
    }

    private static Argument<string> Word(string name, string description) => new(name) { Description = description };
}
