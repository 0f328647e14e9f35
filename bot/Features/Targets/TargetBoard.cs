using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Targets;

/// <summary>What a question about targets is answered from: the terms it is about with every target of theirs judged, and the terms in force beside them.</summary>
internal sealed record TargetBoard(IReadOnlyList<TermRow> Terms, IReadOnlyList<TargetVerdict> Verdicts, IReadOnlyList<TermRow> Running, int? Year)
{
    /// <summary>The cell has no term at all.</summary>
    public bool IsBlank { get; init; }

    /// <summary>What is said when there is nothing to show; null when there is.</summary>
    public Reply? Empty =>
        IsBlank ? Reply.Say(TargetsText.Blank, Audience.Everyone)
        : Terms.Count == 0 ? Reply.Say(TargetsText.NoSuchTerm, Audience.Everyone)
        : null;

    /// <summary>Chưa đạt in all its kinds; what was never assessed is not among them.</summary>
    public static bool IsMissed(TargetOutcome outcome) =>
        outcome is TargetOutcome.Failed or TargetOutcome.NotYet or TargetOutcome.NearlyMet or TargetOutcome.AtRisk;

    /// <summary>As cards show it; of what is reached without the clauses, which no card of several targets shows.</summary>
    public TargetBoardView View()
    {
        var resolutions = new List<ResolutionView>();
        foreach (var term in Terms)
        {
            foreach (var resolution in term.Resolutions)
            {
                var targets = new List<TargetView>();
                foreach (var verdict in Verdicts)
                {
                    if (verdict.Row.Target.Resolution == resolution.Id)
                    {
                        targets.Add(View(verdict, IsMissed(verdict.Outcome)));
                    }
                }

                resolutions.Add(new(resolution.Title, targets) { Number = resolution.Number });
            }
        }

        return new([.. Terms.Select(term => (term.Term.From.Year, term.Term.To.Year))])
        {
            Resolutions = resolutions,
            Totals = Totals(),
            Running = [.. Running.Select(term => new RunningTermView(term.Term.From.Year, term.Term.To.Year, term.Targets, term.Concluded, term.UnderWay))],
            Year = Year,
            IsTermInstead = Year is not null && Verdicts.Any(verdict => verdict.Result is { Year: null }),
            AsOf = AsOf(),
        };
    }

    /// <param name="owners">The names of the members who look after targets, by id.</param>
    public static TargetView View(TargetVerdict verdict, IReadOnlyDictionary<string, string> owners) => View(verdict, true) with
    {
        Owner = verdict.Row.Target.Owner is { } owner ? owners.GetValueOrDefault(owner) : null,
    };

    private static TargetView View(TargetVerdict verdict, bool withClauses)
    {
        var target = verdict.Row.Target;
        return new(target.Number, target.Title, target.Text, verdict.Outcome)
        {
            Clauses = withClauses ? Clauses(verdict) : [],
            Year = verdict.Result?.Year,
            Stated = verdict.Stated,
            Note = verdict.Result?.Note,
        };
    }

    private static ClauseView[] Clauses(TargetVerdict verdict)
    {
        var clauses = new ClauseView[verdict.Clauses.Count];
        for (var i = 0; i < clauses.Length; i++)
        {
            var measured = verdict.Clauses[i];
            var clause = measured.Clause;
            var below = measured.Holds == false && clause is { Metric: Metric.GradeAtLeast, Population: Population.Members } ? verdict.Result?.Grades : null;
            clauses[i] = new(clause.Text, clause.Measure == Measure.Share, (Bound)clause.Comparator, clause.Threshold)
            {
                UpTo = clause.UpTo,
                IsStretch = clause.Stretch,
                Count = measured.Count,
                Of = measured.Of,
                Holds = measured.Holds,
                IsSurpassed = measured.IsSurpassed,
                Missing = measured.Missing,
                OnlyCompleted = below is not null && clause.Grade < Grade.Completed ? below.Completed : 0,
                NotCompleted = below?.NotCompleted ?? 0,
            };
        }

        return clauses;
    }

    private YearTotalView[] Totals()
    {
        if (Terms.All(term => term.Totals.Count == 0))
        {
            return [];
        }

        var titles = Terms.Concat(Running).SelectMany(term => term.Resolutions).ToDictionary(resolution => resolution.Id, resolution => resolution.Title);
        return
        [
            .. from term in Terms
               from total in term.Totals
               where Year is null || total.Year == Year
               orderby total.Year
               select new YearTotalView(total.Year, total.Met, total.Total, total.Exceeded, [.. total.Resolutions.Select(id => titles.GetValueOrDefault(id)).OfType<string>()]),
        ];
    }

    private (int Year, int? Month, int? Day)? AsOf()
    {
        PartialDate? latest = null;
        foreach (var verdict in Verdicts)
        {
            if (verdict.Result?.Concluded is { } concluded && (latest is null || concluded.Last > latest.Value.Last))
            {
                latest = concluded;
            }
        }

        return latest is { } date ? (date.Year, date.Month, date.Day) : null;
    }
}
