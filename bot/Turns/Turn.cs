using System.Security.Cryptography;
using System.Text;
using ChiBoBot.Teams;

namespace ChiBoBot.Turns;

/// <summary>One thing a person said or pressed: who, when and where. Handed to every handler.</summary>
/// <param name="Id">The activity's id: a repeat has the same.</param>
/// <param name="At">The one moment that the turn calls now (UTC).</param>
internal sealed record Turn(string Id, DateTimeOffset At, Asker Asker, Sender Sender, Conversation Conversation)
{
    /// <summary>Names the turn in row keys. Teams numbers messages by the millisecond in each conversation, so two conversations of a cell may use one id.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Conversation.Id} {Id}")).AsSpan(0, 12));

    /// <summary>The turn's day in Vietnam.</summary>
    public DateOnly Today { get; } = Cards.VietnamTime.DateOf(At);

    /// <summary>Said to the bot alone although others are in the conversation: none of them sees the answer either.</summary>
    public bool IsTargeted { get; init; }

    public string CellId => Asker.CellId;

    public bool InPrivate => Conversation.Place == Place.Personal;
}
