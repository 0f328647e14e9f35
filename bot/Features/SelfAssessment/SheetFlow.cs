namespace ChiBoBot.Features.SelfAssessment;

/// <summary>Why a step isn't taken.</summary>
internal enum Refusal
{
    /// <summary>The sheet is handed in and locked.</summary>
    HandedIn,

    /// <summary>Nothing was handed in.</summary>
    NotHandedIn,

    /// <summary>The round is closed.</summary>
    Closed,

    /// <summary>The deadline has passed.</summary>
    AfterDeadline,

    /// <summary>The cell has proposed a grade already.</summary>
    Proposed,

    /// <summary>The unit above has decided already.</summary>
    Decided,

    /// <summary>The cell has not proposed a grade yet.</summary>
    NotProposed,

    /// <summary>The round is still open and the member may still hand in.</summary>
    StillOpen,

    /// <summary>Too few voted for it.</summary>
    NoMajority,

    /// <summary>Something is missing or wrong in the form.</summary>
    Incomplete,
}

/// <summary>The steps of one member's sheet and rating, as pure decisions: the next state, or why not.</summary>
internal static class SheetFlow
{
    /// <summary>A member whom the secretary gave the sheet back may write although the round is closed.</summary>
    public static Refusal? MayWrite(Round round, Sheet sheet) => (sheet.State, round.IsOpen || sheet.Reopened is not null) switch
    {
        (SheetState.HandedIn, _) => Refusal.HandedIn,
        (_, false) => Refusal.Closed,
        _ => null,
    };

    public static Sheet Saved(Sheet sheet, string section) => sheet with
    {
        Revision = sheet.Revision + 1,
        Sections = new Dictionary<string, int>(sheet.Sections) { [section] = sheet.Revision + 1 },
    };

    public static Sheet HandedIn(Round round, Sheet sheet, DateTimeOffset at) => sheet with
    {
        State = SheetState.HandedIn,
        Version = sheet.Version + 1,
        HandedInAt = at,
        IsLate = at > round.Deadline && sheet.Reopened is null,
    };

    /// <summary>Rút lại: before the deadline, while nobody has built on it.</summary>
    public static Refusal? MayWithdraw(Round round, Sheet sheet, bool isProposed, DateTimeOffset at) =>
        sheet.State != SheetState.HandedIn ? Refusal.NotHandedIn
        : isProposed ? Refusal.Proposed
        : !round.IsOpen ? Refusal.Closed
        : at > round.Deadline ? Refusal.AfterDeadline
        : null;

    public static Sheet Withdrawn(Sheet sheet) => sheet with { State = SheetState.Draft, HandedInAt = null, IsLate = false };

    /// <summary>The secretary gives it back, at any time before the cell has proposed.</summary>
    public static Refusal? MayReopen(Sheet? sheet, bool isProposed) =>
        sheet?.State != SheetState.HandedIn ? Refusal.NotHandedIn : isProposed ? Refusal.Proposed : null;

    public static Sheet Reopened(Sheet sheet, string reason, string by, DateTimeOffset at) =>
        Withdrawn(sheet) with { Reopened = new(reason, by, at) };

    /// <summary>The sheet once the cell has proposed: one that was given back and lies unfinished is not written on any more; what was handed in before it stands.</summary>
    public static Sheet Proposed(Sheet sheet) => sheet with { Reopened = sheet.State == SheetState.HandedIn ? sheet.Reopened : null };

    /// <summary>The cell proposes after the member has spoken, or after the round has ended without his word. More than so many percent of the base voted for it.</summary>
    public static Refusal? MayPropose(Round round, Sheet? sheet, bool isDecided, int votes, int of, int moreThanPercent) =>
        isDecided ? Refusal.Decided
        : sheet?.State == SheetState.HandedIn || (!round.IsOpen && (sheet?.Reopened is null || sheet.Version > 0)) ? (votes * 100 > moreThanPercent * of ? null : Refusal.NoMajority)
        : Refusal.StillOpen;

    /// <summary>The unit above decides on what the cell has proposed. A later decision takes the place of an earlier one.</summary>
    public static Refusal? MayDecide(CellProposal? proposal) => proposal is null ? Refusal.NotProposed : null;

    /// <summary>A member objects to what was decided.</summary>
    public static Refusal? MayObject(bool isDecided) => isDecided ? null : Refusal.NotProposed;
}
