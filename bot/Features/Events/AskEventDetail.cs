using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Features.Events;

/// <summary>“Họp chiều nay phòng nào?”, “họp chi ủy lần tới ai chủ trì?”, “họp lần này bàn những nội dung gì?”</summary>
internal sealed record AskEventDetail(Slots Slots)
{
    public static AskEventDetail Of(Request request) => new(request.Slots);
}

internal sealed class AskEventDetailHandler(Calendar calendar, IOptions<WebOptions> options) : IHandle<AskEventDetail>
{
    /// <summary>How far back the last meeting is looked for.</summary>
    private const int DaysBack = 400;

    public async Task<Reply> Handle(AskEventDetail asked, Turn turn, CancellationToken cancel)
    {
        var sort = EventQuestion.Sort(asked.Slots, EventSort.Meeting);
        var named = Periods.Resolve(asked.Slots, turn.Today);
        var days = named ?? asked.Slots.Text("meeting") switch
        {
            "last" => new DateRange(turn.Today.AddDays(-DaysBack), turn.Today),
            _ => DateRange.Since(turn.Today.AddDays(-1)),
        };
        var events = await calendar.Events(turn.CellId, days, sort, cancel);
        var found = Find([.. events.Where(happening => EventQuestion.IsAtTimeOfDay(happening, asked.Slots))], asked.Slots.Text("meeting"), named is not null, turn.At);
        if (found.Count == 0)
        {
            return Reply.Say(
                named is { } range ? EventsText.NoneThen(sort, EventsText.Range(range.From, range.HasEnd ? range.To : null, turn.Today))
                : asked.Slots.Text("meeting") switch
                {
                    "last" => EventsText.NoneBefore(sort),
                    "current" => EventsText.NoneNow(sort),
                    _ => EventsText.NoneComing(sort),
                },
                Audience.Everyone);
        }

        var view = await calendar.WithNames(turn.CellId, found[0], cancel);
        var card = EventCards.Detail(view, EventQuestion.Field(asked.Slots), [.. found.Skip(1).Select(Calendar.View)], Actions(found[0], turn));
        return Reply.Show(card, card.FallbackText!, Audience.Everyone);
    }

    /// <summary>What can be done with an event that is to come: kept by everybody, edited by those who plan, in their own chats.</summary>
    private IReadOnlyList<CardAction> Actions(Event happening, Turn turn) => happening.State != EventState.Planned || EventQuestion.IsOver(happening, turn.At)
        ? []
        :
        [
            .. options.Value.Address is not null ? [FeedCards.File(EventsText.FileMake, RollRow.IdOf(happening))] : Array.Empty<CardAction>(),
            .. turn.InPrivate && turn.Asker.May(Act.PlanEvents) ? [EventPlanCards.Edit(EventsText.EditThis, RollRow.IdOf(happening))] : Array.Empty<CardAction>(),
        ];

    /// <summary>The event that is meant; of named days all of them, the one to come first.</summary>
    private static IReadOnlyList<Event> Find(List<Event> events, string? meeting, bool named, DateTimeOffset at)
    {
        var going = events.Where(happening => happening.State != EventState.Cancelled).ToList();
        if (meeting == "last")
        {
            return going.FindLast(happening => happening.StartsAt < at && !EventQuestion.IsOn(happening, at)) is { } last ? [last] : [];
        }

        if (meeting == "current")
        {
            return going.Find(happening => EventQuestion.IsOn(happening, at)) is { } current ? [current] : [];
        }

        var next = going.Find(happening => !EventQuestion.IsOver(happening, at));
        if (!named)
        {
            return next is null ? [] : [next];
        }

        var first = next ?? events.FirstOrDefault();
        return first is null ? [] : [first, .. events.Where(happening => happening != first)];
    }
}
