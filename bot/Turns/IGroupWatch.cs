using ChiBoBot.Teams;

namespace ChiBoBot.Turns;

/// <summary>Told when a cell's group can't be posted to any more: the bot was removed, the channel or team is gone, or a post was refused for good.</summary>
internal interface IGroupWatch
{
    /// <summary>May be told more than once of the same.</summary>
    Task Lost(string cellId, Conversation group, DateTimeOffset at, CancellationToken cancel);
}
