using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Members;

/// <summary>“Ai đang dự bị?”, “bao giờ chị Thảo hết dự bị?”, “anh Huy đã chính thức chưa?”</summary>
internal sealed record AskProbation(Meant Who, bool AboutMentor, bool CountOnly, Slots Slots)
{
    public static AskProbation Of(Request request) => new(
        Meant.Of(request.Slots),
        request.Slots.Texts("field").Contains("mentor"),
        request.Slots.Text("want") == "count",
        request.Slots);
}

internal sealed class AskProbationHandler(IMembers members) : IHandle<AskProbation>
{
    public async Task<Reply> Handle(AskProbation asked, Turn turn, CancellationToken cancel)
    {
        if (asked.AboutMentor)
        {
            return Reply.Say(MembersText.NoMentor);
        }

        var cell = await members.FindCell(turn.CellId, cancel);
        var source = MembersText.AsOf(cell?.Name ?? turn.CellId, turn.Today);
        var all = await members.List(turn.CellId, cancel);
        if (!asked.Who.IsNobody)
        {
            var (found, unclear) = asked.Who.Find(all, turn);
            if (unclear is not null)
            {
                return unclear;
            }

            Fact[] facts = [.. found.Select(member => new Fact(member.Name, Words(member, turn.Today)))];
            return Reply.Show(MembersCards.Posts(new(MembersText.ProbationTitle, facts, source)), $"{facts[0].Title}: {facts[0].Value}");
        }

        var days = Periods.Resolve(asked.Slots, turn.Today);
        var probationers = all
            .Where(member => member.IsIn(turn.Today) && !IsOfficial(member, turn.Today) && (days is not { } range || range.Contains(EndOf(member))))
            .OrderBy(EndOf)
            .ToList();
        if (probationers.Count == 0)
        {
            return Reply.Say(days is { } none ? MembersText.NobodyThen(MembersText.ProbationTitle, EventsText.Range(none.From, none.HasEnd ? none.To : null, turn.Today)) : MembersText.NoProbation);
        }

        var view = new RosterView(
            days is { } then ? MembersText.TitleThen(MembersText.ProbationTitle, EventsText.Range(then.From, then.HasEnd ? then.To : null, turn.Today)) : MembersText.ProbationTitle,
            MembersText.PeopleCount(probationers.Count),
            [],
            asked.CountOnly ? [] : [.. probationers.Select(member => new RosterLine(member.Name, Words(member, turn.Today)))],
            MembersText.ByRule(source, MembershipRules.Book.InForce(turn.Today).Source));
        return Reply.Show(MembersCards.Roster(view), view.Figure);
    }

    private static string Words(Member member, DateOnly today) => IsOfficial(member, today)
        ? MembersText.OfficialSince(MemberWords.Of(member.Official!.Value))
        : MembersText.ProbationUntil(MemberWords.Of(member.Joined), Months(member), VietnamTime.Date(EndOf(member)));

    private static bool IsOfficial(Member member, DateOnly today) => member.Official?.First <= today;

    private static DateOnly EndOf(Member member) => member.Joined.Last.AddMonths(Months(member));

    private static int Months(Member member) => MembershipRules.Book.InForce(member.Joined.First).Rules.ProbationMonths;
}
