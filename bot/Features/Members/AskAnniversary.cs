using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Members;

/// <summary>“Tháng này ai sinh nhật?”, “năm nay ai đủ 30 năm tuổi Đảng?”</summary>
/// <param name="Years">The round number of years in the Party that is asked for.</param>
internal sealed record AskAnniversary(Meant Who, bool OfParty, int? Years, Slots Slots)
{
    public static AskAnniversary Of(Request request) => new(
        Meant.Of(request.Slots),
        request.Slots.Text("kind") == "party_anniversary" || request.Slots.Number("years") is not null,
        request.Slots.Number("years"),
        request.Slots);
}

internal sealed class AskAnniversaryHandler(IMembers members) : IHandle<AskAnniversary>
{
    private const int DaysAhead = 60;

    public async Task<Reply> Handle(AskAnniversary asked, Turn turn, CancellationToken cancel)
    {
        var cell = await members.FindCell(turn.CellId, cancel);
        var source = MembersText.AsOf(cell?.Name ?? turn.CellId, turn.Today);
        var all = await members.List(turn.CellId, cancel);
        var title = asked.OfParty ? MembersText.PartyAnniversaryTitle : MembersText.BirthdayTitle;
        if (!asked.Who.IsNobody)
        {
            var (found, unclear) = asked.Who.Find(all, turn);
            return unclear ?? Show(title, [.. found.Select(member => new Fact(member.Name, OfOne(member, asked, turn.Today)))], source);
        }

        // “Ai đủ 30 năm?” without a period means this year; everything else what comes next.
        var days = Periods.Resolve(asked.Slots, turn.Today)
            ?? (asked.Years is null ? DateRange.Since(turn.Today) : new DateRange(new DateOnly(turn.Today.Year, 1, 1), new DateOnly(turn.Today.Year, 12, 31)));
        var to = days.HasEnd ? days.To : days.From.AddDays(asked.Years is null ? DaysAhead : 365);
        var own = all.Where(member => member.IsIn(turn.Today)).ToList();
        var entries = asked.OfParty ? InParty(own, asked.Years, days.From, to) : Birthdays(own, days.From, to);
        var range = EventsText.Range(days.From, to, turn.Today);
        return entries.Count == 0
            ? Reply.Say(MembersText.NobodyThen(title, range))
            : Show(MembersText.TitleThen(title, range), [.. entries.OrderBy(entry => entry.Day).Select(entry => new Fact(entry.Member.Name, entry.Words))], source);
    }

    private static List<(DateOnly Day, Member Member, string Words)> Birthdays(List<Member> own, DateOnly first, DateOnly last) =>
    [
        .. from member in own
           where member.Born is { Month: not null, Day: not null }
           let born = member.Born!.Value
           let day = Next(born.Month!.Value, born.Day!.Value, first)
           where day <= last
           select (day, member, MembersText.DayOfYear(born.Month!.Value, born.Day!.Value)),
    ];

    private static List<(DateOnly Day, Member Member, string Words)> InParty(List<Member> own, int? years, DateOnly first, DateOnly last) =>
    [
        .. from member in own
           let joined = member.Joined.Last
           let day = years is { } round ? PartyYears.Reached(member, round) : Next(joined.Month, joined.Day, first)
           where first <= day && day <= last
           select (day, member, MembersText.YearsOn(day, day.Year - joined.Year)),
    ];

    private static string OfOne(Member member, AskAnniversary asked, DateOnly today)
    {
        if (asked.OfParty)
        {
            var day = asked.Years is { } years ? PartyYears.Reached(member, years) : Next(member.Joined.Last.Month, member.Joined.Last.Day, today);
            return MembersText.YearsOn(day, day.Year - member.Joined.Year);
        }

        return member.Born is { Month: { } month, Day: { } ofMonth } ? MembersText.DayOfYear(month, ofMonth) : MembersText.NoBirthday;
    }

    /// <summary>The next such day; the 29th of February falls on the 28th where there is none.</summary>
    private static DateOnly Next(int month, int day, DateOnly from)
    {
        var next = On(from.Year, month, day);
        return next >= from ? next : On(from.Year + 1, month, day);
    }

    private static DateOnly On(int year, int month, int day) => new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));

    private static Reply Show(string title, Fact[] facts, string source) =>
        Reply.Show(MembersCards.Posts(new(title, facts, source)), facts.Length == 1 ? $"{facts[0].Title}: {facts[0].Value}" : title);
}
