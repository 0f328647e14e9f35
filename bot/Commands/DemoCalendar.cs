using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;

namespace ChiBoBot.Commands;

/// <summary>A sample cell's calendar goes on however late the demo is tried: whoever asks what comes next gets an answer. Pure.</summary>
internal static class DemoCalendar
{
    /// <summary>This month and the next.</summary>
    private const int Months = 2;

    /// <summary>The cell with the regular meetings that its months lack, like its last one.</summary>
    public static CellFile GoingOn(CellFile cell, DateOnly today, MeetingRules rules)
    {
        if (cell.Events.Where(RegularDays.IsRegular).MaxBy(one => one.Date) is not { } last)
        {
            return cell;
        }

        var missing = RegularDays.Missing(cell.Events, today, Months, today, rules).Select(day => last with
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"dinh-ky-{day:MM-yyyy}"),
            Title = EventsText.TitleOf(nameof(EventKind.Regular), null, day),
            Date = day,
            State = EventState.Planned,
            Documents = [],
            Note = null,
        });
        return cell with { Events = [.. cell.Events, .. missing] };
    }
}
