using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Attendance;

/// <summary>Erases what members wrote about meetings longer ago than it has to be kept: opinions beforehand, and why they asked to be excused. That they asked, and what was decided, stays.</summary>
internal sealed class MeetingWords(ITables tables)
{
    public async Task<ExpiredWords> Expired(string cellId, DateOnly today, CancellationToken cancel)
    {
        var since = today.AddMonths(-RetentionRules.Book.InForce(today).Rules.MeetingMonths);
        var opinions = await tables.List<OpinionRow>(cellId, RowRange.StartingWith(OpinionRow.Prefix), cancel);
        var absences = await tables.List<AbsenceRow>(cellId, RowRange.StartingWith(AbsenceRow.Prefix), cancel);
        return new(
            [.. opinions.Where(opinion => VietnamTime.DateOf(opinion.Row.At) < since)],
            [.. absences.Where(absence => VietnamTime.DateOf(absence.Row.AskedAt) < since && absence.Row is not { Reason: null, Note: null })]);
    }

    public Task Erase(ExpiredWords words, Turn turn, CancellationToken cancel) => Erasure.Commit(
        tables,
        new(turn with { Id = turn.Id + "-meetings" }, AttendanceText.DidErase(words.Opinions.Count, words.Reasons.Count)),
        [
            .. words.Opinions.Select(opinion => Change.Delete(opinion.Row, opinion.ETag)),
            .. words.Reasons.Select(absence => Change.Replace(absence.Row with { Reason = null, Note = null }, absence.ETag)),
        ],
        cancel);
}

/// <summary>Words that need not be kept any more.</summary>
internal sealed record ExpiredWords(IReadOnlyList<Stored<OpinionRow>> Opinions, IReadOnlyList<Stored<AbsenceRow>> Reasons)
{
    public bool IsEmpty => Opinions.Count + Reasons.Count == 0;
}
