using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Reminders;

/// <summary>Đã xong: an officer says that what a term asks for is done, <c>term-done|clock|of|day</c>. A meeting that is moved to another day has another term.</summary>
internal sealed record TermDoneRow(string CellId, string Key) : ITableRow<TermDoneRow>
{
    private const string Prefix = "term-done|";

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public static string Table => CellRow.Table;

    public static RowRange Range => RowRange.StartingWith(Prefix);

    /// <summary>The term's key in the key of such a row; null for another row.</summary>
    public static string? TermOf(string rowKey) => rowKey.StartsWith(Prefix, StringComparison.Ordinal) ? rowKey[Prefix.Length..] : null;

    public string PartitionKey => CellId;

    public string RowKey => Prefix + Key;

    public void Write(RowWriter row) => row.Text("By", By).Instant("At", At);

    public static TermDoneRow Read(RowReader row) => new(row.PartitionKey, row.RowKey[Prefix.Length..]) { By = row.Text("By"), At = row.Instant("At") };
}

/// <summary>“Ghi đã xong”: nobody is reminded any more of the terms that were chosen. It can be taken back.</summary>
internal sealed class FinishTerms(CellClocks clocks, ITables tables) : IHandle<FinishTermsForm>
{
    // As far ahead as any card tells of terms.
    private const int DaysAhead = 92;
    private const int Attempts = 3;

    public async Task<Reply> Handle(FinishTermsForm form, Turn turn, CancellationToken cancel)
    {
        var chosen = (form.Done ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        if (chosen.Count == 0)
        {
            return Reply.Notify(DeadlineText.ChooseDone);
        }

        for (var attempt = 1; ; attempt++)
        {
            var open = (await clocks.List(turn.CellId, turn.Today, DaysAhead, cancel)).Where(deadline => deadline.Key is { } key && chosen.Contains(key)).ToList();
            if (open.Count == 0)
            {
                return Reply.Notify(DeadlineText.NotOpen);
            }

            var what = DeadlineText.Finished([.. open.Select(deadline => deadline.What)]);
            var entry = new LedgerEntry(turn, what);
            foreach (var deadline in open)
            {
                entry.Add(new TermDoneRow(turn.CellId, deadline.Key!) { By = turn.Asker.MemberId!, At = turn.At });
            }

            try
            {
                await tables.Commit(entry.Changes, cancel);
                return Reply.Replace(LedgerCards.Done(DeadlineText.DidFinish(what), entry.Key), DeadlineText.DidFinish(what));
            }
            catch (ConflictException conflict) when (attempt < Attempts && !conflict.RowKey.StartsWith(InboxRow.Prefix, StringComparison.Ordinal))
            {
                // Another officer said so at the same moment: look again.
            }
        }
    }
}
