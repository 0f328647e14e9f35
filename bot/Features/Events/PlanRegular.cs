using System.Globalization;
using System.Text.RegularExpressions;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Events;

/// <summary>“Lập lịch sinh hoạt cả năm”, “lên lịch sinh hoạt định kỳ 2027”.</summary>
/// <param name="Year">As it was said; null where it is to be found out.</param>
/// <param name="IsThisYear">“Năm nay” was said, so that no other is meant.</param>
internal sealed partial record AskRegular(int? Year, bool IsNextYear, bool IsThisYear = false)
{
    public static AskRegular? Of(Said said) => Words().Match(said.Core) is { Success: true } words && (words.Groups["all"].Success || words.Groups["year"].Success || words.Groups["which"].Success)
        ? new(words.Groups["year"].Success ? int.Parse(words.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) : null, words.Groups["which"].ValueSpan is "sau" or "toi", words.Groups["which"].ValueSpan is "nay")
        : null;

    [GeneratedRegex(@"\A(lap|len|xep|tao) lich (sinh hoat|hop)( chi bo)?( dinh ky)?(?<all> ca nam| hang thang| hang nam| cac thang)?( (cua |cho )?((nam )?(?<year>20\d\d)|(nam |(?<=nam ))(?<which>nay|sau|toi)))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Words();
}

/// <summary>What waits for the press: the year that was meant.</summary>
internal sealed record RegularPlan(int Year);

/// <summary>Shows the year's months without a regular meeting, each with its day by the rules.</summary>
internal sealed class AskRegularHandler(RegularMeetings meetings, Pendings pendings) : IHandle<AskRegular>
{
    public const string Kind = "events.regular";

    private const int YearsAhead = 3;

    public async Task<Reply> Handle(AskRegular asked, Turn turn, CancellationToken cancel)
    {
        var year = asked.Year ?? turn.Today.Year + (asked.IsNextYear ? 1 : 0);
        if (year < turn.Today.Year || year > turn.Today.Year + YearsAhead)
        {
            return Reply.Say(RegularText.TooFar(year));
        }

        var view = await meetings.Missing(turn.CellId, new(year, 1, 1), 12, turn.Today, cancel);
        if (view is null && asked is { Year: null, IsNextYear: false, IsThisYear: false })
        {
            // In November “cả năm” is the year that comes.
            year++;
            view = await meetings.Missing(turn.CellId, new(year, 1, 1), 12, turn.Today, cancel);
        }

        if (view is null)
        {
            return Reply.Say(RegularText.YearIsFull(year));
        }

        var pending = await pendings.Keep(turn, Kind, RegularText.PlansYear(year), new RegularPlan(year), EventsJson.Default.RegularPlan, cancel);
        return Reply.Propose(RegularCards.Propose(view with { Pending = pending }), RegularText.Title, pending);
    }
}

/// <summary>The regular meetings that are missing, as they would be planned: as the last one was.</summary>
internal sealed class RegularMeetings(Calendar calendar, MeetingRulebook rules)
{
    private const int DaysBack = 400;
    private const int DaysAhead = 45;
    private const int MostMonths = 12;
    private const int MostLines = 3;

    /// <summary>Null where none is missing.</summary>
    public async Task<RegularView?> Missing(string cellId, DateOnly from, int months, DateOnly today, CancellationToken cancel)
    {
        var pack = await Pack(cellId, from, cancel);
        var first = new DateOnly(from.Year, from.Month, 1);
        var events = await calendar.Events(cellId, new(first, first.AddMonths(months).AddDays(-1)), EventSort.Any, cancel);
        if (RegularDays.Missing(events, first, months, today, pack.Rules) is not { Count: > 0 } days)
        {
            return null;
        }

        var last = await Last(cellId, today, cancel);
        var view = new RegularView(days, pack.Source) { Chosen = days, Time = last?.Time, Minutes = last?.Minutes ?? pack.Rules.LeastMinutes, Place = last?.Place };
        var conflicts = Conflicts(view.Days, view.Time, view.Minutes, events);
        return view with
        {
            Warnings =
            [
                .. conflicts.Select(other => EventsText.Conflict(EventsText.Line(Calendar.View(other)))),
                .. months >= 12 ? NoThematic(events, new(today > first ? today : first, new(first.Year, 12, 31)), pack.Rules) : [],
            ],
            Seen = string.Join(',', conflicts.Select(other => other.Id)),
        };
    }

    /// <summary>The last regular meeting that was held or planned: the next are like it.</summary>
    public async Task<Event?> Last(string cellId, DateOnly today, CancellationToken cancel) =>
        (await calendar.Events(cellId, new(today.AddDays(-DaysBack), today.AddDays(DaysBack)), EventSort.Regular, cancel)).LastOrDefault(RegularDays.IsRegular);

    /// <summary>A day before the first pack is planned by it all the same.</summary>
    public async Task<RulePack<MeetingRules>> Pack(string cellId, DateOnly day, CancellationToken cancel) =>
        await rules.Find(cellId, day, cancel) ?? MeetingRules.Book.Packs[0];

    public static IReadOnlyList<Event> Conflicts(IEnumerable<DateOnly> days, TimeOnly? time, int? minutes, IReadOnlyList<Event> events) =>
        [.. days.SelectMany(day => PlanCheck.Conflicts(new(EventKind.Regular, "") { Date = day, Time = time, Minutes = minutes }, events)).DistinctBy(other => other.Id)];

    /// <summary>What these days, as far as they are to come, lack: for those who plan.</summary>
    public async Task<IReadOnlyList<string>> Warnings(string cellId, DateRange days, DateOnly today, CancellationToken cancel)
    {
        var from = days.From > today ? days.From : today;
        var to = days.HasEnd ? days.To : today.AddDays(DaysAhead);
        if (to < from)
        {
            return [];
        }

        var pack = await Pack(cellId, from, cancel);
        var quarters = new DateRange(DateRange.Quarter(from).From, DateRange.Quarter(to).To);
        var events = await calendar.Events(cellId, quarters, EventSort.Any, cancel);
        var months = Math.Min(MostMonths, ((to.Year - from.Year) * 12) + to.Month - from.Month + 1);
        var missing = RegularDays.Missing(events, from, months, today, pack.Rules).Where(days.Contains).ToList();
        return
        [
            .. missing.Count > MostLines ? [RegularText.NoRegulars(missing.Count)] : missing.Select(RegularText.NoRegular),
            .. NoThematic(events, quarters, pack.Rules),
        ];
    }

    /// <summary>One line for all the quarters that lack their thematic meeting.</summary>
    private static IEnumerable<string> NoThematic(IReadOnlyList<Event> events, DateRange quarters, MeetingRules rules)
    {
        var missing = new List<DateRange>();
        for (var quarter = DateRange.Quarter(quarters.From); quarter.From < quarters.To; quarter = DateRange.Quarter(quarter.To.AddDays(1)))
        {
            if (Thematic.IsMissing(events, quarter, rules))
            {
                missing.Add(quarter);
            }
        }

        return missing.Count == 0 ? [] : [RegularText.NoThematic([.. missing.Select(quarter => quarter.From)])];
    }
}

/// <summary>Sinh hoạt chuyên đề: at least so many a quarter. Pure.</summary>
internal static class Thematic
{
    public static bool IsMissing(IEnumerable<Event> events, DateRange quarter, MeetingRules rules) =>
        events.Count(one => one is { Kind: EventKind.Thematic, State: not EventState.Cancelled } && quarter.Contains(one.Date)) < rules.ThematicPerQuarter;
}

/// <summary>“Đưa vào lịch” was pressed. A month that has its meeting by now keeps it; of two who press at once, one plans.</summary>
internal sealed class DoRegular(Calendar calendar, RegularMeetings meetings, Pendings pendings, IMeetingReminders reminders, ITables tables, ILogger<DoRegular> log) : IHandle<RegularForm>
{
    private const int MostMonths = 12;
    private const int LongestMeeting = 1440;
    private const int MostReminders = Limits.Changes - MostMonths - 15;

    /// <summary>A month's meeting may have been moved so far and still bears the month's id.</summary>
    private const int MonthsMoved = 2;

    public async Task<Reply> Handle(RegularForm form, Turn turn, CancellationToken cancel)
    {
        Change? done = null;
        if (form.Pending is { } id)
        {
            if (await pendings.Find(turn, AskRegularHandler.Kind, id, EventsJson.Default.RegularPlan, cancel) is not { } pending)
            {
                return Reply.Notify(TurnsText.NotPending);
            }

            done = pending.Done;
        }

        var proposed = Days(form.Proposed);
        if (proposed.Count is 0 or > MostMonths || proposed[^1] > turn.Today.AddYears(4))
        {
            return Reply.Notify(RegularText.ChooseDays);
        }

        var pack = await meetings.Pack(turn.CellId, proposed[0], cancel);
        var first = new DateOnly(proposed[0].Year, proposed[0].Month, 1);
        var events = await calendar.Events(turn.CellId, new(first, new DateOnly(proposed[^1].Year, proposed[^1].Month, 1).AddMonths(1).AddDays(-1)), EventSort.Any, cancel);
        var chosen = proposed.Count == 1 ? Days(form.Day ?? form.Proposed) : Days(form.Days ?? form.Proposed);
        var view = new RegularView(proposed, pack.Source)
        {
            Pending = form.Pending,
            Chosen = proposed is [_] ? chosen : [.. chosen.Intersect(proposed)],
            Time = TimeOnly.TryParseExact(form.Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null,
            Minutes = int.TryParse(form.Minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= LongestMeeting ? minutes : null,
            Place = PlainText.Of(form.Place, PlanCards.LongestPlace),
        };
        if (Problem(view, chosen, turn.At) is { } problem)
        {
            return Again(view with { Problem = problem });
        }

        var there = chosen.Where(day => events.Any(one => RegularDays.IsRegular(one) && one.Date.Year == day.Year && one.Date.Month == day.Month)).ToList();
        var free = chosen.Except(there).ToList();
        var conflicts = RegularMeetings.Conflicts(free, view.Time, view.Minutes, events);
        if (conflicts.Any(other => !(form.Seen ?? "").Split(',').Contains(other.Id)))
        {
            return Again(view with
            {
                Problem = EventsText.Insist,
                Warnings = [.. conflicts.Select(other => EventsText.Conflict(EventsText.Line(Calendar.View(other))))],
                Seen = string.Join(',', conflicts.Select(other => other.Id)),
            });
        }

        return free.Count == 0
            ? Reply.Replace(RegularCards.Done([], there), RegularText.Title)
            : await Plan(view, free, there, done, turn, cancel);
    }

    private async Task<Reply> Plan(RegularView view, List<DateOnly> days, List<DateOnly> there, Change? done, Turn turn, CancellationToken cancel)
    {
        var last = await meetings.Last(turn.CellId, turn.Today, cancel);
        var members = await calendar.Members(turn.CellId, cancel);
        var events = await calendar.Events(turn.CellId, new(days[0].AddMonths(-MonthsMoved), days[^1].AddMonths(MonthsMoved)), EventSort.Any, cancel);
        var entry = new LedgerEntry(turn, RegularText.Plans(days.Count, days[0], days[^1]));
        List<Event> planned = [];
        List<Change> ladders = [];
        foreach (var day in days)
        {
            var meeting = new Event(Id(day, events), EventKind.Regular, EventsText.TitleOf(nameof(EventKind.Regular), null, day), day)
            {
                Time = view.Time,
                Minutes = view.Minutes,
                Place = view.Place,
                Link = last?.Link,
                Chair = Still(last?.Chair),
                Clerk = Still(last?.Clerk),
            };
            planned.Add(meeting);
            entry.Add(new PartRow<Event>(turn.CellId, meeting));

            // One commit, and one undo, holds so many; for the rest the week's clock plans in time.
            var ladder = await reminders.Changes(turn.CellId, null, meeting, cancel);
            ladders.AddRange(ladders.Count + ladder.Count <= MostReminders ? ladder : []);
        }

        await tables.Commit(entry.Beside([.. ladders]).Beside(done is { } change ? [change] : []).Changes, cancel);
        log.PlannedRegular(turn.CellId, planned.Count);
        return Reply.Replace(RegularCards.Done([.. planned.Select(Calendar.View)], there), RegularText.Title);

        string? Still(string? id) => members.FirstOrDefault(member => member.Id == id && member.IsIn(turn.Today))?.Id;
    }

    private static string? Problem(RegularView view, List<DateOnly> chosen, DateTimeOffset now) => view switch
    {
        _ when chosen.Count == 0 => RegularText.ChooseDays,
        { Time: null } => EventsText.GiveTime,
        _ when chosen.FirstOrDefault(day => !view.Days.Any(one => one.Year == day.Year && one.Month == day.Month)) is { Year: > 1 } other => RegularText.OtherMonth(other),
        _ when chosen.FirstOrDefault(day => VietnamTime.At(day, view.Time.Value) <= now) is { Year: > 1 } past => EventsText.IsPast(past, view.Time),
        _ => null,
    };

    private static Reply Again(RegularView view) => Reply.Replace(RegularCards.Propose(view), RegularText.Title);

    /// <summary>A month whose meeting was cancelled gets another.</summary>
    private static string Id(DateOnly day, IReadOnlyList<Event> events)
    {
        var id = RegularDays.IdIn(day);
        var cancelled = events.Count(one => one.Id.StartsWith(id, StringComparison.Ordinal));
        return cancelled == 0 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}.{cancelled + 1}");
    }

    /// <summary>One day a month, in their order.</summary>
    private static List<DateOnly> Days(string? joined) =>
    [
        .. (joined ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : default)
            .Where(day => day != default)
            .Order()
            .DistinctBy(day => (day.Year, day.Month)),
    ];
}
