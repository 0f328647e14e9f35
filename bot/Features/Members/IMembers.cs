using ChiBoBot.Features.Cells;

namespace ChiBoBot.Features.Members;

/// <summary>The members of a cell as they are kept, also those who have left.</summary>
internal interface IMembers
{
    Task<Cell?> FindCell(string cellId, CancellationToken cancel);

    /// <summary>All of them, in one range read.</summary>
    Task<IReadOnlyList<Member>> List(string cellId, CancellationToken cancel);
}
