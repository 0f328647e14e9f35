using System.Text;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Cells;

/// <summary>Puts together what one press changes in the cell's records, so that it is committed at once with its audit row and its inbox row, and can be undone.</summary>
/// <remarks>What a member wrote about himself is not copied into the ledger: it goes <see cref="Beside"/>.</remarks>
internal sealed class LedgerEntry(Turn turn, string what)
{
    private readonly List<Change> _changes = [];
    private readonly List<AuditedChange> _audited = [];

    /// <summary>The row key of the entry: the undo button carries it.</summary>
    public string Key { get; } = AuditRow.KeyOf(turn.At, turn.Key);

    /// <summary>The row must be new.</summary>
    public LedgerEntry Add<T>(T row) where T : ITableRow<T> => Record(Change.Add(row), null);

    /// <summary>The row becomes this if it still is what was read.</summary>
    public LedgerEntry Replace<T>(Stored<T> was, T row) where T : ITableRow<T> => Record(Change.Replace(row, was.ETag), Text(Change.Put(was.Row)));

    /// <summary>The row becomes this if it still is what was read, or still isn't there.</summary>
    public LedgerEntry Set<T>(Stored<T>? was, T row) where T : ITableRow<T> => was is null ? Add(row) : Replace(was, row);

    /// <summary>The row goes if it still is what was read.</summary>
    public LedgerEntry Remove<T>(Stored<T> was) where T : ITableRow<T>
    {
        _changes.Add(Change.Delete(was.Row, was.ETag));
        _audited.Add(new(was.Row.RowKey, Text(Change.Put(was.Row)), null));
        return this;
    }

    /// <summary>A change of the same commit that is neither recorded nor undone, e.g. the pending command that is done.</summary>
    public LedgerEntry Beside(params ReadOnlySpan<Change> changes)
    {
        _changes.AddRange(changes);
        return this;
    }

    /// <summary>Everything, to be committed at once.</summary>
    public IReadOnlyList<Change> Changes =>
    [
        .. _changes,
        Change.Add(new AuditRow(turn.CellId, turn.At, turn.Key)
        {
            By = turn.Asker.MemberId ?? throw new InvalidOperationException("Only members change a cell's records."),
            What = what,
            Changes = _audited,
        }),
        Change.Add(InboxRow.Of(turn)),
    ];

    private LedgerEntry Record(Change change, string? was)
    {
        _audited.Add(new(change.RowKey, was, Text(change)));
        _changes.Add(change.With(AuditRow.Stamp, turn.Key));
        return this;
    }

    private static string Text(Change change) => Encoding.UTF8.GetString(change.Properties.Span);
}
