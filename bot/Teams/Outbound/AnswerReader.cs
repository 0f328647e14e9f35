using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChiBoBot.Teams.Outbound;

/// <summary>Reads what the connector answers. Tolerant: what isn't there is null.</summary>
internal static class AnswerReader
{
    private const int MostWords = 8;
    private const int LongestWord = 2048;

    /// <summary>The id of a message that was sent; null where Teams gave none.</summary>
    public static string? Id(ReadOnlySpan<byte> body)
    {
        try
        {
            var json = new Utf8JsonReader(body);
            while (json.Read())
            {
                if (json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth == 1 && json.ValueTextEquals("id"u8))
                {
                    json.Read();
                    return json.TokenType == JsonTokenType.String ? json.GetString() : null;
                }
            }
        }
        catch (JsonException)
        {
            // The message is out; only its id is unknown.
        }

        return null;
    }

    /// <summary>The first code of an error's body, and all words in which a code may stand. A body that isn't JSON is one word.</summary>
    public static (string? Code, IReadOnlyList<string> Words) Error(ReadOnlySpan<byte> body)
    {
        string? code = null;
        var words = new List<string>();
        try
        {
            var json = new Utf8JsonReader(body);
            while (json.Read() && words.Count < MostWords)
            {
                if (json.TokenType == JsonTokenType.PropertyName)
                {
                    var isCode = json.ValueTextEquals("code"u8);
                    var isWord = isCode || json.ValueTextEquals("subCode"u8) || json.ValueTextEquals("errorCode"u8) || json.ValueTextEquals("message"u8);
                    json.Read();
                    if (isWord && json.TokenType == JsonTokenType.String)
                    {
                        var word = json.GetString()!;
                        words.Add(word);
                        code ??= isCode ? Plain(word) : null;
                    }
                }
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            words.Add(Encoding.UTF8.GetString(body[..Math.Min(body.Length, LongestWord)]));
        }

        return (code, words);
    }

    /// <summary>What came as JSON of one kind; a broken body is a fault of the connector's.</summary>
    public static T Read<T>(Received received, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(received.Body, type) ?? throw new JsonException("The answer is null.");
        }
        catch (JsonException fault)
        {
            throw new ConnectorException(Delivery.Unavailable, received.Status, "AnswerNotUnderstood", fault);
        }
    }

    /// <summary>A code is logged and thrown, so it is letters and digits and short.</summary>
    private static string? Plain(string code)
    {
        var plain = new string([.. code.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.').Take(64)]);
        return plain.Length > 0 ? plain : null;
    }
}

/// <summary>A new conversation, as the connector tells it.</summary>
internal sealed record CreatedAnswer(string? Id, string? ActivityId, string? ServiceUrl);

/// <summary>Somebody in a conversation, as the connector tells it: under one of two names for the object id.</summary>
internal sealed record MemberAnswer(string? Id, string? Name, string? AadObjectId, string? ObjectId, string? UserPrincipalName, string? UserRole)
{
    public RosterMember? Member => string.IsNullOrEmpty(Id) ? null : new(Id, AadObjectId ?? ObjectId, Name, UserPrincipalName, UserRole);
}

/// <summary>A page of a roster.</summary>
internal sealed record MembersAnswer(string? ContinuationToken, IReadOnlyList<MemberAnswer?>? Members);

/// <summary>A team, as the connector tells it.</summary>
internal sealed record TeamAnswer(string? Id, string? Name, string? AadGroupId);

/// <summary>The channels of a team, as the connector tells them.</summary>
internal sealed record ChannelsAnswer(IReadOnlyList<ChannelAnswer?>? Conversations);

/// <summary>A channel, as the connector tells it.</summary>
internal sealed record ChannelAnswer(string? Id, string? Name);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(CreatedAnswer))]
[JsonSerializable(typeof(MemberAnswer))]
[JsonSerializable(typeof(List<MemberAnswer?>))]
[JsonSerializable(typeof(MembersAnswer))]
[JsonSerializable(typeof(TeamAnswer))]
[JsonSerializable(typeof(ChannelsAnswer))]
internal sealed partial class ConnectorJson : JsonSerializerContext;
