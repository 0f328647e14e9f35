using ChiBoBot.Cards;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Events;

/// <summary>“Tuần tới chi bộ có hoạt động nào không?”, “tháng 12 có mấy cuộc họp?”</summary>
internal sealed record AskEvents(Slots Slots)
{
    public static AskEvents Of(Request request) => new(request.Slots);
}

internal sealed class AskEventsHandler(Calendar calendar, RegularMeetings regular) : IHandle<AskEvents>
{
    private const int DaysOfAnniversaries = 60;

    public async Task<Reply> Handle(AskEvents asked, Turn turn, CancellationToken cancel)
    {
        var days = Periods.Resolve(asked.Slots, turn.Today) ?? DateRange.Since(turn.Today);
        var sort = EventQuestion.Sort(asked.Slots, EventSort.Any);
        var events = await calendar.Events(turn.CellId, days, sort, cancel);
        var shown = events
            .Where(happening => EventQuestion.IsAtTimeOfDay(happening, asked.Slots) && (days.HasEnd || !EventQuestion.IsOver(happening, turn.At)))
            .Select(Calendar.View)
            .ToList();
        IReadOnlyList<AnniversaryView> anniversaries = sort == EventSort.Any
            ? await calendar.Anniversaries(turn.CellId, days.HasEnd ? days : new DateRange(days.From, days.From.AddDays(DaysOfAnniversaries)), cancel)
            : [];
        var range = EventsText.Range(days.From, days.HasEnd ? days.To : null, turn.Today);

        // What is missing is told to those who can plan it, in their own chats.
        IReadOnlyList<string> missing = turn.InPrivate && turn.Asker.May(Act.PlanEvents) && sort is not (EventSort.Activity or EventSort.Commemoration or EventSort.Committee)
            ? await regular.Warnings(turn.CellId, days, turn.Today, cancel)
            : [];
        if (shown.Count == 0 && anniversaries.Count == 0 && missing.Count == 0)
        {
            return Reply.Say(days.HasEnd ? EventsText.NoneThen(sort, range) : EventsText.NoneComing(sort), Audience.Everyone);
        }

        var card = EventCards.List(range, shown, anniversaries, missing);
        return Reply.Show(card, card.FallbackText!, Audience.Everyone);
    }
}
