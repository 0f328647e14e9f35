using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Members;

/// <summary>The members as rows of their cell's partition.</summary>
internal sealed class MemberStore(ITables tables) : IMembers
{
    public async Task<Cell?> FindCell(string cellId, CancellationToken cancel) =>
        (await tables.Find<CellRow>(cellId, CellRow.Key, cancel))?.Row.Cell;

    public async Task<IReadOnlyList<Member>> List(string cellId, CancellationToken cancel)
    {
        var rows = await tables.List<PartRow<Member>>(cellId, PartRow<Member>.Range, cancel);
        return [.. rows.Select(row => row.Row.Part)];
    }
}
