using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Members;

/// <summary>“Bao nhiêu đồng chí có bằng thạc sĩ?”, “ai chưa có cao cấp lý luận?”, “anh Vĩnh tốt nghiệp ngành gì?”</summary>
internal sealed record AskQualification(Meant Who, string? Qualification, string? Major, bool Negate, bool Studying, bool PoliticsOnly, bool CountOnly)
{
    public static AskQualification Of(Request request) => new(
        Meant.Of(request.Slots),
        request.Slots.Texts("qualification") is [var first, ..] ? first : null,
        request.Slots.Text("major"),
        request.Slots.Flag("negate"),
        request.Slots.Text("state") == "studying",
        request.Slots.Texts("field").Contains("politics"),
        request.Slots.Text("want") == "count");
}

internal sealed class AskQualificationHandler(IMembers members) : IHandle<AskQualification>
{
    public async Task<Reply> Handle(AskQualification asked, Turn turn, CancellationToken cancel)
    {
        var cell = await members.FindCell(turn.CellId, cancel);
        var source = MembersText.AsOf(cell?.Name ?? turn.CellId, turn.Today);
        var all = await members.List(turn.CellId, cancel);
        if (!asked.Who.IsNobody)
        {
            var (found, unclear) = asked.Who.Find(all, turn);
            return unclear ?? OfPeople(found, asked, source);
        }

        var own = all.Where(member => member.IsIn(turn.Today)).InOrder(turn.Today).ToList();
        if (asked.Qualification is null && asked.Major is null)
        {
            Fact[] facts = [.. own.Select(member => new Fact(member.Name, Words(member, asked.PoliticsOnly)))];
            return Reply.Show(MembersCards.Posts(new(MembersText.QualificationsTitle, facts, source)), MembersText.QualificationsTitle);
        }

        var name = asked.Major ?? MemberWords.OfQualification(asked.Qualification!);
        var meant = own.Where(member => IsMeant(member, asked)).ToList();
        var view = new RosterView(
            MembersText.QualificationTitle(name, asked.Negate, asked.Studying),
            MembersText.Of(meant.Count, own.Count),
            [],
            asked.CountOnly ? [] : [.. meant.Select(member => new RosterLine(member.Name, asked.Negate ? null : Subject(member, asked)))],
            source);
        return Reply.Show(MembersCards.Roster(view), view.Figure);
    }

    private static bool IsMeant(Member member, AskQualification asked) => asked switch
    {
        { Major: { } major } => Qualified.HasMajor(member, major) != asked.Negate,
        { Studying: true } => Qualified.IsStudying(member, asked.Qualification!),
        { Negate: true } => !Qualified.HasAtLeast(member, asked.Qualification!),
        _ => Qualified.Has(member, asked.Qualification!),
    };

    private static Reply OfPeople(IReadOnlyList<Member> found, AskQualification asked, string source)
    {
        Fact[] facts = [.. found.Select(member => new Fact(member.Name, asked.Qualification is { } sought ? Verdict(member, sought) : Words(member, asked.PoliticsOnly)))];
        return Reply.Show(MembersCards.Posts(new(MembersText.QualificationsTitle, facts, source)), $"{facts[0].Title}: {facts[0].Value}");
    }

    private static string Verdict(Member member, string sought) =>
        MembersText.Has(MemberWords.OfQualification(sought), Qualified.HasAtLeast(member, sought), Qualified.IsStudying(member, sought)) + " " + Words(member, politicsOnly: false);

    private static string Words(Member member, bool politicsOnly) =>
        Qualified.Shown(member, politicsOnly) is { Count: > 0 } shown
            ? string.Join(" · ", shown.Select(one => MembersText.Qualification(MemberWords.Of(one.Kind), one.Subject, one.Studying)))
            : MembersText.NothingRecorded;

    private static string? Subject(Member member, AskQualification asked) =>
        Qualified.Subjects(member, asked.Qualification, asked.Major) is { Count: > 0 } subjects ? string.Join(", ", subjects) : null;
}
