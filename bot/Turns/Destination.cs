namespace ChiBoBot.Turns;

/// <summary>Where a reply goes.</summary>
internal enum Destination
{
    /// <summary>Into the conversation that it answers.</summary>
    Here,

    /// <summary>Into the asker's own chat; the group sees at most that it was sent.</summary>
    Privately,

    /// <summary>Nowhere: the asker may not see it.</summary>
    Nowhere,
}

/// <summary>Decides where a reply goes. What is not for everyone never stands in a group.</summary>
internal static class Destinations
{
    private const Role Committee = Role.Secretary | Role.DeputySecretary | Role.CommitteeMember;

    /// <param name="conversationsCell">The cell that the group is bound to; null where it is bound to none.</param>
    public static Destination Of(Reply reply, AccessRule rule, Turn turn, string? conversationsCell)
    {
        if (reply.For == Audience.Committee && !turn.Asker.IsAny(Committee))
        {
            return Destination.Nowhere;
        }

        if (turn.InPrivate)
        {
            return Destination.Here;
        }

        var mayStandHere = !turn.IsTargeted && rule.InGroup switch
        {
            InGroup.Here => true,
            InGroup.HereIfCellsOwn => conversationsCell == turn.CellId,
            _ => false,
        };

        return mayStandHere && reply.For == Audience.Everyone ? Destination.Here : Destination.Privately;
    }
}
