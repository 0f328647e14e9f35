using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>What an import of a file would change in what is stored. Decided without storing anything.</summary>
internal sealed class ImportPlan
{
    private readonly List<Change[]> _changes = [];

    /// <summary>Changes of the cell's partition; those of one inner list belong into one commit.</summary>
    public IReadOnlyList<Change[]> Changes => _changes;

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Removed { get; private set; }

    public int Unchanged { get; private set; }

    /// <summary>Row keys that stay as the bot has them, though the file says otherwise.</summary>
    public List<string> Kept { get; } = [];

    /// <summary>Why the file can't be imported over what is stored.</summary>
    public List<Mistake> Refused { get; } = [];

    /// <summary>Compares one list of the file with the rows of its kind.</summary>
    /// <param name="refuseRemoval">Says what is wrong when an imported part isn't in the file any more; null where it may go.</param>
    /// <returns>The parts as they will be stored.</returns>
    public IReadOnlyList<T> Compare<T>(string cellId, IReadOnlyList<T> parts, IReadOnlyList<Stored<PartRow<T>>> stored, Func<T, Mistake?>? refuseRemoval = null)
        where T : ICellPart<T>
    {
        var rows = stored.ToDictionary(row => row.Row.Part.Identity, StringComparer.Ordinal);
        var after = new List<T>(parts.Count);
        foreach (var part in parts)
        {
            var fresh = new PartRow<T>(cellId, part) { Imported = Fingerprint.Of(part) };
            if (rows.Remove(part.Identity, out var old))
            {
                after.Add(Meet(fresh, old));
            }
            else
            {
                Added++;
                _changes.Add([Change.Add(fresh)]);
                after.Add(part);
            }
        }

        foreach (var gone in rows.Values)
        {
            if (Stays(gone, refuseRemoval))
            {
                after.Add(gone.Row.Part);
            }
        }

        return after;
    }

    /// <summary>Makes rows that are derived from the parts what they must be. Their changes come after those of the parts: what is read quickly is never newer than the truth.</summary>
    public void Renew<T>(IReadOnlyList<T> rows, IReadOnlyList<Stored<T>> stored)
        where T : ITableRow<T>
    {
        var old = stored.ToDictionary(row => row.Row.RowKey, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (!old.Remove(row.RowKey, out var there))
            {
                _changes.Add([Change.Add(row)]);
            }
            else if (!Change.Put(row).Properties.Span.SequenceEqual(Change.Put(there.Row).Properties.Span))
            {
                _changes.Add([Change.Replace(row, there.ETag)]);
            }
        }

        _changes.AddRange(old.Values.Select(gone => new[] { Change.Delete(gone.Row, gone.ETag) }));
    }

    /// <returns>The part that will be stored.</returns>
    private T Meet<T>(PartRow<T> fresh, Stored<PartRow<T>> old)
        where T : ICellPart<T>
    {
        if (old.Row.Imported == fresh.Imported)
        {
            // The file says what it said before; whatever the bot made of it since stays.
            Unchanged++;
            return old.Row.Part;
        }

        if (old.Row.Imported is null)
        {
            Kept.Add(old.Row.RowKey);
            return old.Row.Part;
        }

        Changed++;
        _changes.Add(old.Row.RowKey == fresh.RowKey
            ? [Change.Replace(fresh, old.ETag)]
            : [Change.Delete(old.Row, old.ETag), Change.Add(fresh)]);
        return fresh.Part;
    }

    private bool Stays<T>(Stored<PartRow<T>> gone, Func<T, Mistake?>? refuseRemoval)
        where T : ICellPart<T>
    {
        if (gone.Row.Imported is null)
        {
            return true;
        }

        if (refuseRemoval?.Invoke(gone.Row.Part) is { } refused)
        {
            Refused.Add(refused);
            return true;
        }

        if (Fingerprint.Of(gone.Row.Part) != gone.Row.Imported)
        {
            Kept.Add(gone.Row.RowKey);
            return true;
        }

        Removed++;
        _changes.Add([Change.Delete(gone.Row, gone.ETag)]);
        return false;
    }
}
