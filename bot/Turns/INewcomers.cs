namespace ChiBoBot.Turns;

/// <summary>Meets people whom no cell knows yet.</summary>
internal interface INewcomers
{
    /// <summary>Looks whether the newcomer may be a member that the import named, and asks the secretary. Null where nothing speaks for it.</summary>
    Task<Reply?> Meet(Turn turn, CancellationToken cancel);
}
