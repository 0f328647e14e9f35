using System.CommandLine;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Members;
using ChiBoBot.Teams;
using ChiBoBot.Turns;

namespace ChiBoBot.Commands;

/// <summary><c>chibobot ask</c>: one turn without Teams. Prints the reply as a person would read it.</summary>
internal static class AskCommand
{
    public static Command Create()
    {
        var text = new Argument<string>("text") { Description = "What the member says." };
        var cell = Operator.Cell();
        var member = new Option<string>("--as") { Description = "Who asks: a member's id or full name.", Required = true };
        var place = new Option<string>("--in") { Description = "Where it is asked.", DefaultValueFactory = _ => "chat" };
        place.AcceptOnlyFromAmong("chat", "group");
        var today = new Option<DateOnly?>("--today") { Description = "The day it is asked, e.g. 2026-11-22; today in Vietnam if it is left out." };
        var command = new Command("ask", "Asks the bot as a member of a cell, without Teams, and prints what it would answer.") { text, cell, member, place, today };
        command.SetAction((asked, cancel) => Operator.WithBot(asked, async app =>
        {
            var (found, complaint) = await Find(app.Services.GetRequiredService<IMembers>(), asked.GetRequiredValue(cell), asked.GetRequiredValue(member), cancel);
            if (found is null)
            {
                await asked.InvocationConfiguration.Error.WriteLineAsync(complaint);
                return 1;
            }

            var turn = TurnOf(found, asked.GetRequiredValue(cell), asked.GetRequiredValue(place) == "group", At(asked.GetValue(today), TimeProvider.System));
            var answered = await app.Services.GetRequiredService<Answerer>().Say(asked.GetRequiredValue(text), turn, cancel);
            await asked.InvocationConfiguration.Output.WriteLineAsync(Shown(answered, turn));
            return 0;
        }, cancel));
        return command;
    }

    /// <summary>What stands where: the reply in the asker's own chat, or what the cell's group sees of it.</summary>
    internal static string Shown(Answered answered, Turn turn)
    {
        var text = Text(answered.Reply);
        return Destinations.Of(answered.Reply, answered.Rule, turn, turn.CellId) switch
        {
            Destination.Here => text,
            Destination.Privately => $"(group) {TurnsText.SentInPrivate}\n(1:1)\n{text}",
            _ => TurnsText.NotAllowed,
        };
    }

    private static string Text(Reply reply) => reply switch
    {
        Reply.Words words => words.Text,
        Reply.Notice notice => notice.Text,
        Reply.Card card => CardText.Of(card.Content),
        Reply.Replacement card => CardText.Of(card.Content),
        Reply.Several several => string.Join("\n\n", several.Parts.Select(Text)),
        _ => throw new InvalidOperationException($"{reply.GetType().Name} has no text."),
    };

    internal static async Task<(Member? Found, string Complaint)> Find(IMembers members, string cellId, string who, CancellationToken cancel)
    {
        if (await members.FindCell(cellId, cancel) is null)
        {
            return (null, $"There is no cell '{cellId}' in this database. Import its file first: chibobot import <file>.");
        }

        var all = await members.List(cellId, cancel);
        var found = all.FirstOrDefault(member => member.Id == who || string.Equals(member.Name, who, StringComparison.OrdinalIgnoreCase));
        return (found, $"Nobody in the cell '{cellId}' has the id or name '{who}'. Its ids are: {string.Join(", ", all.Select(member => member.Id))}.");
    }

    internal static Turn TurnOf(Member member, string cellId, bool inGroup, DateTimeOffset at) => new(
        "ask",
        at,
        new Asker(cellId, member.Id, member.Name, member.RolesOn(VietnamTime.DateOf(at))),
        new Sender("29:ask", member.ObjectId, member.Name),
        new Conversation("ask", inGroup ? Place.Group : Place.Personal, "", new Uri("https://localhost/"), "28:ask"));

    private static DateTimeOffset At(DateOnly? day, TimeProvider clock) =>
        day is { } asked ? VietnamTime.At(asked, new TimeOnly(8, 0)) : clock.GetUtcNow();
}
