using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Targets;

/// <summary>What a question about targets is answered from: the terms it is about with every target of theirs judged, and the terms in force beside them.</summary>
/// <remarks>Nothing in it depends on who asks: a card of it is drawn once.</remarks>
internal sealed class TargetBoard(IReadOnlyList<TermRow> terms, IReadOnlyList<TargetVerdict> verdicts, IReadOnlyList<TermRow> running, int? year)
{
    private readonly AdaptiveCard?[] _statusCards = new AdaptiveCard?[Enum.GetValues<AskedStatus>().Length];
    private TargetBoardView? _view;
    private AdaptiveCard? _overview;

    public IReadOnlyList<TargetVerdict> Verdicts { get; } = verdicts;

    /// <summary>The terms in force that the question is not about.</summary>
    public IReadOnlyList<TermRow> Running { get; } = running;

    /// <summary>The cell has no term at all.</summary>
    public bool IsBlank { get; init; }

    /// <summary>What is said when there is nothing to show; null when there is.</summary>
    public Reply? Empty =>
        IsBlank ? Reply.Say(TargetsText.Blank, Audience.Everyone)
        : terms.Count == 0 ? Reply.Say(TargetsText.NoSuchTerm, Audience.Everyone)
        : null;

    /// <summary>Chưa đạt in all its kinds; what was never assessed is not among them.</summary>
    public static bool IsMissed(TargetOutcome outcome) =>
        outcome is TargetOutcome.Failed or TargetOutcome.NotYet or TargetOutcome.NearlyMet or TargetOutcome.AtRisk;

    /// <summary>As cards show it; of what is reached without the clauses, which no card of several targets shows.</summary>
    public TargetBoardView View => _view ??= Look();

    public AdaptiveCard Overview => _overview ??= TargetCards.Overview(View);

    public AdaptiveCard With(AskedStatus status) => _statusCards[(int)status] ??= TargetCards.Status(View, status, [.. View.Resolutions.SelectMany(resolution => resolution.Targets).Where(target => Has(target.Outcome, status))]);

    /// <summary>A target as a card shows it that is about it.</summary>
    /// <param name="owners">The names of the members who look after targets, by id.</param>
    public static TargetView ViewOf(TargetVerdict verdict, IReadOnlyDictionary<string, string> owners) => ViewOf(verdict, true) with
    {
        Owner = verdict.Row.Target.Owner is { } owner ? owners.GetValueOrDefault(owner) : null,
    };

    private static TargetView ViewOf(TargetVerdict verdict, bool withClauses)
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

    private static bool Has(TargetOutcome outcome, AskedStatus status) => status switch
    {
        AskedStatus.Met => outcome is TargetOutcome.Met or TargetOutcome.Exceeded,
        AskedStatus.Exceeded => outcome == TargetOutcome.Exceeded,
        AskedStatus.Failed => outcome == TargetOutcome.Failed,
        AskedStatus.NearlyMet => outcome == TargetOutcome.NearlyMet,
        AskedStatus.AtRisk => outcome == TargetOutcome.AtRisk,
        _ => IsMissed(outcome),
    };

    private TargetBoardView Look()
    {
        var resolutions = new List<ResolutionView>();
        foreach (var term in terms)
        {
            foreach (var resolution in term.Resolutions)
            {
                var targets = new List<TargetView>();
                foreach (var verdict in Verdicts)
                {
                    if (verdict.Row.Target.Resolution == resolution.Id)
                    {
                        targets.Add(ViewOf(verdict, IsMissed(verdict.Outcome)));
                    }
                }

                resolutions.Add(new(resolution.Title, targets) { Number = resolution.Number });
            }
        }

        return new([.. terms.Select(term => (term.Term.From.Year, term.Term.To.Year))])
        {
            Resolutions = resolutions,
            Totals = Totals(),
            Running = [.. Running.Select(term => new RunningTermView(term.Term.From.Year, term.Term.To.Year, term.Targets, term.Concluded, term.UnderWay))],
            Year = year,
            IsTermInstead = year is not null && Verdicts.Any(verdict => verdict.Result is { Year: null }),
            AsOf = AsOf(),
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
        if (terms.All(term => term.Totals.Count == 0))
        {
            return [];
        }

        var titles = terms.Concat(Running).SelectMany(term => term.Resolutions).ToDictionary(resolution => resolution.Id, resolution => resolution.Title);
        return
        [
            .. from term in terms
               from total in term.Totals
               where year is null || total.Year == year
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
