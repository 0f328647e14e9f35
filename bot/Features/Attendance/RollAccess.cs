using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Attendance;

/// <summary>Who may run a meeting's roll call.</summary>
internal static class RollAccess
{
    /// <summary>The secretary, the deputy, the cell's clerk, and whoever takes the minutes of this very meeting.</summary>
    public static bool MayRun(this Asker asker, Event meeting) =>
        asker.May(Act.RunEveryRollCall) || (asker.May(Act.RunRollCall) && asker.MemberId is { } id && id == meeting.Clerk);
}
