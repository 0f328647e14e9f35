using ChiBoBot.Turns;

namespace ChiBoBot.Features.Cells;

/// <summary>What a member is to the cell on a day: in it or not, with which standing, in which posts.</summary>
internal static class Membership
{
    /// <summary>Admitted, come and not gone by that day.</summary>
    public static bool IsIn(this Member member, DateOnly day)
    {
        if (day < member.Joined.First)
        {
            return false;
        }

        var last = member.Transfers.LastOrDefault(transfer => transfer.Effective.First <= day);
        return last is null
            ? member.Transfers is not [{ Direction: Direction.In }, ..]
            : last.Direction == Direction.In;
    }

    /// <summary>Was in the cell before that day and has gone.</summary>
    public static bool HasLeft(this Member member, DateOnly day) =>
        member.Transfers.LastOrDefault(transfer => transfer.Effective.First <= day) is { Direction: Direction.Out };

    public static Standing StandingOn(this Member member, DateOnly day)
    {
        foreach (var period in member.Standings)
        {
            if (Covers(period.From, period.To, day))
            {
                return period.Standing;
            }
        }

        return member.Official?.First <= day ? Standing.Official : Standing.Probationary;
    }

    /// <summary>The posts held on that day, the highest first; nobody holds one who isn't in the cell.</summary>
    public static IReadOnlyList<Post> PostsOn(this Member member, DateOnly day) => member.IsIn(day)
        ? [.. member.Posts.Where(held => Covers(held.From, held.To, day)).Select(held => held.Post).Distinct().Order()]
        : [];

    /// <summary>Whether the roles of the day admit the member to the act.</summary>
    public static bool May(this Member member, Act act, DateOnly day) => AccessTable.RuleFor(act).Who.Admits(member.RolesOn(day));

    /// <summary>The roles that a day gives. They end with the post's last day, with the membership, and with a suspension those of posts.</summary>
    public static Role RolesOn(this Member member, DateOnly day)
    {
        if (!member.IsIn(day))
        {
            return member.HasLeft(day) ? Role.FormerMember : Role.Stranger;
        }

        var roles = Role.Member;
        if (member.StandingOn(day) == Standing.Suspended)
        {
            return roles;
        }

        foreach (var held in member.Posts)
        {
            roles |= Covers(held.From, held.To, day) ? RoleOf(held.Post) : Role.Stranger;
        }

        return roles;
    }

    private static Role RoleOf(Post post) => post switch
    {
        Post.Secretary => Role.Secretary,
        Post.DeputySecretary => Role.DeputySecretary,
        Post.CommitteeMember => Role.CommitteeMember,
        Post.Clerk => Role.Clerk,
        _ => Role.Stranger,
    };

    private static bool Covers(PartialDate from, PartialDate? to, DateOnly day) =>
        from.First <= day && day <= (to?.Last ?? DateOnly.MaxValue);
}
