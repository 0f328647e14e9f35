using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Reminders;

/// <summary>“Nhắc mọi người chiều mai 2 giờ họp nhé.”</summary>
internal sealed record AskReminder(Slots Slots)
{
    public static AskReminder Of(Request request) => new(request.Slots);
}

/// <summary>Shows what would be sent, to whom, where and when. The press sends it.</summary>
internal sealed class AskReminderHandler(ITables tables, Crowd crowd, Groups groups, Pendings pendings) : IHandle<AskReminder>
{
    private const int NamesShown = 8;

    public async Task<Reply> Handle(AskReminder asked, Turn turn, CancellationToken cancel)
    {
        var members = (await tables.List<PartRow<Member>>(turn.CellId, PartRow<Member>.Range, cancel)).Select(row => row.Row.Part).Where(member => member.IsIn(turn.Today)).ToList();
        if (Audience(asked.Slots, members, turn, out var to) is { } problem)
        {
            return Reply.Say(problem);
        }

        if (to.Circle != Circle.Self && !turn.Asker.May(Act.RemindOthers))
        {
            return Reply.Say(ReminderText.OnlyOfficers);
        }

        if (to.Circle is Circle.NotSubmitted or Circle.NotCheckedIn && await crowd.Open(turn.CellId, to, turn.At, cancel) is null)
        {
            return Reply.Say(to.Circle == Circle.NotSubmitted ? ReminderText.NoRound : ReminderText.NoRollCall);
        }

        var concerned = await crowd.Of(turn.CellId, to, turn.At, cancel);
        if (concerned.Count == 0)
        {
            return Reply.Say(ReminderText.Nobody(to.Circle is Circle.NotSubmitted or Circle.NotCheckedIn));
        }

        var events = (await tables.List<PartRow<Event>>(turn.CellId, From(turn.Today), cancel)).Select(row => row.Row.Part).Where(one => one.EndsAt > turn.At).OrderBy(one => one.StartsAt).ToList();
        var draft = ReminderDraft.Of(asked.Slots, to, events, turn.At, ReminderRules.Book.InForce(turn.Today).Rules.Quiet);
        var hasGroup = await groups.Of(turn.CellId, cancel) is not null;
        if (draft.Where == Where.Group && !hasGroup)
        {
            draft = draft with { Where = Where.OwnChats };
        }

        var pending = await pendings.Keep(turn, SendReminder.Kind, ReminderText.What(draft.Text), new ReminderCommand(to), RemindersJson.Default.ReminderCommand, cancel);
        var view = new ReminderView(
            draft.Text,
            ReminderText.To(to.Circle.ToString(), concerned.Count, [.. concerned.Take(NamesShown).Select(member => member.Name)]),
            MayChooseGroup: hasGroup && (to.Circle is Circle.All or Circle.Committee or Circle.Person),
            InGroup: draft.Where == Where.Group,
            At: draft.At > turn.At ? draft.At : null)
        {
            WasQuiet = draft.WasQuiet,
            HasNoGroup = !hasGroup && to.Circle == Circle.All,
        };
        return Reply.Propose(ReminderCards.Propose(view, pending), ReminderText.ProposeTitle, pending);
    }

    /// <summary>Whom the sentence means.</summary>
    /// <returns>What to say where that isn't clear.</returns>
    private static string? Audience(Slots slots, List<Member> members, Turn turn, out Recipients to)
    {
        to = new(Circle.All, []);
        switch (slots.Text("audience"))
        {
            case "self":
                to = new(Circle.Self, [turn.Asker.MemberId!]);
                return null;
            case "committee":
                to = new(Circle.Committee, []);
                return null;
            case "not_submitted":
                to = new(Circle.NotSubmitted, []) { About = "assessment" };
                return null;
            case "not_checked_in":
                to = new(Circle.NotCheckedIn, []) { About = "attendance" };
                return null;
            case "person":
                var chosen = new List<string>();
                foreach (var name in slots.Texts("person"))
                {
                    switch (members.Where(member => Means(name, member.Name)).ToList())
                    {
                        case [var one]:
                            chosen.Add(one.Id);
                            break;
                        case []:
                            return ReminderText.NoSuchMember(name);
                        case var several:
                            return ReminderText.WhichMember(name, [.. several.Select(member => member.Name)]);
                    }
                }

                to = new(Circle.Person, chosen);
                return chosen.Count == 0 ? ReminderText.WhoShouldBeReminded : null;
            default:
                return null;
        }
    }

    /// <summary>The whole name, or its last words as people call each other.</summary>
    private static bool Means(string said, string name) =>
        string.Equals(said, name, StringComparison.OrdinalIgnoreCase) || name.EndsWith(" " + said, StringComparison.OrdinalIgnoreCase);

    private static RowRange From(DateOnly day) =>
        new(PartRow<Event>.KeyOf(day.AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), PartRow<Event>.Range.Below);
}

/// <summary>What was understood of a command, beside what the card lets the officer edit.</summary>
internal sealed record ReminderCommand(Recipients To);
