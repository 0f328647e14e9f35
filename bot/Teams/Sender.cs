namespace ChiBoBot.Teams;

/// <summary>Who did something in Teams, as the validated activity says.</summary>
/// <param name="TeamsId">The id that only this bot knows the person by, e.g. <c>29:…</c>.</param>
/// <param name="ObjectId">The person's Entra object id; absent for some events and guests.</param>
internal sealed record Sender(string TeamsId, string? ObjectId, string? Name);
