using Azure;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>Brings a cell's file into the tables: only what differs, in as few commits as it takes, and so that a broken import is seen and a repeat finishes it.</summary>
internal sealed class CellImport(ITables tables)
{
    private const int LargestCommit = 100;
    private const int Attempts = 5;

    public async Task<ImportReport> Run(CellFile file, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Try(file, cancel);
            }
            catch (ConflictException) when (attempt < Attempts)
            {
                // The bot or another import wrote in between: compare again with what is there now.
            }
        }
    }

    private async Task<ImportReport> Try(CellFile file, CancellationToken cancel)
    {
        var cellId = file.Cell.Id;
        var stored = await tables.Find<CellRow>(cellId, CellRow.Key, cancel);
        var members = await tables.List<PartRow<Member>>(cellId, PartRow<Member>.Range, cancel);
        var plan = await Compare(file, stored?.Row, members, cancel);
        if (plan.Refused.Count > 0)
        {
            return new ImportReport(plan, stored is null, WasUnfinished: false);
        }

        // The index comes before what it points at and goes after it: a row of it that points at nothing is harmless, a missing one is not.
        var people = PeopleOf(file.Cell, file.Members);
        await AddPeople(people, cancel);
        await Commit(file, stored, plan, cancel);
        if (stored is not null)
        {
            await RemovePeople(PeopleOf(stored.Row.Cell, members.Select(row => row.Row.Part)).Except(people), cancel);
        }

        return new ImportReport(plan, stored is null, stored?.Row.Importing is not null);
    }

    private async Task<ImportPlan> Compare(CellFile file, CellRow? cell, IReadOnlyList<Stored<PartRow<Member>>> members, CancellationToken cancel)
    {
        var plan = new ImportPlan();
        var results = await Rows<Result>();

        // Before the first import is finished there is no cell, so nobody could be lost from it.
        var after = new CellFile(file.Cell)
        {
            Members = plan.Compare(file.Cell.Id, file.Members, members, cell is null ? null : Missing),
            Terms = plan.Compare(file.Cell.Id, file.Terms, await Rows<Term>()),
            Resolutions = plan.Compare(file.Cell.Id, file.Resolutions, await Rows<Resolution>()),
            Targets = plan.Compare(file.Cell.Id, file.Targets, await Rows<Target>(), target => StillReferredTo(target, results)),
            Results = plan.Compare(file.Cell.Id, file.Results, results),
            Series = plan.Compare(file.Cell.Id, file.Series, await Rows<YearTotal>()),
            Grades = plan.Compare(file.Cell.Id, file.Grades, await Rows<DecidedGrade>()),
            Awards = plan.Compare(file.Cell.Id, file.Awards, await Rows<Award>()),
            Deeds = plan.Compare(file.Cell.Id, file.Deeds, await Rows<Deed>()),
            Turnouts = plan.Compare(file.Cell.Id, file.Turnouts, await Rows<Turnout>()),
            Rules = plan.Compare(file.Cell.Id, file.Rules, await Rows<OwnRule>()),
        };
        plan.Compare(file.Cell.Id, file.Dues, await Rows<DuesPaid>());
        plan.Compare(file.Cell.Id, file.Events, await Rows<Event>());
        plan.Compare(file.Cell.Id, file.Anniversaries, await Rows<Anniversary>());
        var targets = TargetRow.Of(after);
        plan.Renew(targets, await tables.List<TargetRow>(file.Cell.Id, TargetRow.Range, cancel));
        plan.Renew(TermRow.Of(after, targets), await tables.List<TermRow>(file.Cell.Id, TermRow.Range, cancel));
        if (cell is not null && !string.Equals(cell.Cell.TenantId, file.Cell.TenantId, StringComparison.OrdinalIgnoreCase))
        {
            plan.Refused.Add(new("$.cell.tenant", null, "is another tenant than the one this cell was imported with; a cell stays in its tenant"));
        }

        return plan;

        Task<IReadOnlyList<Stored<PartRow<T>>>> Rows<T>()
            where T : ICellPart<T> => tables.List<PartRow<T>>(file.Cell.Id, PartRow<T>.Range, cancel);
    }

    private static Mistake Missing(Member member) =>
        new("$.members", null, $"the member '{member.Id}' was imported before and is not in the file; a member who has left stays in it with a transfer 'out' and its date");

    private static Mistake? StillReferredTo(Target target, IReadOnlyList<Stored<PartRow<Result>>> results) =>
        results.Any(result => result.Row.Part.Target == target.Id && Fingerprint.Of(result.Row.Part) != result.Row.Imported)
            ? new("$.targets", null, $"the target '{target.Id}' is not in the file any more, but a result was recorded for it in the bot")
            : null;

    private async Task Commit(CellFile file, Stored<CellRow>? stored, ImportPlan plan, CancellationToken cancel)
    {
        var finished = new CellRow(file.Cell);
        var cellChanges = stored is null || stored.Row.Importing is not null || !SameCell(stored.Row.Cell, file.Cell);
        if (plan.Changes.Count == 0 && !cellChanges)
        {
            return;
        }

        // The last commit holds the cell's own row, so it takes one less.
        var batches = Batches(plan.Changes, LargestCommit - 1);
        var tag = stored?.ETag ?? default;
        if (stored is not null && batches.Count > 1)
        {
            tag = await tables.Commit(Change.Replace(stored.Row with { Importing = Fingerprint.Of(file) }, stored.ETag), cancel);
            cellChanges = true;
        }

        for (var i = 0; i < batches.Count - 1; i++)
        {
            await tables.Commit(batches[i], cancel);
        }

        IReadOnlyList<Change> last = cellChanges
            ? [.. batches[^1], stored is null ? Change.Add(finished) : Change.Replace(finished, tag)]
            : batches[^1];
        await tables.Commit(last, cancel);
    }

    // The record's own equality compares its list by reference.
    private static bool SameCell(Cell one, Cell other) => Fingerprint.Of(new CellFile(one)) == Fingerprint.Of(new CellFile(other));

    private static List<List<Change>> Batches(IReadOnlyList<Change[]> changes, int largest)
    {
        List<List<Change>> batches = [[]];
        foreach (var together in changes)
        {
            if (batches[^1].Count + together.Length > largest)
            {
                batches.Add([]);
            }

            batches[^1].AddRange(together);
        }

        return batches;
    }

    private static HashSet<PersonRow> PeopleOf(Cell cell, IEnumerable<Member> members) =>
        members.SelectMany(member => new[]
        {
            member.ObjectId is { } objectId ? new PersonRow(PersonRow.KeyOfObjectId(objectId), cell.Id, member.Id) : null,
            member.Upn is { } upn ? new PersonRow(PersonRow.KeyOfUpn(cell.TenantId, upn), cell.Id, member.Id) : null,
        }).OfType<PersonRow>().ToHashSet();

    private async Task AddPeople(IEnumerable<PersonRow> people, CancellationToken cancel)
    {
        foreach (var person in people)
        {
            if (await tables.Find<PersonRow>(person.PartitionKey, person.RowKey, cancel) is null)
            {
                await tables.Put(person, cancel);
            }
        }
    }

    private async Task RemovePeople(IEnumerable<PersonRow> people, CancellationToken cancel)
    {
        foreach (var person in people)
        {
            if (await tables.Find<PersonRow>(person.PartitionKey, person.RowKey, cancel) is { } there)
            {
                await tables.Commit(Change.Delete(there.Row, ETag.All), cancel);
            }
        }
    }
}

/// <summary>What an import did, or why it refused.</summary>
internal sealed record ImportReport(ImportPlan Plan, bool IsNew, bool WasUnfinished)
{
    public bool IsRefused => Plan.Refused.Count > 0;
}
