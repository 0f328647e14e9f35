using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using ChiBoBot.Storage;

namespace ChiBoBot.Turns;

/// <summary>The commands that wait for a press. A text leads to one; only the press of the same member carries it out, once.</summary>
internal sealed class Pendings(ITables tables)
{
    /// <summary>Keeps what was understood. What the member left lying for too long goes at the same time.</summary>
    /// <returns>The id for the card's data and for <see cref="Reply.Propose"/>.</returns>
    public async Task<string> Keep<T>(Turn turn, string kind, string what, T content, JsonTypeInfo<T> json, CancellationToken cancel)
    {
        var row = new PendingRow(turn.CellId, MemberOf(turn), turn.Key)
        {
            At = turn.At,
            Kind = kind,
            What = what,
            Content = JsonSerializer.Serialize(content, json),
        };
        var old = (await List(turn, cancel)).Where(stored => stored.Row.Id != row.Id && stored.Row.IsOver(turn.At));
        await tables.Commit([Change.Put(row), .. old.Take(Limits.Changes - 1).Select(stored => Change.Delete(stored.Row, ETag.All))], cancel);
        return row.Id;
    }

    /// <summary>The asker's own command of that id and kind; null when it was done, withdrawn, somebody else's or is too old.</summary>
    public async Task<Pending<T>?> Find<T>(Turn turn, string kind, string id, JsonTypeInfo<T> json, CancellationToken cancel)
        where T : class
    {
        var stored = turn.Asker.MemberId is { } member && IsId(id)
            ? await tables.Find<PendingRow>(turn.CellId, PendingRow.KeyOf(member, id), cancel)
            : null;
        return stored is not null && stored.Row.Kind == kind && !stored.Row.IsOver(turn.At)
            ? new(JsonSerializer.Deserialize(stored.Row.Content, json) ?? throw new InvalidDataException($"The pending command '{id}' is empty."), Change.Delete(stored.Row, stored.ETag))
            : null;
    }

    /// <summary>Those of the asker that can still be pressed, the newest first.</summary>
    public async Task<IReadOnlyList<PendingRow>> Open(Turn turn, CancellationToken cancel) =>
        [.. (await List(turn, cancel)).Select(stored => stored.Row).Where(row => !row.IsOver(turn.At)).OrderByDescending(row => row.At)];

    /// <summary>Takes commands back: their cards do nothing any more.</summary>
    public async Task Withdraw(IReadOnlyList<PendingRow> rows, CancellationToken cancel)
    {
        foreach (var row in rows)
        {
            try
            {
                await tables.Commit(Change.Delete(row, ETag.All), cancel);
            }
            catch (ConflictException gone) when (gone.Conflict == Conflict.Missing)
            {
                // Pressed or withdrawn at the same moment.
            }
        }
    }

    private async Task<IReadOnlyList<Stored<PendingRow>>> List(Turn turn, CancellationToken cancel) =>
        await tables.List<PendingRow>(turn.CellId, RowRange.StartingWith($"{PendingRow.Prefix}{MemberOf(turn)}|"), cancel);

    private static string MemberOf(Turn turn) =>
        turn.Asker.MemberId ?? throw new InvalidOperationException("Only a member's command can wait for a press.");

    private static bool IsId(string id) => id.Length is > 0 and <= 64 && id.All(char.IsAsciiHexDigitLower);
}

/// <summary>A command that waits, as its feature kept it.</summary>
/// <param name="Done">Goes into the commit that carries it out: of two presses at once, one wins.</param>
internal sealed record Pending<T>(T Content, Change Done);
