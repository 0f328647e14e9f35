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

    /// <summary>Those who are meant, in the order of a list.</summary>
    public IReadOnlyList<Member> Of(IEnumerable<Member> all, DateOnly day) => [.. all.Where(member => member.IsIn(day) && IsMeant(member, day)).InOrder(day)];

    /// <summary>How many of them count.</summary>
    public string Figure(IEnumerable<Member> shown, DateOnly day) => (this, shown.CountedOn(day, CountedIn.Cell).Count()) switch
    {
        ({ AgeUnder: { } age }, var count) => MembersText.MembersUnder(count, age),
        ({ Gender: Cells.Gender.Female }, var count) => MembersText.Members(count, MembersText.Women),
        ({ Gender: Cells.Gender.Male }, var count) => MembersText.Members(count, MembersText.Men),
        var (_, count) => MembersText.Members(count),
    };

    /// <summary>Standings always in the same order, men and women where both are shown; nothing that is nought.</summary>
    public static IReadOnlyList<Fact> Counts(IReadOnlyList<Member> shown, DateOnly day)
    {
        var own = shown.CountedOn(day, CountedIn.Cell).ToList();
        IEnumerable<(string Title, int Count)> counts =
        [
            .. Enum.GetValues<Standing>().Select(standing => (MemberWords.Of(standing), shown.Count(member => member.StandingOn(day) == standing))),
            (MembersText.Men, own.Count(member => member.Gender == Cells.Gender.Male)),
            (MembersText.Women, own.Count(member => member.Gender == Cells.Gender.Female)),
        ];
        return [.. counts.Where(count => count.Count > 0).Select(count => new Fact(count.Title, $"{count.Count}"))];
    }

    private bool IsMeant(Member member, DateOnly day) =>
        (Gender is not { } gender || member.Gender == gender)
        && (AgeUnder is not { } age || (member.Born is { } born && born.First > day.AddYears(-age)));
}

internal sealed class AskRosterHandler(IMembers members, SecretaryMail mail) : IHandle<AskRoster>
{
    public async Task<Reply> Handle(AskRoster asked, Turn turn, CancellationToken cancel)
    {
        var cell = await members.FindCell(turn.CellId, cancel);
        var all = await members.List(turn.CellId, cancel);
        var shown = asked.Of(all, turn.Today);
        var view = new RosterView(
            asked.CountOnly ? MembersText.CountTitle : MembersText.RosterTitle,
            asked.Figure(shown, turn.Today),
            AskRoster.Counts(shown, turn.Today),
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
}
