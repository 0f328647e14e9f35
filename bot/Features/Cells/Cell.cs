namespace ChiBoBot.Features.Cells;

/// <summary>Chi bộ: the owner of everything that is kept about it.</summary>
internal sealed record Cell(string Id, string Name, string TenantId)
{
    /// <summary>The unit above, e.g. the đảng bộ.</summary>
    public string? Parent { get; init; }

    public PartialDate? Founded { get; init; }

    /// <summary>The number of the decision that founded or merged it.</summary>
    public string? Decision { get; init; }

    /// <summary>The cells that were merged into this one.</summary>
    public IReadOnlyList<Predecessor> Predecessors { get; init; } = [];
}

/// <summary>A cell that was merged into another.</summary>
internal sealed record Predecessor(string Id, string Name, PartialDate Until);
