using ChiBoBot.Features.Cells;
using ChiBoBot.Teams;

namespace ChiBoBot.Features.Members;

/// <summary>What Members notes: ids and states, never names or accounts.</summary>
internal static partial class Log
{
    [LoggerMessage(440, LogLevel.Information, "Member {MemberId} of cell {CellId} was claimed by a new account: {State}.")]
    public static partial void Claimed(this ILogger log, string cellId, string memberId, ClaimState state);

    [LoggerMessage(441, LogLevel.Information, "The claim to member {MemberId} of cell {CellId} was decided: is the member {IsMember}.")]
    public static partial void ClaimDecided(this ILogger log, string cellId, string memberId, bool isMember);

    [LoggerMessage(442, LogLevel.Warning, "The secretary of cell {CellId} could not be told of a claim: {Delivery}.")]
    public static partial void SecretaryNotTold(this ILogger log, string cellId, Delivery delivery);

    [LoggerMessage(443, LogLevel.Warning, "The roster did not answer for the sender of {ActivityId}: {Delivery}.")]
    public static partial void RosterUnknown(this ILogger log, string activityId, Delivery delivery);
}
