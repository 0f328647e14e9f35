using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Events;

/// <summary>Báo cáo các cuộc họp, and lịch: what “tháng 12 có gì?” shows of the same days; without named days, of this year.</summary>
internal sealed class EventReport(Calendar calendar, string name, EventSort sort) : IReport
{
    public string Name => name;

    public Act Act => Act.SeeEvents;

    public async Task<Report?> Make(ReportAsked asked, CancellationToken cancel)
    {
        var days = Periods.Resolve(asked.Slots, asked.Day) ?? DateRange.Year(asked.Day.Year);
        var report = await Of(days, asked, cancel);
        return report is null && days.HasEnd && days.From > asked.Day && IsYearless(asked.Slots)
            ? await Of(new(days.From.AddYears(-1), days.To.AddDays(1).AddYears(-1).AddDays(-1)), asked, cancel)
            : report;
    }

    private async Task<Report?> Of(DateRange days, ReportAsked asked, CancellationToken cancel)
    {
        var wanted = EventQuestion.Sort(asked.Slots, sort);
        List<Event> events = [.. (await calendar.Events(asked.CellId, days, wanted, cancel)).Where(one => EventQuestion.IsAtTimeOfDay(one, asked.Slots) && (days.HasEnd || !EventQuestion.IsOver(one, asked.At)))];
        IReadOnlyList<AnniversaryView> anniversaries = wanted == EventSort.Any ? await calendar.Anniversaries(asked.CellId, days, cancel) : [];
        if (events.Count == 0 && anniversaries.Count == 0)
        {
            return null;
        }

        var names = (await calendar.Members(asked.CellId, cancel)).ToDictionary(member => member.Id, member => member.Name, StringComparer.Ordinal);
        return Of(name, EventsText.Range(days.From, days.HasEnd ? days.To : null, asked.Day), events, anniversaries, names);
    }

    public static Report Of(string name, string range, IReadOnlyList<Event> events, IReadOnlyList<AnniversaryView> anniversaries, IReadOnlyDictionary<string, string> names)
    {
        var cancelled = events.Count(one => one.State == EventState.Cancelled);
        var lines = events.Select(one => (Day: one.Date, Line: Line(one, names)))
            .Concat(anniversaries.Select(one => (Day: one.Date, Line: Line(one))))
            .OrderBy(one => one.Day);
        return new(
            ReportText.Title(name, range),
            name == "meetings" ? "cuoc-hop" : "lich",
            ReportText.Calendar,
            [
                new(name == "meetings" ? ReportText.Meetings : ReportText.Events, VietnamNumbers.Count(events.Count)),
                .. cancelled > 0 ? [new Fact(ReportText.CancelledOnes, VietnamNumbers.Count(cancelled))] : Array.Empty<Fact>(),
                .. anniversaries.Count > 0 ? [new Fact(ReportText.Anniversaries, VietnamNumbers.Count(anniversaries.Count))] : Array.Empty<Fact>(),
            ],
            [.. lines.Select((one, i) => (IReadOnlyList<string>)[(i + 1).ToString(CultureInfo.InvariantCulture), .. one.Line])]);
    }

    private static string[] Line(Event one, IReadOnlyDictionary<string, string> names) =>
    [
        EventsText.Day(one.Date),
        one.Time is { } time ? EventsText.Time(time) : "",
        one.Title,
        EventsText.Kinds.First(kind => kind.Kind == one.Kind.ToString()).Title,
        one.Place ?? "",
        names.GetValueOrDefault(one.Chair ?? "") ?? "",
        names.GetValueOrDefault(one.Clerk ?? "") ?? "",
        string.Join('\n', one.Agenda.Select((item, i) => EventsText.Item(i + 1, AgendaText.Shown(item.Category?.ToString(), item.Text)))),
        string.Join('\n', new[] { one.State == EventState.Cancelled ? ReportText.Cancelled : null, one.Note }.OfType<string>()),
    ];

    private static string[] Line(AnniversaryView one) => [EventsText.Day(one.Date), "", EventsText.Anniversary(one), ReportText.Anniversary, "", "", "", "", ""];

    /// <summary>“Tháng 4” is the coming one as long as something is planned then; otherwise somebody wants to look back.</summary>
    private static bool IsYearless(Slots slots) => slots.Text("period") is { } period && (period.StartsWith("month:", StringComparison.Ordinal) || period.StartsWith("quarter:", StringComparison.Ordinal));
}
