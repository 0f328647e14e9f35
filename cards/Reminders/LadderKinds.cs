namespace ChiBoBot.Cards;

/// <summary>What is reminded of by steps that a cell may choose, and what can be chosen for each.</summary>
public static class LadderKinds
{
    public const string Meeting = "meeting";

    /// <summary>A round of self-assessments.</summary>
    public const string Assessment = "assessment";

    /// <summary>The secretary's terms: probation, moves, badges, reviews, meetings that are not planned yet.</summary>
    public const string Term = "term";

    /// <summary>The secretary's terms around a meeting: documents before it, minutes and report after it.</summary>
    public const string Papers = "papers";

    /// <summary>Wishes in the group; off unless the cell chooses its one step.</summary>
    public const string Birthday = "birthday";

    public const string Group = "Group";
    public const string Unanswered = "Unanswered";
    public const string Secretary = "Secretary";

    public static readonly IReadOnlyList<string> All = [Meeting, Assessment, Term, Papers, Birthday];

    /// <summary>So many steps a ladder may have.</summary>
    public static int Slots(string kind) => kind switch
    {
        Term => 4,
        Papers => 2,
        Birthday => 1,
        _ => 6,
    };

    /// <summary>Whom its steps can speak to.</summary>
    public static IReadOnlyList<string> Whom(string kind) => kind switch
    {
        Term or Papers => [Secretary],
        Birthday => [Group],
        _ => [Group, Unanswered, Secretary],
    };

    /// <summary>Days or hours before, days after (<c>1a</c>).</summary>
    public static IReadOnlyList<string> Whens(string kind) => kind switch
    {
        Assessment => ["14d", "10d", "7d", "5d", "3d", "2d", "1d", "0d", "1a", "2a", "3a"],
        Term => ["60d", "30d", "14d", "7d", "5d", "3d", "2d", "1d", "0d"],
        Papers => ["2d", "1d", "0d"],
        Birthday => ["0a"],
        _ => ["7d", "5d", "4d", "3d", "2d", "1d", "0d", "4h", "3h", "2h", "1h"],
    };
}
