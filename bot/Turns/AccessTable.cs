namespace ChiBoBot.Turns;

/// <summary>Who may ask, do and see what, and where the answer may stand. What has no line here is denied.</summary>
internal static class AccessTable
{
    public static IReadOnlyList<AccessRule> Rules { get; } =
    [
        new(Act.AskHelp, WhoMay.Anybody, InGroup.Here),
        new(Act.SeeTargets, WhoMay.Holding(Role.Member), InGroup.HereIfCellsOwn),
        new(Act.RecordTargets, WhoMay.Holding(Role.Secretary | Role.DeputySecretary | Role.Clerk), InGroup.Privately),
        new(Act.ChangeTargets, WhoMay.Holding(Role.Secretary | Role.DeputySecretary), InGroup.Privately),
        new(Act.SeeEvents, WhoMay.Holding(Role.Member | Role.Guest), InGroup.HereIfCellsOwn),
        new(Act.SeeMembers, WhoMay.Holding(Role.Member), InGroup.Privately),
        new(Act.FollowCalendar, WhoMay.Holding(Role.Member), InGroup.Privately),
        new(Act.PlanEvents, WhoMay.Holding(Role.Secretary | Role.DeputySecretary | Role.Clerk), InGroup.Privately),
        new(Act.SeeAttendance, WhoMay.Holding(Role.Member), InGroup.HereIfCellsOwn),
        new(Act.SeeAbsentees, WhoMay.Holding(Role.Secretary | Role.DeputySecretary | Role.CommitteeMember | Role.Clerk), InGroup.Privately),
        new(Act.MarkAttendance, WhoMay.Holding(Role.Member), InGroup.Privately),
        new(Act.RunRollCall, WhoMay.Holding(Role.Member), InGroup.Privately),
        new(Act.RunEveryRollCall, WhoMay.Holding(Role.Secretary | Role.DeputySecretary | Role.Clerk), InGroup.Privately),
        new(Act.DecideAbsence, WhoMay.Holding(Role.Secretary | Role.DeputySecretary | Role.CommitteeMember), InGroup.Privately),
        new(Act.SeeSilence, WhoMay.Holding(Role.Secretary | Role.DeputySecretary), InGroup.Privately),
        new(Act.SeeOpinions, WhoMay.Holding(Role.Secretary | Role.DeputySecretary | Role.CommitteeMember | Role.Clerk), InGroup.Privately),
        new(Act.UndoOwnChange, WhoMay.Holding(Role.Member), InGroup.Privately),
        new(Act.SeeLedger, WhoMay.Holding(Role.Secretary | Role.DeputySecretary), InGroup.Privately),
        new(Act.WriteSheet, WhoMay.Holding(Role.Member), InGroup.Privately),
        new(Act.SeeRounds, WhoMay.Holding(Role.Member), InGroup.HereIfCellsOwn),
        new(Act.SeeSubmissions, WhoMay.Holding(Role.Secretary | Role.DeputySecretary | Role.CommitteeMember), InGroup.Privately),
        new(Act.RunRounds, WhoMay.Holding(Role.Secretary | Role.DeputySecretary), InGroup.Privately),
        new(Act.EnterPaperForms, WhoMay.Holding(Role.Secretary | Role.DeputySecretary | Role.Clerk), InGroup.Privately),
        new(Act.RateMembers, WhoMay.Holding(Role.Secretary | Role.DeputySecretary), InGroup.Privately),
        new(Act.AnswerObjections, WhoMay.Holding(Role.Secretary | Role.DeputySecretary | Role.CommitteeMember), InGroup.Privately),
        new(Act.ConfirmIdentity, WhoMay.Holding(Role.Secretary | Role.DeputySecretary), InGroup.Privately),
        new(Act.BindGroup, WhoMay.Holding(Role.Secretary | Role.DeputySecretary), InGroup.Privately),
        new(Act.RemindOneself, WhoMay.Holding(Role.Member), InGroup.Privately),
        new(Act.RemindOthers, WhoMay.Holding(Role.Secretary | Role.DeputySecretary | Role.Clerk), InGroup.Privately),
        new(Act.SeeDeadlines, WhoMay.Holding(Role.Secretary | Role.DeputySecretary | Role.CommitteeMember | Role.Clerk), InGroup.Privately),
        new(Act.FinishTerms, WhoMay.Holding(Role.Secretary | Role.DeputySecretary | Role.Clerk), InGroup.Privately),
        new(Act.RecordDues, WhoMay.Holding(Role.Secretary | Role.DeputySecretary | Role.Clerk), InGroup.Privately),
        new(Act.SeeOwnDues, WhoMay.Holding(Role.Member), InGroup.Privately),
        new(Act.ExportReports, WhoMay.Holding(Role.Secretary | Role.DeputySecretary | Role.CommitteeMember | Role.Clerk), InGroup.Privately),
    ];

    /// <summary>The rule for an act; an act without one may be done by nobody.</summary>
    public static AccessRule RuleFor(Act act)
    {
        foreach (var rule in Rules)
        {
            if (rule.Act == act)
            {
                return rule;
            }
        }

        return new AccessRule(act, WhoMay.Nobody, InGroup.Privately);
    }
}

/// <summary>One line of the table.</summary>
internal sealed record AccessRule(Act Act, WhoMay Who, InGroup InGroup);

/// <summary>Whom a rule admits.</summary>
/// <param name="Roles">One of these is enough.</param>
/// <param name="Strangers">Also people no cell knows.</param>
internal readonly record struct WhoMay(Role Roles, bool Strangers)
{
    public static WhoMay Anybody => new(~Role.Stranger, true);

    public static WhoMay Nobody => default;

    public static WhoMay Holding(Role roles) => new(roles, false);

    public bool Admits(Role roles) => (roles & Roles) != 0 || (Strangers && roles == Role.Stranger);
}

/// <summary>Where the answer to a question from a group may stand.</summary>
internal enum InGroup
{
    /// <summary>In the asker's own chat with the bot.</summary>
    Privately,

    /// <summary>In the group if the group belongs to the asker's cell, otherwise in the asker's own chat.</summary>
    HereIfCellsOwn,

    /// <summary>In any group: it holds nothing of a cell.</summary>
    Here,
}
