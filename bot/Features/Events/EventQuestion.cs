using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Events;

/// <summary>What the slots of a question about events say.</summary>
internal static class EventQuestion
{
    public static EventSort Sort(Slots slots, EventSort otherwise) => slots.Text("event_type") switch
    {
        "branch" => EventSort.Branch,
        "regular" => EventSort.Regular,
        "thematic" => EventSort.Thematic,
        "extraordinary" => EventSort.Extraordinary,
        "committee" => EventSort.Committee,
        "congress" => EventSort.Congress,
        "mid_term_review" => EventSort.MidTermReview,
        "year_review" => EventSort.YearReview,
        "self_criticism" => EventSort.SelfCriticism,
        "study" => EventSort.Study,
        "activity" => EventSort.Activity,
        "commemoration" => EventSort.Commemoration,
        _ => otherwise,
    };

    /// <summary>The kind that is named; null where none is, or only that the cell meets.</summary>
    public static EventKind? Kind(Slots slots) => Sort(slots, EventSort.Any) switch
    {
        EventSort.Any or EventSort.Meeting => null,
        EventSort.Branch => EventKind.Regular,
        var sort => Enum.Parse<EventKind>(sort.ToString()),
    };

    /// <summary>What was asked for first of all; the rest stands below it.</summary>
    public static EventField Field(Slots slots) => (slots.Texts("field") is [var first, ..] ? first : null) switch
    {
        "place" => EventField.Place,
        "agenda" => EventField.Agenda,
        "chair" => EventField.Chair,
        "duration" => EventField.Duration,
        "documents" => EventField.Documents,
        "link" => EventField.Link,
        "clerk" => EventField.Clerk,
        _ => EventField.Time,
    };

    /// <summary>Whether it begins in the part of the day that was asked for; what lasts all day does in any.</summary>
    public static bool IsAtTimeOfDay(Event happening, Slots slots) => (slots.Text("time_of_day"), happening.Time) switch
    {
        ("morning", { } time) => time.Hour < 12,
        ("afternoon", { } time) => time.Hour is >= 12 and < 18,
        ("evening", { } time) => time.Hour >= 18,
        _ => true,
    };

    public static bool IsOver(Event happening, DateTimeOffset at) => happening.EndsAt <= at;

    public static bool IsOn(Event happening, DateTimeOffset at) => happening.StartsAt <= at && at < happening.EndsAt;
}
