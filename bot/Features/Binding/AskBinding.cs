using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Binding;

/// <summary>“gắn nhóm này với chi bộ”, “bỏ gắn nhóm này”, said in the group that it is about.</summary>
internal sealed record AskBinding(bool Bind)
{
    public static AskBinding? Of(Said said) =>
        said.Core.StartsWith("gan nhom", StringComparison.Ordinal) || said.Core.StartsWith("gan kenh", StringComparison.Ordinal) ? new(true)
        : said.Core.StartsWith("bo gan nhom", StringComparison.Ordinal) || said.Core.StartsWith("bo gan kenh", StringComparison.Ordinal) || said.Core.StartsWith("go nhom nay", StringComparison.Ordinal) ? new(false)
        : null;
}

/// <summary>Looks who is in the group and shows it to the secretary, who presses.</summary>
internal sealed class AskBindingHandler(ITables tables, Conversations conversations, IConnector connector, Pendings pendings) : IHandle<AskBinding>
{
    public async Task<Reply> Handle(AskBinding asked, Turn turn, CancellationToken cancel)
    {
        if (turn.InPrivate)
        {
            return Reply.Say(asked.Bind ? BindingText.SayItThere : BindingText.SayItThereToo);
        }

        var known = await conversations.Find(turn.Conversation.Id, cancel);
        var command = new BindingCommand(turn.Conversation.Id);
        if (!asked.Bind)
        {
            if (known?.CellId != turn.CellId)
            {
                return Reply.Say(BindingText.NotBound);
            }

            var unbind = await pendings.Keep(turn, UnbindGroup.Kind, BindingText.UnbindWhat, command, BindingJson.Default.BindingCommand, cancel);
            return Reply.Propose(BindingCards.Unbind(unbind), BindingText.UnbindTitle, unbind);
        }

        if (known?.CellId is { } other && other != turn.CellId)
        {
            return Reply.Say(BindingText.OtherCells);
        }

        var roster = new List<RosterMember>();
        try
        {
            await foreach (var person in connector.ListMembers(turn.Conversation with { ThreadRoot = null }, cancel))
            {
                roster.Add(person);
            }
        }
        catch (ConnectorException)
        {
            return Reply.Say(BindingText.NoRoster);
        }

        var cell = await tables.Find<CellRow>(turn.CellId, CellRow.Key, cancel) ?? throw new InvalidOperationException("An asker without a cell.");
        var members = (await tables.List<PartRow<Member>>(turn.CellId, PartRow<Member>.Range, cancel)).Select(row => row.Row.Part).Where(member => member.IsIn(turn.Today)).ToList();
        var here = members.Count(member => roster.Any(person => IsSame(person, member)));
        if (here == 0)
        {
            return Reply.Say(BindingText.NobodyHere);
        }

        var outsiders = roster.Count(person => !members.Any(member => IsSame(person, member)));
        var pending = await pendings.Keep(turn, BindGroup.Kind, BindingText.BindWhat, command, BindingJson.Default.BindingCommand, cancel);
        return Reply.Propose(BindingCards.Bind(new(cell.Row.Cell.Name, here, members.Count, outsiders), pending), BindingText.BindTitle, pending);
    }

    private static bool IsSame(RosterMember person, Member member) =>
        (member.ObjectId is not null && string.Equals(person.ObjectId, member.ObjectId, StringComparison.OrdinalIgnoreCase))
        || (member.Upn is not null && string.Equals(person.UserPrincipalName, member.Upn, StringComparison.OrdinalIgnoreCase));
}
