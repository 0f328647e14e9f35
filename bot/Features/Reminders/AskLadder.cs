using System.Globalization;
using System.Text.Json;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Reminders;

/// <summary>“cài đặt nhắc việc”</summary>
internal sealed record AskLadder
{
    private static readonly string[] Openings = ["cai dat nhac", "cai dat loi nhac", "chinh lich nhac", "doi lich nhac", "sua lich nhac", "cau hinh nhac", "thiet lap nhac", "khi nao nhac hop", "lich nhac hop"];

    public static AskLadder? Of(Said said) => Openings.Any(opening => said.Core.StartsWith(opening, StringComparison.Ordinal)) ? new() : null;
}

/// <summary>Shows the steps that hold, as a form, and those of the rule pack.</summary>
internal sealed class AskLadderHandler(ITables tables) : IHandle<AskLadder>
{
    public async Task<Reply> Handle(AskLadder asked, Turn turn, CancellationToken cancel) =>
        Reply.Show(LadderForms.Card(turn, (await tables.Find<LadderRow>(turn.CellId, LadderRow.Key, cancel))?.Row, null), LadderText.Title);
}

/// <summary>An officer pressed “Lưu” or “Về mặc định”. What is planned for the meetings ahead is planned anew in the same commit.</summary>
internal sealed class SetLadder(ITables tables, MeetingReminders meetings) : IHandle<LadderForm>
{
    // The ladder's row, audit and inbox.
    private const int Own = 4;

    public async Task<Reply> Handle(LadderForm form, Turn turn, CancellationToken cancel)
    {
        var read = await tables.Find<LadderRow>(turn.CellId, LadderRow.Key, cancel);
        if (form.Version != LadderForms.VersionOf(turn, read?.Row))
        {
            return Reply.Replace(LadderForms.Card(turn, read?.Row, LadderText.ChangedMeanwhile), LadderText.Title);
        }

        IReadOnlyList<LadderStep> usual = MeetingReminders.RulesOn(turn.At).Meeting;
        var steps = form.Reset is null ? LadderForms.StepsOf(form) : usual;
        if (steps is null)
        {
            return Reply.Notify(LadderText.NotUnderstood);
        }

        if (steps.DistinctBy(step => step.Code).Count() < steps.Count)
        {
            return Reply.Notify(LadderText.Twice);
        }

        if (form.Reset is null && await meetings.Vain(turn.CellId, steps, turn.At, cancel) is { } vain)
        {
            return Reply.Notify(LadderText.AfterMeeting(vain.At ?? default));
        }

        var isUsual = steps.Select(step => step.Code).SequenceEqual(usual.OrderBy(step => step, LadderForms.Earlier).Select(step => step.Code)) || form.Reset is not null;
        if (isUsual && read is null)
        {
            return Reply.Replace(LadderForms.Done(steps, turn, null), LadderText.Title);
        }

        var entry = new LedgerEntry(turn, isUsual ? LadderText.DidReset : LadderText.Did);
        _ = isUsual ? entry.Remove(read!) : entry.Set(read, new LadderRow(turn.CellId, steps));
        entry.Beside([.. await meetings.PlanAll(turn.CellId, steps, Limits.Changes - Own, turn.At, cancel)]);
        await tables.Commit(entry.Changes, cancel);
        return Reply.Replace(LadderForms.Done(steps, turn, entry.Key), LadderText.Title);
    }
}

/// <summary>Between steps and what the card shows of them. Pure.</summary>
internal static class LadderForms
{
    /// <summary>The earliest first.</summary>
    public static readonly Comparer<LadderStep> Earlier = Comparer<LadderStep>.Create(static (one, other) => Ahead(other).CompareTo(Ahead(one)));

    public static AdaptiveCard Card(Turn turn, LadderRow? own, string? problem)
    {
        var usual = MeetingReminders.RulesOn(turn.At).Meeting;
        return LadderCards.Form(new([.. (own?.Steps ?? usual).Select(View)], [.. usual.Select(View)], IsOwn: own is not null, VersionOf(turn, own)) { Problem = problem });
    }

    public static AdaptiveCard Done(IReadOnlyList<LadderStep> steps, Turn turn, string? entry) =>
        LadderCards.Saved([.. steps.Select(View)], entry);

    /// <summary>What was shown: so that of two officers the second sees what the first has done, and overwrites nothing unseen.</summary>
    public static string VersionOf(Turn turn, LadderRow? own) =>
        string.Join(',', (own?.Steps ?? MeetingReminders.RulesOn(turn.At).Meeting).Select(step => step.Code));

    /// <summary>The steps that were filled in, the earliest first; none means that nothing is reminded of. Null where a field holds what no list offers.</summary>
    public static IReadOnlyList<LadderStep>? StepsOf(LadderForm form)
    {
        var steps = new List<LadderStep>();
        for (var i = 0; i < LadderCards.Slots; i++)
        {
            if (Text(form, "to", i) is not { Length: > 0 } to || to == LadderCards.Nobody)
            {
                continue;
            }

            if (!Enum.TryParse<LadderTo>(to, out var whom) || !Enum.IsDefined(whom)
                || Text(form, "when", i) is not { Length: > 1 } when || !LadderCards.Whens.Contains(when)
                || !int.TryParse(when.AsSpan(0, when.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                return null;
            }

            if (when[^1] == 'h')
            {
                steps.Add(new(whom) { HoursBefore = count });
            }
            else if (TimeOnly.TryParseExact(Text(form, "at", i), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
            {
                steps.Add(new(whom) { DaysBefore = count, At = at });
            }
            else
            {
                return null;
            }
        }

        return [.. steps.OrderBy(step => step, Earlier)];
    }

    private static LadderStepView View(LadderStep step) => step.HoursBefore is { } hours
        ? new(step.To.ToString(), string.Create(CultureInfo.InvariantCulture, $"{hours}h"), null)
        : new(step.To.ToString(), string.Create(CultureInfo.InvariantCulture, $"{step.DaysBefore ?? 0}d"), step.At ?? new TimeOnly(8, 0));

    private static TimeSpan Ahead(LadderStep step) => step.HoursBefore is { } hours ? TimeSpan.FromHours(hours) : TimeSpan.FromDays(step.DaysBefore ?? 0) + (TimeSpan.FromDays(1) - (step.At ?? default).ToTimeSpan());

    private static string? Text(LadderForm form, string name, int slot) =>
        form.Inputs.TryGetValue(string.Create(CultureInfo.InvariantCulture, $"{name}{slot}"), out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
