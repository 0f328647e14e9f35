using System.Text.Json;
using ChiBoBot.Cards;
using ChiBoBot.Storage;
using ChiBoBot.Understanding;

namespace ChiBoBot.Turns;

/// <summary>From what was said or pressed to a reply: reads, asks the access table, calls the handler. Sends nothing.</summary>
internal sealed class Answerer(Routes routes, IServiceProvider services, IReader reader, IRoster roster, PreviousRequests previous, ILogger<Answerer> log)
{
    private const int ReadingsOffered = 3;

    /// <summary>Answers a text. The reply knows under which rule it was given.</summary>
    public async Task<Answered> Say(string text, Turn turn, CancellationToken cancel)
    {
        var reading = await Read(text, turn, cancel);
        var said = new Said(text, reading);
        if (routes.Find(said) is { } phrase)
        {
            return await Judge(phrase, said, turn, cancel);
        }

        if (!reading.IsSure)
        {
            return new Answered(Unsure(text, reading), AccessTable.RuleFor(Act.AskHelp), Outcome.Unsure);
        }

        if (reading.Requests.Count == 1)
        {
            return await Ask(reading.Requests[0], turn, cancel);
        }

        var parts = new List<Answered>(reading.Requests.Count);
        foreach (var request in reading.Requests)
        {
            parts.Add(await Ask(request, turn, cancel));
        }

        return Answered.Together(parts);
    }

    /// <summary>Answers a pressed button.</summary>
    public async Task<Answered> Press(string verb, JsonElement data, Turn turn, CancellationToken cancel)
    {
        try
        {
            if (verb == HelpCards.AskVerb && Text(data, "text") is { } question)
            {
                return await Say(question, turn, cancel);
            }

            if (verb == HelpCards.MeantVerb && Text(data, "text") is { } text && IntentNames.Find(Text(data, "intent") ?? "") is { } intent)
            {
                return await Meant(text, intent, turn, cancel);
            }

            if (routes.Find(verb) is not { } route)
            {
                return new Answered(Reply.Notify(TurnsText.OldCard), AccessTable.RuleFor(Act.AskHelp), Outcome.OldCard);
            }

            return await Judge(route, data, turn, cancel);
        }
        catch (JsonException)
        {
            return new Answered(Reply.Notify(TurnsText.BadForm), AccessTable.RuleFor(Act.AskHelp), Outcome.BadForm);
        }
        catch (KeyException fault)
        {
            // The card's data was edited: its ids name nothing, and handlers make keys of them. Or the bot made a wrong key by itself.
            log.NoSuchKey(turn.Id, fault);
            return new Answered(Reply.Notify(TurnsText.OldCard), AccessTable.RuleFor(Act.AskHelp), Outcome.BadForm);
        }
    }

    private async Task<Answered> Meant(string text, Intent intent, Turn turn, CancellationToken cancel)
    {
        var reading = await Read(text, turn, cancel);
        foreach (var request in reading.Requests.Concat(reading.Alternatives))
        {
            if (request.Intent == intent)
            {
                return await Ask(request, turn, cancel);
            }
        }

        return await Ask(new Request(intent, Slots.None), turn, cancel);
    }

    private async Task<Reading> Read(string text, Turn turn, CancellationToken cancel)
    {
        var names = turn.CellId.Length == 0 ? [] : await roster.NamesOf(turn.CellId, cancel);
        return reader.Read(text, new ReadingContext(turn.Today, names, await previous.Of(text, turn, cancel)));
    }

    private async Task<Answered> Ask(Request request, Turn turn, CancellationToken cancel)
    {
        previous.Keep(turn, request);
        return routes.Find(request) is { } route
            ? await Judge(route, request, turn, cancel)
            : new Answered(Reply.Say(TurnsText.NotBuiltYet, Audience.Everyone), AccessTable.RuleFor(Act.AskHelp), Outcome.Answered);
    }

    private async Task<Answered> Judge<TAsked>(Route<TAsked> route, TAsked asked, Turn turn, CancellationToken cancel)
    {
        var rule = AccessTable.RuleFor(route.Act);
        return rule.Who.Admits(turn.Asker.Roles)
            ? new Answered(await route.Handle(services, asked, turn, cancel), rule, Outcome.Answered)
            : new Answered(Reply.Say(Denied(turn.Asker)), rule, Outcome.Denied);
    }

    private static string Denied(Asker asker) => asker.Roles switch
    {
        Role.Stranger => TurnsText.Stranger,
        Role.Guest => TurnsText.Guest,
        Role.FormerMember => TurnsText.FormerMember,
        _ => TurnsText.NotAllowed,
    };

    private static Reply Unsure(string text, Reading reading)
    {
        (string, string)[] readings = [.. reading.Requests.Take(1).Concat(reading.Alternatives)
            .Where(request => IsWorthOffering(request.Intent))
            .Select(request => IntentNames.NameOf(request.Intent))
            .Distinct()
            .Take(ReadingsOffered)
            .Select(name => (IntentText.Title(name), name))];
        return readings.Length == 0 || reading.Alternatives.Count == 0
            ? Reply.Show(HelpCards.NotUnderstood(), HelpText.NotUnderstood, Audience.Everyone)
            : Reply.Show(HelpCards.WhichOne(text, readings), TurnsText.WhichOne, Audience.Everyone);
    }

    /// <summary>Nobody presses a button for what would be declined.</summary>
    private static bool IsWorthOffering(Intent intent) =>
        intent is not (Intent.OutOfScope or Intent.ConfidentialRequest or Intent.UnsafeInput or Intent.Greeting or Intent.Thanks);

    private static string? Text(JsonElement data, string name) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
