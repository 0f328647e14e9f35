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
    public void Compare<T>(string cellId, IReadOnlyList<T> parts, IReadOnlyList<Stored<PartRow<T>>> stored, Func<T, Mistake?>? refuseRemoval = null)
        where T : ICellPart<T>
    {
        var rows = stored.ToDictionary(row => row.Row.Part.Identity, StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var fresh = new PartRow<T>(cellId, part) { Imported = Fingerprint.Of(part) };
            if (rows.Remove(part.Identity, out var old))
            {
                Meet(fresh, old);
            }
            else
            {
                Added++;
                _changes.Add([Change.Add(fresh)]);
            }
        }

        foreach (var gone in rows.Values)
        {
            Part(gone, refuseRemoval);
        }
    }

    private void Meet<T>(PartRow<T> fresh, Stored<PartRow<T>> old)
        where T : ICellPart<T>
    {
        if (old.Row.Imported == fresh.Imported)
        {
            // The file says what it said before; whatever the bot made of it since stays.
            Unchanged++;
        }
        else if (old.Row.Imported is null)
        {
            Kept.Add(old.Row.RowKey);
        }
        else
        {
            Changed++;
            _changes.Add(old.Row.RowKey == fresh.RowKey
                ? [Change.Replace(fresh, old.ETag)]
                : [Change.Delete(old.Row, old.ETag), Change.Add(fresh)]);
        }
    }

    private void Part<T>(Stored<PartRow<T>> gone, Func<T, Mistake?>? refuseRemoval)
        where T : ICellPart<T>
    {
        if (gone.Row.Imported is null)
        {
            return;
        }

        if (refuseRemoval?.Invoke(gone.Row.Part) is { } refused)
        {
            Refused.Add(refused);
        }
        else if (Fingerprint.Of(gone.Row.Part) != gone.Row.Imported)
        {
            Kept.Add(gone.Row.RowKey);
        }
        else
        {
            Removed++;
            _changes.Add([Change.Delete(gone.Row, gone.ETag)]);
        }
    }
}
