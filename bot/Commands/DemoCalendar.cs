using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;

namespace ChiBoBot.Commands;

/// <summary>A sample cell's calendar goes on however late the demo is tried: whoever asks what comes next gets an answer. The demo may be started again and again: a month's meeting keeps its day. Pure.</summary>
internal static class DemoCalendar
{
    /// <summary>This month and the next.</summary>
    private const int Months = 2;

    /// <summary>The cell with the regular meetings to come that this month and the next lack, at the hour and place of its last one.</summary>
    public static CellFile GoingOn(CellFile cell, DateOnly today, MeetingRules rules)
    {
        if (cell.Events.Where(RegularDays.IsRegular).MaxBy(one => one.Date) is not { } last)
        {
            return cell;
        }

        var planned = cell.Events.Where(RegularDays.IsRegular).Select(one => (one.Date.Year, one.Date.Month)).ToHashSet();
        var days = Enumerable.Range(0, Months).Select(month => RegularDays.Of(today.AddMonths(month), rules)).Where(day => day >= today && !planned.Contains((day.Year, day.Month)));
        var added = days.Select(day => last with
        {
            Id = RegularDays.IdIn(day),
            Title = EventsText.TitleOf(nameof(EventKind.Regular), null, day),
            Date = day,
            State = EventState.Planned,
            Agenda = [],
            Documents = [],
            Note = null,
        });
        return cell with { Events = [.. cell.Events, .. added] };
    }
}
