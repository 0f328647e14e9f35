using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Members;

/// <summary>The names that a cell's sentences may hold, remembered for a short while.</summary>
internal sealed class Roster(IMembers members, TimeProvider clock) : IRoster
{
    private const int CellsRemembered = 2000;

    // What is remembered lives for one to two spans.
    private readonly RecentMap<string, IReadOnlyList<string>> _names = new(TimeSpan.FromSeconds(30), CellsRemembered, clock);

    public ValueTask<IReadOnlyList<string>> NamesOf(string cellId, CancellationToken cancel) =>
        _names.TryGet(cellId, out var names) ? ValueTask.FromResult(names) : new(Load(cellId, cancel));

    private async Task<IReadOnlyList<string>> Load(string cellId, CancellationToken cancel)
    {
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        var names = Names(await members.List(cellId, cancel), today);
        _names.Set(cellId, names);
        return names;
    }

    /// <summary>Who has left is asked about too (“anh Tùng chuyển đi đâu?”), but never makes the name of somebody who is here ambiguous.</summary>
    private static IReadOnlyList<string> Names(IReadOnlyList<Member> all, DateOnly today)
    {
        var here = all.Where(member => member.IsIn(today)).Select(member => member.Name).ToList();
        var called = here.Select(GivenName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. here, .. all.Where(member => member.HasLeft(today) && !called.Contains(GivenName(member.Name))).Select(member => member.Name)];
    }

    private static string GivenName(string name) => name[(name.LastIndexOf(' ') + 1)..];
}
