using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Attendance;

/// <summary>Who may run a meeting's roll call, and who may see whose name in it.</summary>
internal static class RollAccess
{
    private const Role Desk = Role.Secretary | Role.DeputySecretary | Role.Clerk;
    private const Role Committee = Role.Secretary | Role.DeputySecretary | Role.CommitteeMember;

    /// <summary>The secretary, the deputy, the cell's clerk, and whoever takes the minutes of this very meeting.</summary>
    public static bool MayRun(this Asker asker, Event meeting) =>
        asker.IsAny(Desk) || (asker.IsAny(Role.Member) && asker.MemberId is { } id && id == meeting.Clerk);

    public static bool MaySeeNames(this Asker asker) => asker.IsAny(Committee | Role.Clerk);

    /// <summary>Reasons are for the committee alone.</summary>
    public static bool MaySeeReasons(this Asker asker) => asker.IsAny(Committee);
}
