using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>The rounds of a cell and how they stand: who is how far, and sums. No text and nobody's own grade can be had from here.</summary>
internal sealed class RoundStore(ITables tables)
{
    private const int FewestForSums = 3;

    public Task<Stored<PartRow<Round>>?> Find(string cellId, string roundId, CancellationToken cancel) =>
        tables.Find<PartRow<Round>>(cellId, PartRow<Round>.KeyOf(roundId), cancel);

    /// <summary>All of them, the newest first.</summary>
    public async Task<IReadOnlyList<Round>> List(string cellId, CancellationToken cancel) =>
        [.. (await tables.List<PartRow<Round>>(cellId, PartRow<Round>.Range, cancel)).Select(row => row.Row.Part).OrderByDescending(round => round.OpenedAt)];

    /// <summary>The one that is meant without a name: of the open ones what ends first, otherwise the newest.</summary>
    public static Round? Current(IReadOnlyList<Round> rounds) => rounds.Where(round => round.IsOpen).MinBy(round => round.Deadline) ?? (rounds.Count > 0 ? rounds[0] : null);

    /// <summary>The sheets that were begun, by member.</summary>
    public async Task<IReadOnlyDictionary<string, Sheet>> Sheets(string cellId, string roundId, CancellationToken cancel) =>
        (await StoredSheets(cellId, roundId, cancel)).ToDictionary(sheet => sheet.Key, sheet => sheet.Value.Row.Part, StringComparer.Ordinal);

    public async Task<IReadOnlyDictionary<string, Stored<PartRow<Sheet>>>> StoredSheets(string cellId, string roundId, CancellationToken cancel) =>
        (await tables.List<PartRow<Sheet>>(cellId, RowRange.StartingWith(PartRow<Sheet>.KeyOf($"{roundId}|")), cancel))
            .ToDictionary(row => row.Row.Part.Member, StringComparer.Ordinal);

    /// <summary>How many propose which grade for themselves, of the sheets that are handed in now. Only sums leave this method, and none while the round is open: one more sheet, or one more member, would tell whose grade it adds.</summary>
    public async Task<IReadOnlyDictionary<Grade, int>> SelfProposed(string cellId, Round round, CancellationToken cancel)
    {
        var reading = tables.List<PartRow<HandedIn>>(cellId, RowRange.StartingWith(PartRow<HandedIn>.KeyOf($"{round.Id}|")), cancel);
        var sheets = await Sheets(cellId, round.Id, cancel);
        var handedIn = sheets.Values.Count(sheet => sheet.State == SheetState.HandedIn);
        if (round.IsOpen || handedIn < FewestForSums)
        {
            return new Dictionary<Grade, int>();
        }

        return (await reading)
            .Select(row => row.Row.Part)
            .Where(handed => sheets.GetValueOrDefault(handed.Member) is { State: SheetState.HandedIn } sheet && sheet.Version == handed.Version)
            .Select(handed => handed.SelfProposed)
            .OfType<Grade>()
            .CountBy(grade => grade)
            .ToDictionary();
    }

    public async Task<IReadOnlyDictionary<string, Member>> Members(string cellId, CancellationToken cancel) =>
        (await tables.List<PartRow<Member>>(cellId, PartRow<Member>.Range, cancel)).ToDictionary(row => row.Row.Part.Id, row => row.Row.Part, StringComparer.Ordinal);
}
