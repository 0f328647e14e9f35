namespace ChiBoBot.Turns;

/// <summary>The person of a turn as the cell knows them.</summary>
/// <param name="CellId">The cell that everything in the turn is about.</param>
/// <param name="MemberId">The member's id in the cell; null for somebody who is no member.</param>
internal sealed record Asker(string CellId, string? MemberId, string Name, Role Roles)
{
    /// <summary>Somebody no cell knows.</summary>
    public static Asker Unknown { get; } = new("", null, "", Role.Stranger);

    /// <summary>Somebody no cell knows, in a group that belongs to this one: no more than what is said aloud there.</summary>
    public static Asker Guest(string cellId, string? name) => new(cellId, null, name ?? "", Role.Guest);

    /// <summary>Whether the access table admits them to the act.</summary>
    public bool May(Act act) => AccessTable.RuleFor(act).Who.Admits(Roles);

    public bool IsAny(Role roles) => (Roles & roles) != 0;
}
