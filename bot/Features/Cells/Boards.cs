using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>Keeps the rows that questions read in step with the records they are made of. Whoever changes a record that feeds them commits what this gives along with it.</summary>
internal sealed class Boards(ITables tables)
{
    // Read before the records: whoever changes one meanwhile changes these too, and the commit is refused.
    private static readonly string[] Feeding =
    [
        PrefixOf<Member>(), PrefixOf<Term>(), PrefixOf<Resolution>(), PrefixOf<Target>(), PrefixOf<Result>(), PrefixOf<YearTotal>(),
        PrefixOf<DecidedGrade>(), PrefixOf<Award>(), PrefixOf<Deed>(), PrefixOf<Turnout>(), PrefixOf<OwnRule>(),
    ];

    /// <summary>What must change in the boards when these changes are made; nothing where none of them feeds a board.</summary>
    /// <param name="changes">Changes of rows of the cell's partition, of any kind.</param>
    public async Task<IReadOnlyList<Change>> Renewed(string cellId, IReadOnlyCollection<Change> changes, CancellationToken cancel)
    {
        if (!changes.Any(change => Feeding.Any(prefix => change.RowKey.StartsWith(prefix, StringComparison.Ordinal))))
        {
            return [];
        }

        var targets = await tables.List<TargetRow>(cellId, TargetRow.Range, cancel);
        var terms = await tables.List<TermRow>(cellId, TermRow.Range, cancel);
        var after = await Parts(cellId, changes, cancel);
        var plan = new ImportPlan();
        var rows = TargetRow.Of(after);
        plan.Renew(rows, targets);
        plan.Renew(TermRow.Of(after, rows), terms);
        return [.. plan.Changes.SelectMany(together => together)];
    }

    /// <summary>The records that boards are made of, as they are or as they will be after <paramref name="changes"/>.</summary>
    public async Task<CellFile> Parts(string cellId, IReadOnlyCollection<Change> changes, CancellationToken cancel)
    {
        var members = Read<Member>();
        var terms = Read<Term>();
        var resolutions = Read<Resolution>();
        var targets = Read<Target>();
        var results = Read<Result>();
        var series = Read<YearTotal>();
        var grades = Read<DecidedGrade>();
        var awards = Read<Award>();
        var deeds = Read<Deed>();
        var turnouts = Read<Turnout>();
        var rules = Read<OwnRule>();
        return new CellFile(new Cell(cellId, "", ""))
        {
            Members = await members,
            Terms = await terms,
            Resolutions = await resolutions,
            Targets = await targets,
            Results = await results,
            Series = await series,
            Grades = await grades,
            Awards = await awards,
            Deeds = await deeds,
            Turnouts = await turnouts,
            Rules = await rules,
        };

        async Task<IReadOnlyList<T>> Read<T>()
            where T : ICellPart<T>
        {
            var parts = new SortedDictionary<string, T>(StringComparer.Ordinal);
            foreach (var (row, _) in await tables.List<PartRow<T>>(cellId, PartRow<T>.Range, cancel))
            {
                parts.Add(row.RowKey, row.Part);
            }

            foreach (var change in changes.Where(change => change.RowKey.StartsWith(PrefixOf<T>(), StringComparison.Ordinal)))
            {
                parts.Remove(change.RowKey);
                if (change.Kind != ChangeKind.Delete)
                {
                    parts.Add(change.RowKey, PartRow<T>.Read(new RowReader(cellId, change.RowKey, default, change.Properties)).Part);
                }
            }

            return [.. parts.Values];
        }
    }

    private static string PrefixOf<T>()
        where T : ICellPart<T> => T.Kind + "|";
}
