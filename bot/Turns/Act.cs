namespace ChiBoBot.Turns;

/// <summary>Everything a person can ask, do or see, as the access table names it.</summary>
internal enum Act
{
    /// <summary>Help, greeting, thanks: anybody may.</summary>
    AskHelp,

    /// <summary>Who the members are and who holds which post.</summary>
    SeeMembers,

    /// <summary>Targets, their results and reasons.</summary>
    SeeTargets,

    /// <summary>Record what came of targets: results, deeds, titles.</summary>
    RecordTargets,

    /// <summary>Add or change targets, and close a period.</summary>
    ChangeTargets,

    /// <summary>Meetings and other events.</summary>
    SeeEvents,

    /// <summary>Have the cell's calendar at an address of one's own.</summary>
    FollowCalendar,

    /// <summary>Plan, move and cancel meetings and other events.</summary>
    PlanEvents,

    /// <summary>How many came to meetings.</summary>
    SeeAttendance,

    /// <summary>Who of the others came to meetings and who was absent.</summary>
    SeeAbsentees,

    /// <summary>Say whether one comes oneself, ask to be excused, and see how one attended.</summary>
    MarkAttendance,

    /// <summary>Open, write and close a roll call of a meeting whose minutes one takes: any member may have been named for it.</summary>
    RunRollCall,

    /// <summary>Open, write and close every roll call.</summary>
    RunEveryRollCall,

    /// <summary>See why members ask to be excused, and decide.</summary>
    DecideAbsence,

    /// <summary>See who has not spoken for how long, and say whether the silent are nudged.</summary>
    SeeSilence,

    /// <summary>Read what members said before a meeting.</summary>
    SeeOpinions,

    /// <summary>Take back what one changed oneself.</summary>
    UndoOwnChange,

    /// <summary>Who changed what in the cell's records.</summary>
    SeeLedger,

    /// <summary>Write, hand in and read one's own bản tự đánh giá; object to one's own grade.</summary>
    WriteSheet,

    /// <summary>Until when, how many have handed in, how many got which grade.</summary>
    SeeRounds,

    /// <summary>Who has handed in and who hasn't; how many proposed which grade for themselves.</summary>
    SeeSubmissions,

    /// <summary>Open, watch and close rounds, give sheets back.</summary>
    RunRounds,

    /// <summary>Enter the paper form of a member who can't use Teams.</summary>
    EnterPaperForms,

    /// <summary>Record the cell's proposals and the decisions above.</summary>
    RateMembers,

    /// <summary>Read what members object to their grades, and record that they were answered.</summary>
    AnswerObjections,

    /// <summary>Say whether a newcomer is the member they say they are.</summary>
    ConfirmIdentity,

    /// <summary>Say which group is the cell's own.</summary>
    BindGroup,

    /// <summary>Have oneself reminded, and say how one wants to be.</summary>
    RemindOneself,

    /// <summary>Have others reminded, in the group or one by one, and see what was delivered.</summary>
    RemindOthers,

    /// <summary>Which terms the cell has to keep.</summary>
    SeeDeadlines,

    /// <summary>Say that what a term asks for is done.</summary>
    FinishTerms,

    /// <summary>See until which month members have paid their dues, and record it.</summary>
    RecordDues,

    /// <summary>See until which month one has paid oneself.</summary>
    SeeOwnDues,

    /// <summary>Have a report as a file; what stands in it is beside that judged by its own act.</summary>
    ExportReports,
}
