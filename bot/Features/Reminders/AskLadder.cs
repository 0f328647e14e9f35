using System.Globalization;
using System.Text.Json;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Reminders;

/// <summary>“cài đặt nhắc việc”, “cài đặt nhắc họp”</summary>
/// <param name="Kind">Null for all.</param>
internal sealed record AskLadder(string? Kind)
{
    private static readonly string[] Openings = ["cai dat nhac", "cai dat loi nhac", "chinh lich nhac", "doi lich nhac", "sua lich nhac", "cau hinh nhac", "thiet lap nhac", "khi nao nhac hop", "lich nhac hop", "bat chuc mung sinh nhat", "tat chuc mung sinh nhat", "cai dat chuc mung sinh nhat", "bat chuc sinh nhat", "tat chuc sinh nhat"];

    private static readonly (string Kind, string[] Words)[] Words =
    [
        (LadderKinds.Birthday, ["sinh nhat"]),
        (LadderKinds.Assessment, ["tu danh gia", "kiem diem", "nop ban"]),
        (LadderKinds.Papers, ["tai lieu", "bien ban", "bao cao"]),
        (LadderKinds.Term, ["han"]),
        (LadderKinds.Meeting, ["hop", "sinh hoat"]),
    ];

    public static AskLadder? Of(Said said) =>
        Openings.Any(opening => said.Core.StartsWith(opening, StringComparison.Ordinal))
            ? new(Words.FirstOrDefault(kind => kind.Words.Any(words => $" {said.Core} ".Contains($" {words} ", StringComparison.Ordinal))).Kind)
            : null;
}

/// <summary>Shows the steps that hold, of one kind of thing as a form, of all to choose from.</summary>
internal sealed class AskLadderHandler(ITables tables) : IHandle<AskLadder>, IHandle<LadderKindForm>
{
    public async Task<Reply> Handle(AskLadder asked, Turn turn, CancellationToken cancel)
    {
        if (asked.Kind is { } kind)
        {
            return Reply.Show(LadderCards.Form(await View(kind, turn, cancel)), LadderText.Title(kind));
        }

        var views = new List<LadderView>();
        foreach (var one in LadderKinds.All)
        {
            views.Add(await View(one, turn, cancel));
        }

        return Reply.Show(LadderCards.Kinds(views), LadderText.AllTitle);
    }

    /// <summary>A button of the card of all kinds.</summary>
    public async Task<Reply> Handle(LadderKindForm form, Turn turn, CancellationToken cancel) =>
        LadderKinds.All.Contains(form.Kind)
            ? Reply.Replace(LadderCards.Form(await View(form.Kind, turn, cancel)), LadderText.Title(form.Kind))
            : Reply.Notify(LadderText.NotUnderstood);

    private async Task<LadderView> View(string kind, Turn turn, CancellationToken cancel) =>
        LadderForms.View(turn, kind, (await tables.Find<LadderRow>(turn.CellId, LadderRow.KeyOf(kind), cancel))?.Row);
}

/// <summary>An officer pressed “Lưu” or “Về mặc định”. What is planned already is planned anew in the same commit.</summary>
internal sealed class SetLadder(ITables tables, IEnumerable<ILadderKind> kinds) : IHandle<LadderForm>
{
    // The ladder's row, audit and inbox.
    private const int Own = 4;

    public async Task<Reply> Handle(LadderForm form, Turn turn, CancellationToken cancel)
    {
        if (kinds.FirstOrDefault(one => one.Kind == form.Kind) is not { } kind)
        {
            return Reply.Notify(LadderText.NotUnderstood);
        }

        var title = LadderText.Title(kind.Kind);
        var read = await tables.Find<LadderRow>(turn.CellId, LadderRow.KeyOf(kind.Kind), cancel);
        var shown = LadderForms.View(turn, kind.Kind, read?.Row);
        if (form.Version != shown.Version)
        {
            return Reply.Replace(LadderCards.Form(shown with { Problem = LadderText.ChangedMeanwhile }), title);
        }

        var usual = ReminderRules.On(turn.At).Ladders[kind.Kind];
        var steps = form.Reset is null ? LadderForms.StepsOf(form) : usual;
        if (steps is null)
        {
            return Reply.Notify(LadderText.NotUnderstood);
        }

        if (steps.DistinctBy(step => step.Code).Count() < steps.Count)
        {
            return Reply.Notify(LadderText.Twice);
        }

        if (form.Reset is null && kind is MeetingReminders meetings && await meetings.Vain(turn.CellId, steps, turn.At, cancel) is { } vain)
        {
            return Reply.Notify(LadderText.AfterMeeting(vain.At ?? default));
        }

        var isUsual = steps.Select(step => step.Code).SequenceEqual(usual.OrderBy(step => step, LadderForms.Earlier).Select(step => step.Code)) || form.Reset is not null;
        if (isUsual && read is null)
        {
            return Reply.Replace(LadderForms.Saved(kind.Kind, steps, null), title);
        }

        var entry = new LedgerEntry(turn, isUsual ? LadderText.DidReset(kind.Kind) : LadderText.Did(kind.Kind));
        _ = isUsual ? entry.Remove(read!) : entry.Set(read, new LadderRow(turn.CellId, kind.Kind, steps));
        entry.Beside([.. await kind.PlanAll(turn.CellId, steps, Limits.Changes - Own, turn.At, cancel)]);
        await tables.Commit(entry.Changes, cancel);
        return Reply.Replace(LadderForms.Saved(kind.Kind, steps, entry.Key), title);
    }
}

/// <summary>Between steps and what the card shows of them. Pure.</summary>
internal static class LadderForms
{
    /// <summary>The earliest first.</summary>
    public static readonly Comparer<LadderStep> Earlier = Comparer<LadderStep>.Create(static (one, other) => Ahead(other).CompareTo(Ahead(one)));

    /// <remarks>The version is what was shown: so that of two officers the second sees what the first has done, and overwrites nothing unseen.</remarks>
    public static LadderView View(Turn turn, string kind, LadderRow? own)
    {
        var usual = ReminderRules.On(turn.At).Ladders[kind];
        var steps = own?.Steps ?? usual;
        return new(kind, [.. steps.Select(View)], [.. usual.Select(View)], IsOwn: own is not null, string.Join(',', steps.Select(step => step.Code)));
    }

    public static AdaptiveCard Saved(string kind, IReadOnlyList<LadderStep> steps, string? entry) =>
        LadderCards.Saved(kind, [.. steps.Select(View)], entry);

    /// <summary>The steps that were filled in, the earliest first; none means that nothing is reminded of. Null where a field holds what no list offers.</summary>
    public static IReadOnlyList<LadderStep>? StepsOf(LadderForm form)
    {
        var steps = new List<LadderStep>();
        for (var i = 0; i < LadderKinds.Slots(form.Kind); i++)
        {
            if (Text(form, "to", i) is not { Length: > 0 } to || to == LadderCards.Nobody)
            {
                continue;
            }

            if (!LadderKinds.Whom(form.Kind).Contains(to) || !Enum.TryParse<LadderTo>(to, out var whom)
                || Text(form, "when", i) is not { Length: > 1 } when || !LadderKinds.Whens(form.Kind).Contains(when)
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
                steps.Add(when[^1] == 'a' ? new(whom) { DaysAfter = count, At = at } : new(whom) { DaysBefore = count, At = at });
            }
            else
            {
                return null;
            }
        }

        return [.. steps.OrderBy(step => step, Earlier)];
    }

    private static LadderStepView View(LadderStep step) => step switch
    {
        { HoursBefore: { } hours } => new(step.To.ToString(), string.Create(CultureInfo.InvariantCulture, $"{hours}h"), null),
        { DaysAfter: { } days } => new(step.To.ToString(), string.Create(CultureInfo.InvariantCulture, $"{days}a"), step.Hour),
        _ => new(step.To.ToString(), string.Create(CultureInfo.InvariantCulture, $"{step.DaysBefore ?? 0}d"), step.Hour),
    };

    private static TimeSpan Ahead(LadderStep step) => step.HoursBefore is { } hours
        ? TimeSpan.FromHours(hours)
        : TimeSpan.FromDays((step.DaysBefore ?? 0) - (step.DaysAfter ?? 0)) + (TimeSpan.FromDays(1) - step.Hour.ToTimeSpan());

    private static string? Text(LadderForm form, string name, int slot) =>
        form.Inputs.TryGetValue(string.Create(CultureInfo.InvariantCulture, $"{name}{slot}"), out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
