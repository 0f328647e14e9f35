using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Events;

/// <summary>“Họp khi nào, ở đâu?”, “sắp tới có gì?”</summary>
internal sealed record AskNextEvent(Slots Slots)
{
    public static AskNextEvent Of(Request request) => new(request.Slots);
}

internal sealed class AskNextEventHandler(Calendar calendar) : IHandle<AskNextEvent>
{
    private const int Following = 3;
    private const int DaysOfAnniversaries = 30;

    public async Task<Reply> Handle(AskNextEvent asked, Turn turn, CancellationToken cancel)
    {
        var sort = EventQuestion.Sort(asked.Slots, EventSort.Any);

        // From yesterday on: what began before midnight may still be going on.
        var events = await calendar.Events(turn.CellId, DateRange.Since(turn.Today.AddDays(-1)), sort, cancel);
        var coming = events
            .Where(happening => happening.State != EventState.Cancelled && !EventQuestion.IsOver(happening, turn.At))
            .Take(1 + Following)
            .ToList();
        if (coming.Count == 0)
        {
            return Reply.Say(EventsText.NoneComing(sort), Audience.Everyone);
        }

        IReadOnlyList<AnniversaryView> anniversaries = sort == EventSort.Any
            ? await calendar.Anniversaries(turn.CellId, new DateRange(turn.Today, turn.Today.AddDays(DaysOfAnniversaries)), cancel)
            : [];
        var next = await calendar.WithNames(turn.CellId, coming[0], cancel);
        var card = EventCards.Next(next, [.. coming.Skip(1).Select(Calendar.View)], anniversaries);
        return Reply.Show(card, card.FallbackText!, Audience.Everyone);
    }
}
