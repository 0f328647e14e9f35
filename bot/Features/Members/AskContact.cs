using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Members;

/// <summary>“Số của chị Ngân là bao nhiêu?”, “email của thư ký?”. The bot keeps no telephone numbers: everybody in the cell is in Teams, where one finds them by the account.</summary>
internal sealed record AskContact(Meant Who, bool EmailOnly, bool Everybody)
{
    public static AskContact Of(Request request) => new(
        Meant.Of(request.Slots),
        request.Slots.Texts("field") is ["email"],
        request.Slots.Text("want") == "list");
}

internal sealed class AskContactHandler(IMembers members) : IHandle<AskContact>
{
    public async Task<Reply> Handle(AskContact asked, Turn turn, CancellationToken cancel)
    {
        if (asked.Who.IsNobody && !asked.Everybody)
        {
            return Reply.Say(MembersText.WhoseContact);
        }

        var cell = await members.FindCell(turn.CellId, cancel);
        var all = (await members.List(turn.CellId, cancel)).Where(member => member.IsIn(turn.Today)).InOrder(turn.Today).ToList();
        var (found, unclear) = asked.Who.IsNobody ? (all, null) : asked.Who.Find(all, turn);
        if (unclear is not null)
        {
            return unclear;
        }

        var view = new RosterView(
            MembersText.ContactTitle,
            found.Count == 1 ? found[0].Name : MembersText.PeopleCount(found.Count),
            [],
            [.. found.Select(member => new RosterLine(member.Name, member.Upn is { } upn ? MembersText.Account(upn) : MembersText.NoAccount))],
            MembersText.AsOf(cell?.Name ?? turn.CellId, turn.Today))
        {
            Hint = asked.EmailOnly ? null : MembersText.NoPhones,
        };
        return Reply.Show(MembersCards.Roster(view), view.Hint ?? view.Title);
    }
}
