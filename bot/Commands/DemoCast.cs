namespace ChiBoBot.Commands;

/// <summary>Who appears in the demo's chat: whoever sits at the keyboard, and five others of the sample cell.</summary>
internal sealed record DemoCast(string TenantId, DemoPerson Self, IReadOnlyList<DemoPerson> Others);

/// <summary>One of the sample cell's members as a chat account.</summary>
internal sealed record DemoPerson(string TeamsId, string Name, string ObjectId, string Upn);
