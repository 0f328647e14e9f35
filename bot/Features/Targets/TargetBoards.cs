using System.Diagnostics.CodeAnalysis;
using Azure;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Targets;

/// <summary>Reads what a question is about: the cell's terms, and then the targets of those that it means.</summary>
/// <remarks>The terms are read for each question. As long as their rows carry the tags of the last time, nothing has changed, and the board of the last time is right:
/// so most questions cost one short read, on any instance, and none is answered from what is no longer so.</remarks>
internal sealed class TargetBoards(ITables tables, TimeProvider clock)
{
    private readonly RecentMap<Question, Known> _known = new(TimeSpan.FromHours(1), 1000, clock);

    /// <param name="underWay">The question is about what is still under way, so about the terms in force.</param>
    public async Task<TargetBoard> Read(string cellId, Slots slots, bool underWay, DateOnly today, CancellationToken cancel)
    {
        var rows = await tables.List(TermRow.Table, cellId, TermRow.Range, cancel);
        var question = new Question(cellId, slots.Text("period"), underWay);
        if (!TryRemember(question, rows, today, out var board))
        {
            board = await Read(cellId, [.. rows.Select(TermRow.Read)], question, Periods.Year(slots, today), today, cancel);
            _known.Set(question, new([.. rows.Select(row => (row.RowKey, row.ETag))], today, board));
        }

        return board;
    }

    private async Task<TargetBoard> Read(string cellId, TermRow[] terms, Question question, int? year, DateOnly today, CancellationToken cancel)
    {
        IReadOnlyList<OwnRule> own = terms.Length > 0 ? terms[0].Rules : [];
        var rules = own.Of(TargetRules.Book.InForce(today), TargetRules.Book.Topic);
        var grades = GradeRules.Book.Find(year is { } asked ? new DateOnly(asked, 12, 31) : today);
        var chosen = TermChoice.Choose(terms, question.Period, year, question.UnderWay, today);
        var verdicts = new List<TargetVerdict>();
        var withTargets = chosen.Where(term => term.Targets > 0).ToList();
        if (withTargets.Count > 0)
        {
            // One read, however many terms it is about.
            var range = withTargets.Count == 1 ? TargetRow.RangeOf(withTargets[0].Term.Id) : TargetRow.Range;
            var rows = (await tables.List<TargetRow>(cellId, range, cancel)).ToLookup(row => row.Row.TermId);
            foreach (var term in withTargets)
            {
                verdicts.AddRange(rows[term.Term.Id].Select(row => TargetJudge.Judge(row.Row, term.Term, year, today, rules.Rules)));
            }
        }

        return new(chosen, verdicts, [.. terms.Where(term => term.IsInForce(today) && !chosen.Contains(term))], year)
        {
            IsBlank = terms.Length == 0,
            Today = today,
            Rules = rules,
            GradeRules = grades is null ? null : own.Of(grades, GradeRules.Book.Topic),
        };
    }

    private bool TryRemember(Question question, IReadOnlyList<RowReader> rows, DateOnly today, [NotNullWhen(true)] out TargetBoard? board)
    {
        board = _known.TryGet(question, out var known) && known.Today == today && known.IsOf(rows) ? known.Board : null;
        return board is not null;
    }

    private readonly record struct Question(string CellId, string? Period, bool UnderWay);

    private sealed record Known((string RowKey, ETag ETag)[] Rows, DateOnly Today, TargetBoard Board)
    {
        public bool IsOf(IReadOnlyList<RowReader> rows)
        {
            if (rows.Count != Rows.Length)
            {
                return false;
            }

            for (var i = 0; i < Rows.Length; i++)
            {
                if (rows[i].RowKey != Rows[i].RowKey || rows[i].ETag != Rows[i].ETag)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
