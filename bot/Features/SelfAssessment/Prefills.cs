using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>What the cell knows already and puts into a form, for the person to change: posts and work, last promises.</summary>
internal sealed class Prefills(ITables tables, SheetStore sheets)
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
