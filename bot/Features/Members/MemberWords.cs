using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;

namespace ChiBoBot.Features.Members;

/// <summary>Members in the words of the cards.</summary>
internal static class MemberWords
{
    public static string Of(Post post) => post switch
    {
        Post.Secretary => MembersText.Secretary,
        Post.DeputySecretary => MembersText.DeputySecretary,
        Post.CommitteeMember => MembersText.CommitteeMember,
        Post.Clerk => MembersText.Clerk,
        _ => MembersText.DuesCollector,
    };

    public static string Of(Standing standing) => standing switch
    {
        Standing.Probationary => MembersText.Probationary,
        Standing.Exempt => MembersText.Exempt,
        Standing.TemporaryAway => MembersText.TemporaryAway,
        Standing.TemporaryHere => MembersText.TemporaryHere,
        Standing.Suspended => MembersText.Suspended,
        _ => MembersText.Official,
    };

    /// <summary>“Bí thư”, “Chi ủy viên, Thư ký”; null without a post.</summary>
    public static string? PostsOf(Member member, DateOnly day) =>
        member.PostsOn(day) is { Count: > 0 } posts ? string.Join(", ", posts.Select(Of)) : null;

    /// <summary>Posts, and the standing unless it is the common one.</summary>
    public static RosterLine Line(Member member, DateOnly day)
    {
        var standing = member.StandingOn(day);
        var details = new[] { PostsOf(member, day), standing == Standing.Official ? null : Of(standing) };
        return new(member.Name, details.Any(detail => detail is not null) ? string.Join(" · ", details.OfType<string>()) : null);
    }

    /// <summary>The order of a list: by the highest post, then by name.</summary>
    public static IEnumerable<Member> InOrder(this IEnumerable<Member> members, DateOnly day) => members
        .OrderBy(member => member.PostsOn(day) is [var highest, ..] ? (int)highest : int.MaxValue)
        .ThenBy(member => VietnameseNames.SortKey(member.Name), StringComparer.Ordinal)
        .ThenBy(member => member.Id, StringComparer.Ordinal);
}
