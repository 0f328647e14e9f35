using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>What the cell knows already and puts into a form, for the person to change: posts and work, attendance and contributions of the year, last promises.</summary>
internal sealed class Prefills(ITables tables, SheetStore sheets, TimeProvider clock)
{
    /// <summary>The section as its card shows it before it was ever saved.</summary>
    public async Task<IReadOnlyDictionary<string, string>> For(OpenSheet open, FormSection section, CancellationToken cancel)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        Member? member = null;
        IReadOnlyList<Commitment>? commitments = null;
        foreach (var question in section.Questions)
        {
            var text = question.Prefill switch
            {
                Prefill.Duties => Duties(member ??= await Find(open, cancel), VietnamTime.DateOf(open.Round.OpenedAt)),
                Prefill.Attendance => await Attendance(open, member ??= await Find(open, cancel), cancel),
                Prefill.Contributions => await Contributions(open, cancel),
                Prefill.Commitment1 or Prefill.Commitment2 or Prefill.Commitment3 => Promised(
                    commitments ??= await sheets.Commitments(open.Pen, open.Round.Year, cancel),
                    question.Prefill.Value - Prefill.Commitment1),
                _ => "",
            };
            if (text.Length > 0 && text.Length <= question.MaxLength)
            {
                answers[question.Id] = text;
            }
        }

        return answers;
    }

    private async Task<Member?> Find(OpenSheet open, CancellationToken cancel) =>
        (await tables.Find<PartRow<Member>>(open.Pen.CellId, PartRow<Member>.KeyOf(open.Pen.Member), cancel))?.Row.Part;

    /// <summary>Of the year's branch meetings with a roll call that is over, those that counted the member and those that he came to.</summary>
    private async Task<string> Attendance(OpenSheet open, Member? member, CancellationToken cancel)
    {
        if (member is null)
        {
            return "";
        }

        var now = clock.GetUtcNow();
        var rolls = (await tables.List<RollRow>(open.Pen.CellId, RollRow.Of(new(open.Round.Year, 1, 1), new(open.Round.Year, 12, 31)), cancel))
            .Select(roll => roll.Row)
            .Where(roll => !roll.IsOpen(now) && roll.Meeting.Kind is (EventKind.Regular or EventKind.Thematic or EventKind.Extraordinary));
        var seats = await Task.WhenAll(rolls.Select(roll => Seat(roll, member, cancel)));
        var counted = seats.OfType<Seat>().Where(seat => seat.Standing.Counts(CountedIn.Attendance)).ToList();
        return counted.Count > 0 ? AssessmentText.Attended(counted.Count(seat => seat.IsThere), counted.Count) : "";
    }

    /// <summary>The member's own seat: nobody else's row is read for it.</summary>
    private async Task<Seat?> Seat(RollRow roll, Member member, CancellationToken cancel)
    {
        var marking = tables.Find<MarkRow>(roll.CellId, MarkRow.KeyOf(roll.Id, member.Id), cancel);
        var absence = await tables.Find<AbsenceRow>(roll.CellId, AbsenceRow.KeyOf(roll.Meeting.Id, member.Id), cancel);
        var mark = await marking;
        return RollCall.Of(
            roll.Meeting,
            roll,
            [member],
            mark is null ? [] : [mark.Row],
            absence is null ? [] : [absence.Row],
            closed: true).Find(member.Id);
    }

    private async Task<string> Contributions(OpenSheet open, CancellationToken cancel)
    {
        var own = (await tables.List<ContributionRow>(open.Pen.CellId, ContributionRow.Of(new DateOnly(open.Round.Year, 1, 1), new DateOnly(open.Round.Year, 12, 31)), cancel))
            .Where(spoke => spoke.Row.MemberId == open.Pen.Member)
            .ToList();
        return own.Count > 0
            ? AssessmentText.Contributed(own.Count(spoke => spoke.Row.Kind == ContributionKind.Remark), own.Count(spoke => spoke.Row.Kind == ContributionKind.Paper))
            : "";
    }

    private static string Duties(Member? member, DateOnly day) => member is null
        ? ""
        : string.Join("; ", member.PostsOn(day).Select(PostName).Concat([member.Job, .. member.Duties]).OfType<string>());

    private static string PostName(Post post) => post switch
    {
        Post.Secretary => MembersText.Secretary,
        Post.DeputySecretary => MembersText.DeputySecretary,
        Post.CommitteeMember => MembersText.CommitteeMember,
        Post.Clerk => MembersText.Clerk,
        _ => MembersText.DuesCollector,
    };

    private static string Promised(IReadOnlyList<Commitment> commitments, int index) => index < commitments.Count
        ? AssessmentText.Promised(commitments[index].What, commitments[index].Measure, commitments[index].Due)
        : "";
}
