using System.CommandLine;
using System.Globalization;
using ChiBoBot.Features.Attendance;
using ChiBoBot.Features.Members;
using ChiBoBot.Features.SelfAssessment;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Commands;

/// <summary><c>chibobot retention</c>: what members wrote, in rounds and about meetings, that need not be kept any more, and with <c>--apply</c> erases it.</summary>
internal static class RetentionCommand
{
    internal static Command Create()
    {
        var cell = Operator.Cell();
        var member = new Option<string>("--as") { Description = "The id or full name of the secretary or the deputy who has it erased. The ledger names them.", Required = true };
        var apply = new Option<bool>("--apply") { Description = "Erases. Without it, what would be erased is only shown." };
        var command = new Command("retention", "Shows which self-assessments, opinions before meetings and reasons for absence are older than they have to be kept, and with --apply erases their texts for good.") { cell, member, apply };
        command.SetAction((asked, cancel) => Operator.WithBot(asked, app => Run(
            app.Services, asked.GetRequiredValue(cell), asked.GetRequiredValue(member), asked.GetValue(apply), asked.InvocationConfiguration, TimeProvider.System, cancel), cancel));
        return command;
    }

    internal static async Task<int> Run(IServiceProvider services, string cellId, string by, bool apply, InvocationConfiguration console, TimeProvider clock, CancellationToken cancel)
    {
        var (member, complaint) = await AskCommand.Find(services.GetRequiredService<IMembers>(), cellId, by, cancel);
        if (member is null)
        {
            await console.Error.WriteLineAsync(complaint);
            return 1;
        }

        var at = clock.GetUtcNow();
        var turn = AskCommand.TurnOf(member, cellId, inGroup: false, at) with { Id = string.Create(CultureInfo.InvariantCulture, $"retention-{at.UtcTicks}") };
        if (!turn.Asker.May(Act.RunRounds))
        {
            await console.Error.WriteLineAsync($"'{by}' is neither the secretary nor the deputy of '{cellId}', and may not have texts erased.");
            return 1;
        }

        var tables = services.GetRequiredService<ITables>();
        var retention = new SheetRetention(services.GetRequiredService<RoundStore>(), tables);
        var meetings = new MeetingWords(tables);
        var rules = RetentionRules.Book.InForce(turn.Today);
        await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Kept are self-assessments of the last {rules.Rules.AssessmentYears} years beside the current one, and words about meetings for {rules.Rules.MeetingMonths} months. {rules.Source}"));
        var expired = await retention.Expired(cellId, turn.Today, cancel);
        foreach (var (round, texts) in expired)
        {
            if (apply)
            {
                await retention.Erase(cellId, round, turn, cancel);
            }

            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{SheetViews.Title(round)}: {texts} texts{(apply ? " erased" : "")}"));
        }

        var words = await meetings.Expired(cellId, turn.Today, cancel);
        if (!words.IsEmpty)
        {
            if (apply)
            {
                await meetings.Erase(words, turn, cancel);
            }

            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Opinions before meetings: {words.Opinions.Count} texts{(apply ? " erased" : "")}"));
            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Reasons for absence: {words.Reasons.Count} texts{(apply ? " erased" : "")}"));
        }

        await console.Output.WriteLineAsync(expired.Count == 0 && words.IsEmpty ? "Nothing is older."
            : apply ? "Grades that were decided, who took part and who was excused, stay."
            : "Nothing is erased yet. Run it again with --apply; it can't be taken back.");
        return 0;
    }
}
