namespace ChiBoBot.Cards;

/// <summary>What a roll-call card shows to everybody: the meeting and sums, no names.</summary>
/// <param name="Roll">The roll call's id, for its buttons.</param>
/// <param name="When">Day and hour as people say them.</param>
public sealed record RollView(string Roll, string Meeting, string When)
{
    public required int Summoned { get; init; }

    public required int Present { get; init; }

    public required int Late { get; init; }

    public required int Excused { get; init; }

    public required int Absent { get; init; }

    /// <summary>Those of whom nothing is known yet.</summary>
    public required int Open { get; init; }

    /// <summary>Those who came beside the counted ones.</summary>
    public required int Beside { get; init; }

    /// <summary>When it closes by itself, or was closed.</summary>
    public required DateTimeOffset Closes { get; init; }

    public required bool IsOpen { get; init; }

    public string? Reopened { get; init; }

    /// <summary>The Teams ids of those for whom Teams fetches a view of their own.</summary>
    public IReadOnlyList<string> Viewers { get; init; } = [];
}

/// <summary>One member in the clerk's list.</summary>
public sealed record DeskSeat(string MemberId, string Name, SeatMark Mark, bool ByClerk);

/// <summary>The clerk's list of a roll call.</summary>
/// <param name="Chosen">The ids of those who are chosen already.</param>
public sealed record DeskView(RollView Roll, IReadOnlyList<DeskSeat> Seats, IReadOnlyList<string> Chosen)
{
    /// <summary>What was just done.</summary>
    public string? Said { get; init; }

    public string? Hint { get; init; }
}

/// <summary>What will happen when a roll call is opened.</summary>
/// <param name="Pending">The id of the command that waits.</param>
public sealed record OpenRollView(string Pending, string Meeting, string When, string? Place, string Called, DateTimeOffset? LateFrom, DateTimeOffset Closes, bool IsReopening)
{
    public bool HasGroup { get; init; }
}
