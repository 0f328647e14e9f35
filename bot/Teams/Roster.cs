namespace ChiBoBot.Teams;

/// <summary>Somebody in a conversation, as Teams' roster says. Guests and hidden accounts lack some of it.</summary>
internal sealed record RosterMember(string TeamsId, string? ObjectId, string? Name, string? UserPrincipalName, string? Role);

/// <summary>A team that the bot is installed in.</summary>
internal sealed record TeamDetails(string Id, string? Name, string? GroupId);

/// <summary>A channel of a team; the general channel has no name.</summary>
internal sealed record ChannelDetails(string Id, string? Name);
