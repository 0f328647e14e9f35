using System.Text.Json;
using ChiBoBot.Cards;

namespace ChiBoBot.Teams.Outbound;

/// <summary>Messages and new conversations as Teams' JSON.</summary>
internal static class ActivityWriter
{
    private static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    private static readonly JsonEncodedText Message = JsonEncodedText.Encode("message");

    /// <param name="recipient">Whom a targeted message is for; Teams forbids it where one is changed.</param>
    public static void Write(Utf8JsonWriter json, Outgoing message, Sender? recipient = null)
    {
        json.WriteStartObject();
        switch (message)
        {
            case Outgoing.Words words:
                WriteWords(json, words);
                break;
            case Outgoing.Card card:
                WriteCard(json, card);
                break;
            case Outgoing.Typing:
                json.WriteString(Type, "typing");
                break;
        }

        if (recipient is not null)
        {
            json.WriteStartObject("recipient");
            json.WriteString("id", recipient.TeamsId);
            if (recipient.Name is not null)
            {
                json.WriteString("name", recipient.Name);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    public static void WritePersonal(Utf8JsonWriter json, Conversation near, string teamsId)
    {
        json.WriteStartObject();
        WriteBot(json, near);
        json.WriteStartArray("members");
        json.WriteStartObject();
        json.WriteString("id", teamsId);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteBoolean("isGroup", false);
        json.WriteString("tenantId", near.TenantId);
        json.WriteStartObject("channelData");
        WriteIdOf(json, "tenant", near.TenantId);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteThread(Utf8JsonWriter json, Conversation near, string channelId, Outgoing message)
    {
        json.WriteStartObject();
        WriteBot(json, near);
        json.WriteBoolean("isGroup", true);
        json.WriteString("tenantId", near.TenantId);
        json.WriteStartObject("channelData");
        WriteIdOf(json, "channel", channelId);
        WriteIdOf(json, "tenant", near.TenantId);
        json.WriteEndObject();
        json.WritePropertyName("activity");
        Write(json, message);
        json.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter json, Outgoing.Words words)
    {
        if (string.IsNullOrWhiteSpace(words.Text))
        {
            throw Refused("TextIsEmpty", "A message needs words: Teams answers an empty one with an error.");
        }

        json.WriteString(Type, Message);
        if (words.Mentions is not { Count: > 0 } people)
        {
            json.WriteString(Text, words.Text);
            return;
        }

        var (text, mentions) = MentionWriter.Alias(words.Text, people);
        json.WriteString(Text, text);
        json.WriteStartArray("entities");
        foreach (var (id, name) in mentions)
        {
            json.WriteStartObject();
            json.WriteString(Type, "mention");
            json.WriteString(Text, MentionWriter.Tag(name));
            json.WriteStartObject("mentioned");
            json.WriteString("id", id);
            json.WriteString("name", name);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCard(Utf8JsonWriter json, Outgoing.Card card)
    {
        json.WriteString(Type, Message);
        if (!string.IsNullOrWhiteSpace(card.Summary))
        {
            json.WriteString("summary", card.Summary);
        }

        json.WriteStartArray("attachments");
        json.WriteStartObject();
        json.WriteString("contentType", "application/vnd.microsoft.card.adaptive");
        json.WritePropertyName("content");
        CardJson.Write(json, card.Content);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteBot(Utf8JsonWriter json, Conversation near) => WriteIdOf(json, "bot", near.BotId);

    private static void WriteIdOf(Utf8JsonWriter json, string name, string id)
    {
        json.WriteStartObject(name);
        json.WriteString("id", id);
        json.WriteEndObject();
    }

    internal static ConnectorException Refused(string code, string why) => new(Delivery.Refused, null, code, new InvalidOperationException(why));
}
