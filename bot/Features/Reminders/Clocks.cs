using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;

namespace ChiBoBot.Features.Reminders;

/// <summary>The terms that a cell has to keep, computed from its records. Pure; each names the paper that says so.</summary>
internal static class Clocks
{
    // What a meeting of the week ahead will ask for is told before it.
    private const int PapersAhead = 7;

    private static readonly EventKind[] OfTheCell =
        [EventKind.Regular, EventKind.Thematic, EventKind.Extraordinary, EventKind.Congress, EventKind.MidTermReview, EventKind.YearReview, EventKind.SelfCriticism];

    /// <summary>What falls due from <paramref name="today"/> until <paramref name="until"/>, and what is overdue and can still be seen to be open.</summary>
    /// <param name="meetings">The cell's rules for meetings, where its regular day may be another.</param>
    /// <param name="done">The keys of those that an officer recorded as done.</param>
    public static IReadOnlyList<Deadline> Of(IReadOnlyList<Member> members, IReadOnlyList<Event> events, DateOnly today, DateOnly until, MeetingRules? meetings = null, IReadOnlyList<DuesPaid>? dues = null, IReadOnlySet<string>? done = null)
    {
        if (ClockRules.Book.Find(today) is not { } pack)
        {
            return [];
        }

        var rules = pack.Rules;
        var present = members.Where(member => member.IsIn(today)).ToList();
        return
        [
            .. Meetings(events, rules, meetings, today, until)
                .Concat(Papers(events, rules, today))
                .Concat(Probation(present, rules, today))
                .Concat(Transfers(members, rules))
                .Concat(Badges(present, rules, today, until))
                .Concat(Reviews(rules, today, until))
                .Concat(Unpaid(present, dues ?? [], rules, today))
                .Where(deadline => deadline.Day <= until && (deadline.Day >= today || deadline.StaysOpen) && (deadline.Key is null || done?.Contains(deadline.Key) is not true))
                .OrderBy(deadline => deadline.Day),
        ];
    }

    public static bool AsksForPapers(Event one) => one.State != EventState.Cancelled && OfTheCell.Contains(one.Kind);

    /// <summary>Each month a regular meeting, each quarter a thematic one.</summary>
    private static IEnumerable<Deadline> Meetings(IReadOnlyList<Event> events, ClockRules rules, MeetingRules? own, DateOnly today, DateOnly until)
    {
        for (var month = new DateOnly(today.Year, today.Month, 1); month <= until; month = month.AddMonths(1))
        {
            if (!events.Any(one => RegularDays.IsRegular(one) && one.Date.Year == month.Year && one.Date.Month == month.Month))
            {
                yield return new(own is null ? month.AddDays(rules.MeetingDay - 1) : RegularDays.Of(month, own), DeadlineText.NoMeeting(month.Month, month.Year), rules.Sources["meeting"]) { StaysOpen = true };
            }
        }

        var quarter = new DateOnly(today.Year, (((today.Month - 1) / 3) * 3) + 1, 1);
        var held = events.Count(one => one.Kind == EventKind.Thematic && one.State != EventState.Cancelled && one.Date >= quarter && one.Date < quarter.AddMonths(3));
        if (held < rules.ThematicPerQuarter)
        {
            yield return new(quarter.AddMonths(3).AddDays(-1), DeadlineText.NoThematic(((quarter.Month - 1) / 3) + 1, quarter.Year), rules.Sources["thematic"]);
        }
    }

    /// <summary>Documents before a meeting, minutes and report after it.</summary>
    private static IEnumerable<Deadline> Papers(IReadOnlyList<Event> events, ClockRules rules, DateOnly today)
    {
        foreach (var meeting in events.Where(AsksForPapers))
        {
            if (meeting.Date > today && meeting.Documents.Count == 0)
            {
                yield return new(meeting.Date.AddDays(-rules.DocumentsDaysBefore), DeadlineText.Documents(meeting.Title, meeting.Date), rules.Sources["documents"]) { StaysOpen = true, Ladder = LadderKinds.Papers, Key = KeyOf("documents", meeting.Id, meeting.Date) };
            }

            if (meeting.Date <= today.AddDays(PapersAhead))
            {
                yield return new(meeting.Date.AddDays(rules.PapersDaysAfter), DeadlineText.Papers(meeting.Title, meeting.Date), rules.Sources["papers"]) { Ladder = LadderKinds.Papers, Key = KeyOf("papers", meeting.Id, meeting.Date) };
            }
        }
    }

    /// <summary>Twelve months of probation, then thirty working days to consider.</summary>
    private static IEnumerable<Deadline> Probation(IEnumerable<Member> members, ClockRules rules, DateOnly today)
    {
        foreach (var member in members.Where(member => member.StandingOn(today) == Standing.Probationary && member.Official is null))
        {
            var end = member.Joined.Last.AddMonths(rules.ProbationMonths);
            yield return today <= end
                ? new(end, DeadlineText.ProbationEnds(member.Name), rules.Sources["probation"])
                : new(WorkingDays.After(end, rules.RecognitionWorkingDays), DeadlineText.Recognition(member.Name, end), rules.Sources["recognition"]) { StaysOpen = true };
        }
    }

    /// <summary>Who moves: papers presented here, the move done there.</summary>
    private static IEnumerable<Deadline> Transfers(IEnumerable<Member> members, ClockRules rules) =>
        from member in members
        from move in member.Transfers
        select move.Direction == Direction.In
            ? new Deadline(WorkingDays.After(move.Effective.Last, rules.PresentWorkingDays), DeadlineText.ComesIn(member.Name), rules.Sources["transfer"]) { Key = KeyOf("comes", member.Id, move.Effective.Last) }
            : new Deadline(WorkingDays.After(move.Effective.Last, rules.TransferWorkingDays), DeadlineText.GoesOut(member.Name), rules.Sources["transfer"]) { Key = KeyOf("goes", member.Id, move.Effective.Last) };

    /// <summary>Badges for years of membership: the file is due before the day on which they are given.</summary>
    private static IEnumerable<Deadline> Badges(IReadOnlyList<Member> members, ClockRules rules, DateOnly today, DateOnly until)
    {
        // A file is due some weeks before its day, so days behind the horizon count too.
        var last = until.AddDays(3 * rules.BadgeFileWorkingDays);
        var rounds = Enumerable.Range(today.Year - 1, 3)
            .SelectMany(year => rules.BadgeDays.Select(day => new DateOnly(year, day.Month, day.Day)))
            .Order()
            .ToList();
        for (var i = 1; i < rounds.Count; i++)
        {
            if (rounds[i] < today || rounds[i] > last)
            {
                continue;
            }

            var (after, day) = (rounds[i - 1], rounds[i]);
            var honoured = (from member in members
                            from years in rules.BadgeYears
                            let reached = member.Joined.Last.AddYears(years)
                            where after < reached && reached <= day
                            select DeadlineText.BadgeOf(member.Name, years)).ToList();
            if (honoured.Count > 0)
            {
                yield return new(WorkingDays.Before(day, rules.BadgeFileWorkingDays), DeadlineText.Badges(day, honoured), rules.Sources["badge"]) { Key = KeyOf("badges", "all", day) };
            }
        }
    }

    /// <summary>Months without dues: told when the last of them has begun, and from then on. Who has no record, or is free, has no such clock.</summary>
    private static IEnumerable<Deadline> Unpaid(IReadOnlyList<Member> members, IReadOnlyList<DuesPaid> dues, ClockRules rules, DateOnly today) =>
        from one in dues
        where !one.IsFree
        let member = members.FirstOrDefault(member => member.Id == one.Member)
        let last = one.Until.First.AddMonths(rules.DuesMonths)
        where member is not null && today >= last
        select new Deadline(last.AddMonths(1).AddDays(-1), DuesText.Unpaid(member.Name, one.Until.First, rules.DuesMonths, last), rules.Sources["dues"]) { StaysOpen = true, IsForSecretary = true };

    private static IEnumerable<Deadline> Reviews(ClockRules rules, DateOnly today, DateOnly until) =>
        from year in Enumerable.Range(today.Year, until.Year - today.Year + 1)
        from day in rules.ReviewDays
        select new Deadline(new DateOnly(year, day.Month, day.Day), DeadlineText.Review(day.Month, year), rules.Sources["review"]) { Key = KeyOf("review", "all", new(year, day.Month, day.Day)) };

    private static string KeyOf(string clock, string id, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{clock}|{id}|{day:yyyyMMdd}");
}

/// <summary>A term: by when, what, and which paper says so.</summary>
internal sealed record Deadline(DateOnly Day, string What, string Source)
{
    /// <summary>Names it where no record shows that it is done, so that an officer says so; null where the records do.</summary>
    public string? Key { get; init; }

    /// <summary>By which steps the secretary is reminded of it.</summary>
    public string Ladder { get; init; } = LadderKinds.Term;

    /// <summary>Not for the committee and the clerk: it speaks of one member.</summary>
    public bool IsForSecretary { get; init; }

    /// <summary>It is told also when its day has passed: the records show that it is not done.</summary>
    public bool StaysOpen { get; init; }
}
