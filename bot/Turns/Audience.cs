namespace ChiBoBot.Turns;

/// <summary>For whom a reply is. Only what is for everyone may be shown in a group.</summary>
internal enum Audience
{
    /// <summary>The person who asked. In a group it goes out 1:1.</summary>
    Asker,

    /// <summary>The cell's committee: shown to an asker of the committee, 1:1.</summary>
    Committee,

    /// <summary>Anybody in the cell: may stand in the cell's group.</summary>
    Everyone,
}
