using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Members;

/// <summary>“Chị Ngân vào Đảng năm nào?”, “ai vào Đảng sớm nhất?”, “năm 2019 kết nạp được những ai?”</summary>
internal sealed record AskJoining(Meant Who, string? Order, string? Comparator, bool OfficialDay, bool CountOnly, Slots Slots)
{
    public static AskJoining Of(Request request) => new(
        Meant.Of(request.Slots),
        request.Slots.Text("order"),
        request.Slots.Text("comparator"),
        request.Slots.Texts("field").Contains("official"),
        request.Slots.Text("want") == "count",
        request.Slots);
}

internal sealed class AskJoiningHandler(IMembers members) : IHandle<AskJoining>
{
    public async Task<Reply> Handle(AskJoining asked, Turn turn, CancellationToken cancel)
    {
        var cell = await members.FindCell(turn.CellId, cancel);
        var source = MembersText.AsOf(cell?.Name ?? turn.CellId, turn.Today);
        var all = await members.List(turn.CellId, cancel);
        if (!asked.Who.IsNobody)
        {
            var (found, unclear) = asked.Who.Find(all, turn);
            return unclear ?? Facts(MembersText.JoinTitle, found, turn.Today, source);
        }

        var own = all.Where(member => member.IsIn(turn.Today) && DayOf(member, asked) is not null).OrderBy(member => DayOf(member, asked)!.Value.First).ToList();
        if (Periods.Year(asked.Slots, turn.Today) is { } year)
        {
            return InYear(asked, own, year, turn, source);
        }

        return (asked.Order, own) switch
        {
            ("earliest", [var first, ..]) => Facts(MembersText.EarliestTitle, Like(own, first, asked), turn.Today, source),
            ("latest", [.., var last]) => Facts(MembersText.LatestTitle, Like(own, last, asked), turn.Today, source),
            _ => Facts(MembersText.JoinTitle, own, turn.Today, source),
        };
    }

    private static Reply InYear(AskJoining asked, List<Member> own, int year, Turn turn, string source)
    {
        var (title, meant) = asked.Comparator switch
        {
            "before" => (MembersText.JoinedBefore(year), own.Where(member => YearOf(member, asked) < year)),
            "after" => (MembersText.JoinedAfter(year), own.Where(member => YearOf(member, asked) > year)),
            "since" or "from" => (MembersText.JoinedSince(year), own.Where(member => YearOf(member, asked) >= year)),
            _ => (MembersText.JoinedIn(year), own.Where(member => YearOf(member, asked) == year)),
        };
        var found = meant.ToList();
        var view = new RosterView(
            asked.OfficialDay ? MembersText.OfficialIn(title) : title,
            MembersText.PeopleCount(found.Count),
            [],
            asked.CountOnly ? [] : [.. found.Select(member => new RosterLine(member.Name, Words(member, turn.Today)))],
            source);
        return Reply.Show(MembersCards.Roster(view), $"{view.Title}: {view.Figure}");
    }

    private static Reply Facts(string title, IReadOnlyList<Member> found, DateOnly today, string source) => Reply.Show(
        MembersCards.Posts(new(title, [.. found.Select(member => new Fact(member.Name, Words(member, today)))], source)),
        found.Count == 1 ? $"{found[0].Name}: {Words(found[0], today)}" : title);

    private static string Words(Member member, DateOnly today) => MembersText.Joined(
        MemberWords.Of(member.Joined),
        member.Official is { } official && official.First <= today ? MemberWords.Of(official) : null,
        PartyYears.On(member, today));

    private static List<Member> Like(List<Member> own, Member one, AskJoining asked) => [.. own.Where(member => DayOf(member, asked) == DayOf(one, asked))];

    private static PartialDate? DayOf(Member member, AskJoining asked) => asked.OfficialDay ? member.Official : member.Joined;

    private static int YearOf(Member member, AskJoining asked) => DayOf(member, asked)!.Value.Year;
}
