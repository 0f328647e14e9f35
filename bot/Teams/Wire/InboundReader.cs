using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Teams.Wire;

/// <summary>Makes of an activity what it means: the one place that knows Teams' types, names and event types.</summary>
internal sealed class InboundReader(IOptions<TeamsOptions> options)
{
    private const string BotPrefix = "28:";

    /// <summary>What arrived, or null where the activity lacks what nothing can do without.</summary>
    /// <param name="service">The connector's address, checked against the token.</param>
    public Inbound? Read(Activity activity, Uri service)
    {
        if (activity is not { Type: { Length: > 0 } type, Conversation.Id: { Length: > 0 } })
        {
            return null;
        }

        var botId = activity.Recipient?.Id ?? BotPrefix + options.Value.AppId;
        var envelope = new Envelope(
            activity.Id is { Length: > 0 } id ? id : ActivityHash.Of(activity),
            Person(activity.From) ?? new Sender("", null, null),
            Places.Read(activity, service, botId))
        {
            Locale = activity.Locale,
            ReplyTo = activity.ReplyToId,
        };

        return type switch
        {
            "message" => envelope.From.TeamsId.Length > 0 ? Message(activity, envelope) : null,
            "invoke" => envelope.From.TeamsId.Length > 0 ? Invoke(activity, envelope) : null,
            "installationUpdate" => Installation(activity, envelope),
            "conversationUpdate" => ConversationUpdate(activity, envelope),
            "messageReaction" => new Inbound.Reacted(envelope, activity.ReplyToId ?? "", Kinds(activity.ReactionsAdded), Kinds(activity.ReactionsRemoved)),
            "messageUpdate" => new Inbound.Edited(envelope),
            "messageDelete" => new Inbound.Deleted(envelope),
            _ => new Inbound.Other(envelope, type, activity.Name),
        };
    }

    private static Inbound Message(Activity activity, Envelope envelope)
    {
        if (IsBot(envelope.From.TeamsId))
        {
            return new Inbound.Other(envelope, "message", null);
        }

        // Action.Submit: a message that nobody wrote. One with words and a value is a suggested sentence that was pressed.
        if (activity.Value is { ValueKind: JsonValueKind.Object } form && (string.IsNullOrWhiteSpace(activity.Text) || form.TryGetProperty("verb", out _)))
        {
            return new Inbound.CardPress(envelope, form.Text("verb") ?? "", Composition.Of(form), activity.ReplyToId);
        }

        var botId = envelope.Conversation.BotId;
        var (text, mentionsBot) = MessageText.Read(activity.Text, activity.Entities, botId, activity.Recipient?.Name);

        // With the right permission Teams would hand over everything that is said in a group: only what is said to the bot is read.
        var isTargeted = activity.Recipient?.IsTargeted == true;
        return mentionsBot || isTargeted || envelope.Conversation.Place == Place.Personal
            ? new Inbound.Message(envelope, text) { Mentions = OtherPeople(activity.Entities, botId), IsTargeted = isTargeted }
            : new Inbound.Other(envelope, "message", null);
    }

    private static Inbound Invoke(Activity activity, Envelope envelope)
    {
        var value = activity.Value ?? Json.Nothing;
        switch (activity.Name)
        {
            case "adaptiveCard/action":
                var action = value.Object("action");
                return new Inbound.CardPress(envelope, action.Text("verb") ?? "", Composition.Of(action.Object("data")), activity.ReplyToId)
                {
                    IsInvoke = true,
                    IsRefresh = value.Text("trigger") == "automatic",
                };

            case "task/fetch":
                var asked = value.Object("data");
                return new Inbound.DialogOpened(envelope, asked.Text("verb") ?? "", asked);

            case "task/submit":
                var handedIn = value.Object("data");
                return new Inbound.DialogSubmitted(envelope, handedIn.Text("verb") ?? "", handedIn);

            case "composeExtension/query":
                var page = value.Object("queryOptions");
                return new Inbound.ExtensionQueried(
                    envelope,
                    value.Text("commandId") ?? "",
                    MessageText.Tidy(SearchWords(value)),
                    Math.Max(0, page.Number("skip") ?? 0),
                    Math.Clamp(page.Number("count") ?? 25, 1, 100));

            default:
                return new Inbound.Other(envelope, "invoke", activity.Name);
        }
    }

    private static Inbound Installation(Activity activity, Envelope envelope) => activity.Action switch
    {
        "add" => new Inbound.Installed(envelope, IsUpgrade: false),
        "add-upgrade" => new Inbound.Installed(envelope, IsUpgrade: true),
        "remove" => new Inbound.Uninstalled(envelope),

        // “remove-upgrade” is the first half of an upgrade: nobody removed the bot.
        _ => new Inbound.Other(envelope, "installationUpdate", activity.Action),
    };

    private static Inbound ConversationUpdate(Activity activity, Envelope envelope)
    {
        var botId = envelope.Conversation.BotId;
        if (Holds(activity.MembersAdded, botId))
        {
            return new Inbound.Installed(envelope, IsUpgrade: false);
        }

        if (Holds(activity.MembersRemoved, botId))
        {
            return new Inbound.Uninstalled(envelope);
        }

        if (People(activity.MembersAdded) is { Count: > 0 } joined)
        {
            return new Inbound.Joined(envelope, joined);
        }

        if (People(activity.MembersRemoved) is { Count: > 0 } left)
        {
            return new Inbound.Left(envelope, left);
        }

        return (activity.ChannelData?.EventType, activity.TopicName) switch
        {
            ({ Length: > 0 } change, _) when IsAboutConversation(change) => new Inbound.ConversationChanged(envelope, change, NameOf(activity.ChannelData, change)),
            (_, { } topic) => new Inbound.ConversationChanged(envelope, "chatRenamed", Composition.Of(topic)),
            var (change, _) => new Inbound.Other(envelope, "conversationUpdate", change),
        };
    }

    private static bool IsAboutConversation(string eventType) => eventType is
        "channelCreated" or "channelDeleted" or "channelRenamed" or "channelRestored" or "channelShared" or "channelUnshared"
        or "teamArchived" or "teamDeleted" or "teamHardDeleted" or "teamRenamed" or "teamRestored" or "teamUnarchived";

    private static string? NameOf(ChannelData? data, string eventType)
    {
        var name = (eventType.StartsWith("channel", StringComparison.Ordinal) ? data?.Channel : data?.Team)?.Name;
        return name is null ? null : Composition.Of(name);
    }

    /// <summary>The first parameter holds what is typed; before anything is typed it is called <c>initialRun</c>.</summary>
    private static string SearchWords(JsonElement query)
    {
        var parameters = query.Items("parameters");
        return parameters.Count > 0 && parameters[0].Text("name") != "initialRun" ? parameters[0].Text("value") ?? "" : "";
    }

    private static bool Holds(IReadOnlyList<Account?>? members, string id)
    {
        foreach (var member in members ?? [])
        {
            if (member?.Id == id)
            {
                return true;
            }
        }

        return false;
    }

    private static List<Sender> People(IReadOnlyList<Account?>? members)
    {
        var people = new List<Sender>(members?.Count ?? 0);
        foreach (var member in members ?? [])
        {
            if (Person(member) is { } person && !IsBot(person.TeamsId))
            {
                people.Add(person);
            }
        }

        return people;
    }

    private static List<Sender> OtherPeople(IReadOnlyList<Entity?>? entities, string botId)
    {
        var people = new List<Sender>(0);
        foreach (var entity in entities ?? [])
        {
            if (entity is { Type: "mention", Mentioned: { MentionType: null or "person" } mentioned }
                && mentioned.Id != botId
                && Person(mentioned) is { } person
                && !people.Contains(person))
            {
                people.Add(person);
            }
        }

        return people;
    }

    private static Sender? Person(Account? account) => account is { Id: { Length: > 0 } id }
        ? new Sender(id, account.AadObjectId ?? account.ObjectId, account.Name is { } name ? Composition.Of(name) : null)
        : null;

    private static bool IsBot(string id) => id.StartsWith(BotPrefix, StringComparison.Ordinal);

    private static List<string> Kinds(IReadOnlyList<Reaction?>? reactions)
    {
        var kinds = new List<string>(reactions?.Count ?? 0);
        foreach (var reaction in reactions ?? [])
        {
            if (reaction?.Type is { Length: > 0 } kind)
            {
                kinds.Add(kind);
            }
        }

        return kinds;
    }
}
