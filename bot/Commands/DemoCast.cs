namespace ChiBoBot.Commands;

/// <summary>Who appears in the demo's chat: whoever sits at the keyboard, and five others of the sample cell.</summary>
internal sealed record DemoCast(string TenantId, DemoPerson Self, IReadOnlyList<DemoPerson> Others)
{
    /// <summary>The own chat with the bot of whoever sits at the keyboard.</summary>
    public string OwnChat { get; init; } = "a:demo-personal";

    /// <summary>The same people at another keyboard, where one of the others sits.</summary>
    public DemoCast At(DemoPerson other) => this with { Self = other, Others = [Self, .. Others.Where(one => one != other)], OwnChat = "a:" + other.ObjectId };
}

/// <summary>One of the sample cell's members as a chat account.</summary>
internal sealed record DemoPerson(string TeamsId, string Name, string ObjectId, string Upn);
