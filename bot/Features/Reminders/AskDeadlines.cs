using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Reminders;

/// <summary>“Sắp tới có hạn gì?”</summary>
internal sealed record AskDeadlines
{
    private static readonly string[] Words =
        ["co han gi", "han nao sap toi", "nhung han nao", "cac han sap toi", "viec nao den han", "viec gi den han", "sap den han", "con han nao", "co nhung han gi", "thoi han sap toi"];

    public static AskDeadlines? Of(Said said) =>
        said.Core.Length < 60 && Words.Any(words => said.Core.Contains(words, StringComparison.Ordinal)) && !said.Core.Contains("nop", StringComparison.Ordinal) ? new() : null;
}

/// <summary>What falls due in the next weeks, each with its source.</summary>
internal sealed class AskDeadlinesHandler(CellClocks clocks) : IHandle<AskDeadlines>
{
    private const int DaysAhead = 45;

    public async Task<Reply> Handle(AskDeadlines asked, Turn turn, CancellationToken cancel)
    {
        var mayReadAll = turn.Asker.IsAny(Role.Secretary | Role.DeputySecretary);
        List<DeadlineView> deadlines =
        [
            .. (await clocks.List(turn.CellId, turn.Today, DaysAhead, cancel)).Where(deadline => mayReadAll || !deadline.IsForSecretary).Select(deadline => CellClocks.View(deadline, turn.Today)),
        ];
        return deadlines.Count == 0
            ? Reply.Say(DeadlineText.None(DaysAhead), Turns.Audience.Committee)
            : Reply.Show(DeadlineCards.List(DeadlineText.Title(DaysAhead), deadlines, mayFinish: turn.Asker.May(Act.FinishTerms)), DeadlineText.Title(DaysAhead), Turns.Audience.Committee);
    }
}

/// <summary>The clocks of a cell as its records stand.</summary>
internal sealed class CellClocks(ITables tables, MeetingRulebook rules)
{
    public async Task<IReadOnlyList<DeadlineView>> Of(string cellId, DateOnly today, int daysAhead, CancellationToken cancel) =>
        [.. (await List(cellId, today, daysAhead, cancel)).Select(deadline => View(deadline, today))];

    public Task<IReadOnlyList<Deadline>> List(string cellId, DateOnly today, int daysAhead, CancellationToken cancel) => List(cellId, today, daysAhead, [], cancel);

    /// <param name="openAgain">The keys of terms that are about to be done no more.</param>
    public async Task<IReadOnlyList<Deadline>> List(string cellId, DateOnly today, int daysAhead, IReadOnlyList<string> openAgain, CancellationToken cancel)
    {
        var events = tables.List<PartRow<Event>>(cellId, PartRow<Event>.Range, cancel);
        var dues = tables.List<PartRow<DuesPaid>>(cellId, PartRow<DuesPaid>.Range, cancel);
        var done = tables.List<TermDoneRow>(cellId, TermDoneRow.Range, cancel);
        var members = await tables.List<PartRow<Member>>(cellId, PartRow<Member>.Range, cancel);
        return Clocks.Of([.. members.Select(row => row.Row.Part)], [.. (await events).Select(row => row.Row.Part)], today, today.AddDays(daysAhead), (await rules.Find(cellId, today, cancel))?.Rules, [.. (await dues).Select(row => row.Row.Part)], (await done).Select(row => row.Row.Key).Except(openAgain).ToHashSet(StringComparer.Ordinal));
    }

    public static DeadlineView View(Deadline deadline, DateOnly today) => new(deadline.Day, deadline.What, deadline.Source, deadline.Day < today) { Key = deadline.Key };
}
