namespace ChiBoBot.Features.Cells;

/// <summary>What a number of people can be about.</summary>
internal enum CountedIn
{
    /// <summary>The cell's size.</summary>
    Cell,

    /// <summary>Those expected at a meeting: the whole of an attendance ratio.</summary>
    Attendance,

    /// <summary>Số thành viên of a vote, before looking at who is there.</summary>
    Vote,

    /// <summary>Those who are rated at the year's end.</summary>
    Rating,
}

/// <summary>Whom the rules count in what. The only place that knows; every denominator comes from here.</summary>
/// <remarks>
/// Vote: 294-QĐ/TW 2025 point 9.3 (official members, without those exempt or temporarily elsewhere unless they are there and vote, and without the suspended),
/// point 6.3.2 (no vote at the cell of temporary activity), the Party's statutes article 3 (no vote on probation).
/// Attendance: 42-HD/BTCTW 2025 (the exempt are left out of the ratio).
/// Rating: 294-QĐ/TW point 7.2 (not while exempt), 21-HD/BTCTW 2019 (not while suspended); those on probation are reviewed for their recognition instead.
/// </remarks>
internal static class Counting
{
    public static bool Counts(this Standing standing, CountedIn number) => (number, standing) switch
    {
        (CountedIn.Cell, Standing.TemporaryHere) => false,
        (CountedIn.Cell, _) => true,
        (CountedIn.Attendance, Standing.Official or Standing.Probationary or Standing.TemporaryHere) => true,
        (CountedIn.Vote, Standing.Official) => true,
        (CountedIn.Rating, Standing.Official or Standing.TemporaryAway) => true,
        _ => false,
    };

    /// <summary>Who isn't in the base of a vote but enters it by coming and voting.</summary>
    public static bool EntersVoteByVoting(this Standing standing) => standing is Standing.Exempt or Standing.TemporaryAway;

    /// <summary>The members who count on that day.</summary>
    public static IEnumerable<Member> CountedOn(this IEnumerable<Member> members, DateOnly day, CountedIn number) =>
        members.Where(member => member.IsIn(day) && member.StandingOn(day).Counts(number));

    /// <summary>Số thành viên: of so many must more than half, or two thirds, agree.</summary>
    /// <param name="voted">The ids of those who were there and voted.</param>
    public static int VotingBase(IEnumerable<Member> members, DateOnly day, IReadOnlySet<string> voted) => members.Count(member =>
        member.IsIn(day) && member.StandingOn(day) is var standing &&
        (standing.Counts(CountedIn.Vote) || (standing.EntersVoteByVoting() && voted.Contains(member.Id) && member.Official?.First <= day)));
}
