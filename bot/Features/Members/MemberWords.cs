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

    /// <summary>A post as slots name it.</summary>
    public static string OfPost(string post) => post switch
    {
        "secretary" => MembersText.Secretary,
        "deputy_secretary" => MembersText.DeputySecretary,
        "committee_member" => MembersText.Committee,
        "clerk" => MembersText.Clerk,
        "dues_collector" => MembersText.DuesCollector,
        "council_leader" => MembersText.CouncilLeader,
        _ => post,
    };

    public static string Of(QualificationKind kind) => kind switch
    {
        QualificationKind.Bachelor => MembersText.Bachelor,
        QualificationKind.Master => MembersText.Master,
        QualificationKind.Doctor => MembersText.Doctor,
        QualificationKind.PoliticsIntermediate => MembersText.PoliticsIntermediate,
        QualificationKind.PoliticsAdvanced => MembersText.PoliticsAdvanced,
        QualificationKind.PoliticsBachelor => MembersText.PoliticsBachelor,
        QualificationKind.Specialist => MembersText.Specialist,
        QualificationKind.PrincipalSpecialist => MembersText.PrincipalSpecialist,
        QualificationKind.SeniorSpecialist => MembersText.SeniorSpecialist,
        QualificationKind.EnglishCertificate => MembersText.EnglishCertificate,
        _ => MembersText.Course,
    };

    /// <summary>A qualification as slots name it.</summary>
    public static string OfQualification(string qualification) => qualification switch
    {
        "politics_advanced" => MembersText.PoliticsAdvanced,
        "politics_intermediate" => MembersText.PoliticsIntermediate,
        "bachelor" => MembersText.Bachelor,
        "bachelor_law" => MembersText.BachelorOfLaw,
        "master" => MembersText.Master,
        "doctor" => MembersText.Doctor,
        "principal_specialist" => MembersText.PrincipalSpecialist,
        "english_certificate" => MembersText.EnglishCertificate,
        _ => qualification,
    };

    public static string Of(TransferReason reason) => reason switch
    {
        TransferReason.Reassigned => MembersText.Reassigned,
        TransferReason.Retired => MembersText.Retired,
        TransferReason.Recruited => MembersText.Recruited,
        _ => MembersText.OtherReason,
    };

    public static string Of(PartialDate date) => MembersText.When(date.Year, date.Month, date.Day);

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
