using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>One member in the results of a round: the three facts of the rating, and how the sheet came.</summary>
internal sealed record ResultLine(string Name, string Form)
{
    public Sheet? Sheet { get; init; }

    /// <summary>Known where the cell has proposed, for then the meeting has heard it; not of a sheet that was taken back.</summary>
    public Grade? Self { get; init; }

    public CellProposal? Proposal { get; init; }

    public DecidedGrade? Decision { get; init; }
}

/// <summary>Kết quả xếp loại: the results of a round for the file. Texts of sheets have no way into it.</summary>
internal sealed class Results(RoundStore rounds, GradeFacts grades, CellRules cellRules, ITables tables) : IReport
{
    public string Name => "assessment";

    public Act Act => Act.RateMembers;

    /// <summary>Of the round that is named, of the year that is asked for, or of the newest that is rated.</summary>
    public async Task<Report?> Make(ReportAsked asked, CancellationToken cancel)
    {
        var year = Periods.Year(asked.Slots, asked.Day);
        var id = asked.Slots.Text("round");
        if ((await rounds.List(asked.CellId, cancel)).FirstOrDefault(round => CellRules.Of(round).IsRated && (id is null || round.Id == id) && (year is null || round.Year == year)) is not { } round)
        {
            return null;
        }

        var pack = await cellRules.Grades(asked.CellId, round, cancel);
        return Of(round, await Lines(asked.CellId, round, asked.At, cancel), pack.Rules) with
        {
            Notes = [.. await grades.Lines(asked.CellId, round, asked.At, cancel), ResultText.SelfHint, pack.Source],
        };
    }

    public static Report Of(Round round, IReadOnlyList<ResultLine> lines, GradeRules rules) => new(
        ReportText.Title("assessment", SheetViews.Title(round)),
        $"xep-loai-{round.Id}",
        ReportText.Results,
        [
            new(ResultText.Members, VietnamNumbers.Count(lines.Count)),
            new(ResultText.Proposed, VietnamNumbers.Count(lines.Count(line => line.Proposal is not null))),
            new(ResultText.Decided, VietnamNumbers.Count(lines.Count(line => line.Decision is not null))),
        ],
        [.. lines.Select((line, i) => Row(i + 1, line, rules))])
    {
        Round = round.Id,
    };

    private async Task<IReadOnlyList<ResultLine>> Lines(string cellId, Round round, DateTimeOffset at, CancellationToken cancel)
    {
        var sheets = await rounds.Sheets(cellId, round.Id, cancel);
        var members = await rounds.Members(cellId, cancel);
        var proposals = await grades.Proposals(cellId, round.Id, cancel);
        var decisions = await grades.Decisions(cellId, round.Year, cancel);
        var handedIn = (await tables.List<PartRow<HandedIn>>(cellId, RowRange.StartingWith(PartRow<HandedIn>.KeyOf($"{round.Id}|")), cancel))
            .Select(row => row.Row.Part)
            .GroupBy(one => one.Member)
            .ToDictionary(member => member.Key, member => member.MaxBy(one => one.Version)!, StringComparer.Ordinal);
        return
        [
            .. round.Forms
                .Select(form => (Member: members.GetValueOrDefault(form.Key), Form: form.Value))
                .Where(one => one.Member is { } member && (member.IsIn(round.DayOf(at)) || proposals.ContainsKey(member.Id)))
                .OrderBy(one => VietnameseNames.SortKey(one.Member!.Name), StringComparer.Ordinal)
                .Select(one => new ResultLine(one.Member!.Name, one.Form)
                {
                    Sheet = sheets.GetValueOrDefault(one.Member.Id),
                    Self = sheets.GetValueOrDefault(one.Member.Id)?.State == SheetState.HandedIn && proposals.ContainsKey(one.Member.Id)
                        ? handedIn.GetValueOrDefault(one.Member.Id)?.SelfProposed
                        : null,
                    Proposal = proposals.GetValueOrDefault(one.Member.Id),
                    Decision = decisions.GetValueOrDefault(one.Member.Id)?.Row.Part,
                }),
        ];
    }

    private static IReadOnlyList<string> Row(int number, ResultLine line, GradeRules rules) =>
    [
        Number(number),
        line.Name,
        line.Form,
        HowHandedIn(line.Sheet),
        NameOf(line.Self, rules),
        NameOf(line.Proposal?.Grade, rules),
        line.Proposal is { } proposal ? VietnamNumbers.Ratio(proposal.Votes, proposal.Base) : "",
        line.Proposal is { Day: var day } ? VietnamTime.Date(day) : "",
        NameOf(line.Decision?.Grade, rules),
        line.Decision?.Decision ?? "",
        line.Decision?.Decided is { } decided ? VietnamTime.Date(decided.First) : "",
        line.Proposal?.Comments ?? "",
    ];

    private static string HowHandedIn(Sheet? sheet) => sheet is { State: SheetState.HandedIn, HandedInAt: { } at }
        ? string.Join(", ", new[] { VietnamTime.Date(VietnamTime.DateOf(at)), sheet.IsLate ? ResultText.IsLate : null, sheet.Clerk is not null ? ResultText.OnPaper : null }.OfType<string>())
        : ResultText.NotHandedIn;

    private static string NameOf(Grade? grade, GradeRules rules) => grade is { } one ? AssessmentText.Capital(SheetViews.Name(one, rules)) : "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
