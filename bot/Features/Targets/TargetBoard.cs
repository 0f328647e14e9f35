using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
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

    /// <summary>What the targets were judged by, as it holds for the cell.</summary>
    public required RulePack<TargetRules> Rules { get; init; }

    /// <summary>The cap on the best grade; null where none held.</summary>
    public required RulePack<GradeRules>? GradeRules { get; init; }

    public required DateOnly Today { get; init; }

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

    /// <summary>Whether an outcome is what was asked for.</summary>
    public static bool Has(TargetOutcome outcome, AskedStatus status) => status switch
    {
        AskedStatus.Met => outcome is TargetOutcome.Met or TargetOutcome.Exceeded,
        AskedStatus.Exceeded => outcome == TargetOutcome.Exceeded,
        AskedStatus.Failed => outcome == TargetOutcome.Failed,
        AskedStatus.NearlyMet => outcome == TargetOutcome.NearlyMet,
        AskedStatus.AtRisk => outcome == TargetOutcome.AtRisk,
        _ => IsMissed(outcome),
    };

    /// <summary>As cards show it; of what is reached without the clauses, which no card of several targets shows.</summary>
    public TargetBoardView View => _view ??= Look();

    public IReadOnlyList<TermRow> Terms { get; } = terms;

    public int? Year { get; } = year;

    public AdaptiveCard Overview => _overview ??= TargetCards.Overview(View);

    public AdaptiveCard With(AskedStatus status) => _statusCards[(int)status] ??= TargetCards.Status(View, status, [.. View.Resolutions.SelectMany(resolution => resolution.Targets).Where(target => Has(target.Outcome, status))]);

    /// <summary>A target as a card shows it that is about it.</summary>
    public TargetView ViewOf(TargetVerdict verdict) => ViewOf(verdict, true) with
    {
        Owner = verdict.Row.OwnerName,
        Years = [.. verdict.Years.Select(year => new TargetYearView(year.Year!.Value, year.Outcome, Clauses(year)))],
        Clash = ClashOf(verdict) is { } clash ? Of(clash) : null,
    };

    /// <summary>Where the target asks for more of the best grade than the cap allows; only of a term that is in force, the past can't be planned.</summary>
    public QuotaClash? ClashOf(TargetVerdict verdict) =>
        Terms.Any(term => term.Term.Id == verdict.Row.TermId && term.IsInForce(Today)) ? QuotaClash.Of(verdict, GradeRules) : null;

    public static QuotaClashView Of(QuotaClash clash)
    {
        var quota = clash.Pack.Rules.Quota;
        return new(clash.Row.Target.Number, clash.Needed, clash.Most, clash.Rated, quota.Percent, quota.Base == QuotaBase.GoodOnly, quota.Scope == QuotaScope.Cell, clash.Pack.Source)
        {
            IsOwn = clash.Pack.Overridden.Count > 0,
        };
    }

    private static TargetView ViewOf(TargetVerdict verdict, bool withClauses)
    {
        var target = verdict.Row.Target;
        return new(target.Number, target.Title, target.Text, verdict.Outcome)
        {
            Clauses = withClauses ? Clauses(verdict) : [],
            Year = verdict.Year,
            Stated = verdict.Stated,
            ByRecords = verdict.ByRecords,
            IsCounted = verdict.IsCounted,
            Note = verdict.Result?.Note,
        };
    }

    private TargetBoardView Look()
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
                        targets.Add(ViewOf(verdict, IsMissed(verdict.Outcome)));
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
            IsTermInstead = Year is not null && Verdicts.Any(verdict => verdict is { Year: null, Outcome: not TargetOutcome.NotAssessed }),
            Basis = Basis(),
            AsOf = AsOf(),
        };
    }

    /// <summary>The rules that an outcome was computed by: what is nearly there, at risk or counted is so by them; what the cell concluded is not.</summary>
    private string? Basis()
    {
        foreach (var verdict in Verdicts)
        {
            if (verdict.Outcome is TargetOutcome.NearlyMet or TargetOutcome.AtRisk || verdict.IsCounted)
            {
                return TargetsText.Basis(Rules.Source, Rules.Overridden.Count > 0);
            }
        }

        return null;
    }

    private static ClauseView[] Clauses(TargetVerdict verdict)
    {
        var clauses = new ClauseView[verdict.Clauses.Count];
        for (var i = 0; i < clauses.Length; i++)
        {
            var measured = verdict.Clauses[i];
            var clause = measured.Clause;
            var below = measured.Holds == false && clause is { Metric: Metric.GradeAtLeast, Population: Population.Members } ? verdict.Grades : null;
            clauses[i] = new(clause.Text, clause.Measure == Measure.Share, (Bound)clause.Comparator, clause.Threshold)
            {
                UpTo = clause.UpTo,
                IsStretch = clause.Stretch,
                Count = measured.Count,
                Of = measured.Of,
                Holds = measured.Holds,
                IsSurpassed = measured.IsSurpassed,
                Missing = measured.Missing,
                Needed = measured.Count is null ? measured.Needed : null,
                Unknown = measured is { IsCounted: true, Counted: { Of: { } of } counted } ? of - counted.Known : 0,
                Month = measured.Counted?.Month,
                Records = measured.Against is { } against ? (against.Count, against.Of) : null,
                Base = BaseOf(measured, verdict.Tally),
                OnlyCompleted = below is not null && clause.Grade < Grade.Completed ? below.Completed : 0,
                NotCompleted = below?.NotCompleted ?? 0,
            };
        }

        return clauses;
    }

    /// <summary>Who was counted, where records say of how many people.</summary>
    private static CountedView? BaseOf(ClauseVerdict measured, Tally? tally)
    {
        if (measured is not { Counted: { Of: { } of, LeftOut: var left }, Clause: { Metric: Metric.GradeAtLeast or Metric.GradeIs or Metric.TitleAtLeast, Population: Population.Members or Population.Officials } clause } || tally?.Year is not { } year)
        {
            return null;
        }

        return new(new DateOnly(year, 12, 31), of, clause.Population == Population.Officials)
        {
            Probationary = left.Probationary,
            Exempt = left.Exempt,
            TemporaryHere = left.TemporaryHere,
            TemporaryAway = left.TemporaryAway,
            Suspended = left.Suspended,
            OtherFunction = left.OtherFunction,
        };
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
