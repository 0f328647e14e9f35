using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Members;

/// <summary>Báo cáo danh sách đảng viên: whom “danh sách đảng viên” shows, with the same numbers.</summary>
internal sealed class MemberReport(IMembers members) : IReport
{
    public string Name => "members";

    public Act Act => Act.SeeMembers;

    public async Task<Report?> Make(ReportAsked asked, CancellationToken cancel)
    {
        var whom = AskRoster.Of(new Request(Intent.CmdExportReport, asked.Slots));
        return Of(whom, whom.Of(await members.List(asked.CellId, cancel), asked.Day), asked.Day);
    }

    public static Report Of(AskRoster whom, IReadOnlyList<Member> shown, DateOnly day) => new(
        ReportText.Title("members", ReportText.AsOf(day)),
        "dang-vien",
        ReportText.Members,
        [new(ReportText.Total, whom.Figure(shown, day)), .. AskRoster.Counts(shown, day)],
        [.. shown.Select((member, i) => Line(member, i + 1, day))])
    {
        Hint = whom.HasUnknownFilter ? MembersText.NotFiltered : null,
    };

    private static IReadOnlyList<string> Line(Member member, int number, DateOnly day) =>
    [
        number.ToString(CultureInfo.InvariantCulture),
        member.Name,
        MemberWords.PostsOf(member, day) ?? "",
        member.Gender == Gender.Female ? MembersText.Women : MembersText.Men,
        member.Born is { } born ? MemberWords.Of(born) : "",
        MemberWords.Of(member.Joined),
        member.Official is { } official ? MemberWords.Of(official) : "",
        MemberWords.Of(member.StandingOn(day)),
    ];
}
