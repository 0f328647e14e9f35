namespace ChiBoBot.Cards;

/// <summary>The cards that answer questions about targets: the number first, then the words, then where it comes from.</summary>
public static class TargetCards
{
    private const int MostColumns = 3;

    /// <summary>The targets that have a status. What is not reached says why.</summary>
    /// <param name="found">The targets with that status, in the order of the board.</param>
    public static AdaptiveCard Status(TargetBoardView board, AskedStatus status, IReadOnlyList<TargetView> found)
    {
        var total = Total(board);
        var body = Opening(board, TargetsText.Status(status), found.Count == 0 ? null : TargetsText.CountOf(status, found.Count, total));
        if (found.Count == 0)
        {
            AddNothing(body, board, status, total);
        }

        foreach (var target in found)
        {
            body.Add(Brief(target));
        }

        var open = Count(board, TargetOutcome.NotAssessed);
        if (open > 0 && open < total)
        {
            body.Add(TextBlock.Small(TargetsText.NotAssessedYet(open)));
        }

        AddMissed(body, board, status);
        return Card(board, body, Summary(board, status, found.Count, total), [.. Why(found), TargetsText.AskOverview]);
    }

    /// <summary>All targets at a glance, resolution by resolution.</summary>
    public static AdaptiveCard Overview(TargetBoardView board)
    {
        var total = Total(board);
        var met = Met(board);
        var shown = board.Resolutions.Where(resolution => resolution.Total > 0).ToList();
        var body = Opening(board, TargetsText.OverviewTitle, shown.Count == 1 && total > 0 ? TargetsText.MetOf(met, total) : null);
        if (shown.Count is > 1 and <= MostColumns)
        {
            body.Add(new ColumnSet([.. shown.Select(resolution => new Column("1", Figures(resolution)))]));
        }

        foreach (var resolution in shown)
        {
            if (shown.Count > 1)
            {
                body.Add(TextBlock.Bold(resolution.Title));
            }

            body.Add(new TextBlock(TargetsText.Bar(resolution.Met, resolution.Total)) { Color = resolution.Met == resolution.Total ? TextColor.Good : TextColor.Accent });
            body.Add(new TextBlock(TargetsText.Counts(resolution)));
            body.Add(new Container([.. resolution.Targets.Select(target => Line(target))]) { Style = ContainerStyle.Emphasis });
        }

        if (shown.Count == 0 && board.Totals.Count == 0)
        {
            body.Add(new TextBlock(TargetsText.NoTargets(TargetsText.Scope(board))));
        }

        AddSeries(body, board);
        return Card(board, body, total == 0 && board.Totals.Count > 0 ? TargetsText.SeriesSummary(board) : TargetsText.OverviewSummary(TargetsText.Scope(board), met, total), [TargetsText.AskNotMet, TargetsText.AskFailures]);
    }

    /// <summary>Why targets were not reached, clause by clause.</summary>
    public static AdaptiveCard Failures(TargetBoardView board, IReadOnlyList<TargetView> failed)
    {
        var total = Total(board);
        var body = Opening(board, TargetsText.FailuresTitle, failed.Count == 0 ? null : TargetsText.CountOf(AskedStatus.NotMet, failed.Count, total));
        if (failed.Count == 0)
        {
            AddNothing(body, board, AskedStatus.NotMet, total);
        }

        foreach (var target in failed)
        {
            body.Add(Detail(target));
        }

        AddMissed(body, board, AskedStatus.NotMet);
        return Card(board, body, Summary(board, AskedStatus.NotMet, failed.Count, total), [TargetsText.AskOverview]);
    }

    /// <summary>The targets that a question names, with all that is known of each.</summary>
    public static AdaptiveCard Named(TargetBoardView board, IReadOnlyList<TargetView> named)
    {
        var body = Opening(board, TargetsText.Named(named), named.Count == 1 ? TargetsText.Result(named[0].Outcome) : null);
        foreach (var target in named)
        {
            body.Add(Detail(target));
        }

        return Card(board, body, TargetsText.NamedSummary(named), [TargetsText.AskOverview, TargetsText.AskNotMet]);
    }

    /// <summary>What would be if something were so: each target that it touches, before and after.</summary>
    public static AdaptiveCard WhatIf(TargetBoardView board, string question, IReadOnlyList<(TargetView Before, TargetView After)> touched)
    {
        var body = new List<CardElement>(8) { TextBlock.Heading(question), new TextBlock(TargetsText.Scope(board)) };
        foreach (var (before, after) in touched)
        {
            body.Add(TextBlock.Bold(TargetsText.Change(before, after)));
            body.Add(Detail(after));
        }

        body.Add(TextBlock.Small(TargetsText.OnlyComputed));
        return Card(board, body, TargetsText.WhatIfSummary(question, touched), [TargetsText.AskOverview]);
    }

    /// <summary>How many may be rated the best at most, and which targets ask for more.</summary>
    public static AdaptiveCard Quota(QuotaView quota)
    {
        var body = new List<CardElement>(6)
        {
            TextBlock.Heading(TargetsText.QuotaTitle),
            TextBlock.Figure(TargetsText.QuotaFigure(quota)),
            new TextBlock(TargetsText.QuotaWords(quota)),
        };
        body.AddRange(quota.Clashes.Select(clash => new Container([TextBlock.Bold(TargetsText.Clash(clash))]) { Style = ContainerStyle.Warning }));
        body.Add(TextBlock.Small(TargetsText.QuotaSource(quota)));
        return new(body) { FallbackText = TargetsText.QuotaSummary(quota) };
    }

    private static List<CardElement> Opening(TargetBoardView board, string title, string? figure)
    {
        var body = new List<CardElement>(8) { TextBlock.Heading(title) };
        if (figure is not null)
        {
            body.Add(TextBlock.Figure(figure));
        }

        body.Add(new TextBlock(TargetsText.Scope(board)));
        if (board.IsTermInstead)
        {
            body.Add(TextBlock.Small(TargetsText.TermInstead));
        }

        return body;
    }

    private static AdaptiveCard Card(TargetBoardView board, List<CardElement> body, string summary, IReadOnlyList<string> questions)
    {
        foreach (var term in board.Running)
        {
            body.Add(new TextBlock(TargetsText.Running(term)) { Separator = true });
        }

        if (board.Resolutions.Count > 0)
        {
            body.Add(TextBlock.Small(TargetsText.Source(board)));
        }

        if (board.Basis is { } basis)
        {
            body.Add(TextBlock.Small(basis));
        }

        body.Add(Ask(questions));
        return new(body) { FallbackText = summary };
    }

    /// <summary>A line where all is well, and the reasons where it isn't.</summary>
    private static CardElement Brief(TargetView target) =>
        IsReached(target) ? Line(target) : Detail(target);

    private static TextBlock Line(TargetView target) => new(TargetsText.Line(target)) { Color = Color(target.Outcome) };

    private static Container Detail(TargetView target)
    {
        var items = new List<CardElement>(6)
        {
            TextBlock.Bold(TargetsText.Line(target)),
            new TextBlock(target.Text),
        };
        foreach (var clause in target.Clauses)
        {
            items.Add(new TextBlock(TargetsText.Reason(clause, target.Outcome == TargetOutcome.Failed)));
            if (clause is { Missing: not null, IsStretch: false } or { Needed: not null })
            {
                items.Add(TextBlock.Small(TargetsText.Missing(clause)));
            }

            if (clause.Records is { } records)
            {
                items.Add(TextBlock.Bold(TargetsText.Records(records)));
            }
        }

        foreach (var of in target.Clauses.Select(clause => clause.Base).OfType<CountedView>().Distinct())
        {
            items.Add(TextBlock.Small(TargetsText.Base(of)));
        }

        if (target.Years.Count > 1)
        {
            items.Add(TextBlock.Bold(TargetsText.ByYear));
            foreach (var year in target.Years)
            {
                items.Add(new TextBlock(TargetsText.InYear(year)));
            }
        }

        if (target.ByRecords is { } byRecords && byRecords != target.Outcome)
        {
            items.Add(TextBlock.Bold(TargetsText.ByRecords(byRecords)));
        }

        if (target.Clash is { } clash)
        {
            items.AddRange(Clash(clash));
        }

        if (target.Stated is { } stated)
        {
            items.Add(TextBlock.Bold(TargetsText.Stated(stated)));
        }

        if (target.Note is { } note)
        {
            items.Add(TextBlock.Small(TargetsText.Note(note)));
        }

        if (target.Owner is { } owner)
        {
            items.Add(new FactSet(new Fact(TargetsText.Owner, TargetsText.Comrade(owner))));
        }

        return new(items) { Style = Ground(target.Outcome) };
    }

    // On a coloured ground coloured letters can't be read: the sign and the weight tell it.
    private static CardElement[] Clash(QuotaClashView clash) => [TextBlock.Bold(TargetsText.Clash(clash)), TextBlock.Small(TargetsText.ClashSource(clash))];

    private static List<CardElement> Figures(ResolutionView resolution) =>
    [
        TextBlock.Figure(VietnamNumbers.Ratio(resolution.Met, resolution.Total)),
        TextBlock.Small(resolution.Title),
    ];

    /// <summary>The years of which only numbers are kept; several resolutions of a year stand side by side.</summary>
    private static void AddSeries(List<CardElement> body, TargetBoardView board)
    {
        if (board.Totals.Count == 0)
        {
            return;
        }

        body.Add(TextBlock.Bold(TargetsText.ByYear));
        foreach (var year in board.Totals.GroupBy(total => total.Year))
        {
            body.Add(TextBlock.Bold($"{year.Key}"));
            foreach (var part in year.Chunk(MostColumns))
            {
                body.Add(new ColumnSet([.. part.Select(total => new Column("1",
                [
                    new TextBlock(TargetsText.Total(total)) { Color = total.Met == total.Total ? TextColor.Good : TextColor.Attention },
                    TextBlock.Small(TargetsText.Summed(total)),
                ]))]));
            }
        }
    }

    /// <summary>Years in which a target was missed without a record of which.</summary>
    private static void AddMissed(List<CardElement> body, TargetBoardView board, AskedStatus status)
    {
        if (status is not (AskedStatus.NotMet or AskedStatus.Failed))
        {
            return;
        }

        foreach (var total in board.Totals)
        {
            if (total.Met < total.Total)
            {
                body.Add(new TextBlock(TargetsText.TotalsMissed(total.Year, total.Total - total.Met)) { Color = TextColor.Attention });
            }
        }
    }

    /// <summary>No target has the status: says so, or shows the years of which only the numbers are kept.</summary>
    private static void AddNothing(List<CardElement> body, TargetBoardView board, AskedStatus status, int total)
    {
        if (total > 0 || board.Totals.Count == 0)
        {
            body.Add(new TextBlock(Nothing(board, status, total)));
        }
        else if (status is not (AskedStatus.NotMet or AskedStatus.Failed) || board.Totals.All(year => year.Met == year.Total))
        {
            AddSeries(body, board);
        }
    }

    private static string Nothing(TargetBoardView board, AskedStatus status, int total)
    {
        var scope = TargetsText.Scope(board);
        return total == 0 ? TargetsText.NoTargets(scope)
            : Count(board, TargetOutcome.NotAssessed) == total ? TargetsText.NothingAssessed(scope, total)
            : TargetsText.None(status, scope);
    }

    private static string Summary(TargetBoardView board, AskedStatus status, int found, int total) =>
        found > 0 ? TargetsText.StatusSummary(status, TargetsText.Scope(board), found, total)
        : total > 0 || board.Totals.Count == 0 ? Nothing(board, status, total)
        : TargetsText.SeriesSummary(board);

    private static List<string> Why(IReadOnlyList<TargetView> found)
    {
        var questions = new List<string>(4);
        foreach (var target in found)
        {
            if (target.Outcome == TargetOutcome.Failed && questions.Count < 3)
            {
                questions.Add(TargetsText.AskWhy(target.Number));
            }
        }

        return questions;
    }

    private static ActionSet Ask(IReadOnlyList<string> questions)
    {
        var actions = new CardAction[Math.Min(questions.Count, 6)];
        for (var i = 0; i < actions.Length; i++)
        {
            actions[i] = new ExecuteAction(questions[i], HelpCards.AskVerb, new Dictionary<string, string>(1) { ["text"] = questions[i] });
        }

        return new(actions);
    }

    private static bool IsReached(TargetView target) => target.Outcome is TargetOutcome.Met or TargetOutcome.Exceeded;

    private static int Total(TargetBoardView board)
    {
        var total = 0;
        foreach (var resolution in board.Resolutions)
        {
            total += resolution.Total;
        }

        return total;
    }

    private static int Met(TargetBoardView board)
    {
        var met = 0;
        foreach (var resolution in board.Resolutions)
        {
            met += resolution.Met;
        }

        return met;
    }

    private static int Count(TargetBoardView board, TargetOutcome outcome)
    {
        var count = 0;
        foreach (var resolution in board.Resolutions)
        {
            count += resolution.Count(outcome);
        }

        return count;
    }

    // What is at risk has its sign alone: the warning's yellow can't be read on a light ground.
    private static TextColor? Color(TargetOutcome outcome) => outcome switch
    {
        TargetOutcome.Met or TargetOutcome.Exceeded => TextColor.Good,
        TargetOutcome.Failed => TextColor.Attention,
        _ => null,
    };

    private static ContainerStyle Ground(TargetOutcome outcome) => outcome switch
    {
        TargetOutcome.Met or TargetOutcome.Exceeded => ContainerStyle.Good,
        TargetOutcome.Failed => ContainerStyle.Attention,
        TargetOutcome.AtRisk => ContainerStyle.Warning,
        _ => ContainerStyle.Emphasis,
    };
}
