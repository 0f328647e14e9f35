using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Members;

/// <summary>“Chi bộ mình có bao nhiêu đảng viên?”, “danh sách đảng viên nữ”.</summary>
internal sealed record AskRoster(bool CountOnly, Gender? Gender, int? AgeUnder, bool HasUnknownFilter)
{
    public static AskRoster Of(Request request) => new(
        request.Slots.Text("want") == "count",
        request.Slots.Text("gender") switch { "female" => Cells.Gender.Female, "male" => Cells.Gender.Male, _ => null },
        request.Slots.Number("age_under"),
        request.Slots.Texts("filter").Count > 0 || request.Slots.Texts("group_by").Count > 0);
}

internal sealed class AskRosterHandler(IMembers members, SecretaryMail mail) : IHandle<AskRoster>
{
    public async Task<Reply> Handle(AskRoster asked, Turn turn, CancellationToken cancel)
    {
        var cell = await members.FindCell(turn.CellId, cancel);
        var all = await members.List(turn.CellId, cancel);
        var shown = all.Where(member => member.IsIn(turn.Today) && IsMeant(member, asked, turn.Today)).InOrder(turn.Today).ToList();
        var view = new RosterView(
            asked.CountOnly ? MembersText.CountTitle : MembersText.RosterTitle,
            Figure(asked, shown.CountedOn(turn.Today, CountedIn.Cell).Count()),
            Counts(shown, turn.Today),
            asked.CountOnly ? [] : [.. shown.Select(member => MemberWords.Line(member, turn.Today))],
            MembersText.AsOf(cell?.Name ?? turn.CellId, turn.Today))
        {
            Hint = asked.HasUnknownFilter ? MembersText.NotFiltered : null,
        };
        var answer = Reply.Show(MembersCards.Roster(view), view.Figure);
        return turn.Asker.May(Act.ConfirmIdentity) && await mail.Waiting(turn.CellId, all, cancel) is { Count: > 0 } claims
            ? new Reply.Several([answer, .. claims.Select(claim => Reply.Show(claim.Card, claim.Summary))])
            : answer;
    }

    private static bool IsMeant(Member member, AskRoster asked, DateOnly today) =>
        (asked.Gender is not { } gender || member.Gender == gender)
        && (asked.AgeUnder is not { } age || (member.Born is { } born && born.First > today.AddYears(-age)));

    private static string Figure(AskRoster asked, int count) => asked switch
    {
        { AgeUnder: { } age } => MembersText.MembersUnder(count, age),
        { Gender: Gender.Female } => MembersText.Members(count, MembersText.Women),
        { Gender: Gender.Male } => MembersText.Members(count, MembersText.Men),
        _ => MembersText.Members(count),
    };

    /// <summary>Standings always in the same order, men and women where both are shown; nothing that is nought.</summary>
    private static List<Fact> Counts(List<Member> shown, DateOnly today)
    {
        var own = shown.CountedOn(today, CountedIn.Cell).ToList();
        IEnumerable<(string Title, int Count)> counts =
        [
            .. Enum.GetValues<Standing>().Select(standing => (MemberWords.Of(standing), shown.Count(member => member.StandingOn(today) == standing))),
            (MembersText.Men, own.Count(member => member.Gender == Gender.Male)),
            (MembersText.Women, own.Count(member => member.Gender == Gender.Female)),
        ];
        return [.. counts.Where(count => count.Count > 0).Select(count => new Fact(count.Title, $"{count.Count}"))];
    }
}
