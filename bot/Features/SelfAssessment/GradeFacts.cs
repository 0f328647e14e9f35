using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>The facts of ratings: one's own by pen, sums for everybody, and proposals and decisions by name for who records them.</summary>
internal sealed class GradeFacts(RoundStore rounds, CellRules cellRules, ITables tables)
{
    /// <summary>What was decided on the member of this sheet; null before, and where the round isn't rated.</summary>
    public async Task<DecidedGrade?> Decided(OpenSheet open, CancellationToken cancel) => open.Round.Kind == RoundKind.Year
        ? (await tables.Find<PartRow<DecidedGrade>>(open.Pen.CellId, KeyOf(open.Round.Year, open.Pen.Member), cancel))?.Row.Part
        : null;

    /// <summary>How many members got which grade in a year.</summary>
    public async Task<IReadOnlyDictionary<Grade, int>> Sums(string cellId, int year, CancellationToken cancel) =>
        (await Decisions(cellId, year, cancel)).Values.CountBy(decided => decided.Row.Part.Grade).ToDictionary();

    /// <summary>The newest year in which members were rated.</summary>
    public async Task<int?> NewestYear(string cellId, CancellationToken cancel) =>
        (await tables.List<PartRow<DecidedGrade>>(cellId, PartRow<DecidedGrade>.Range, cancel))
            .Select(row => row.Row.Part)
            .Where(grade => grade.Member is not null)
            .Max(grade => (int?)grade.Year);

    /// <summary>The decisions of a year, by member.</summary>
    public async Task<IReadOnlyDictionary<string, Stored<PartRow<DecidedGrade>>>> Decisions(string cellId, int year, CancellationToken cancel) =>
        (await tables.List<PartRow<DecidedGrade>>(cellId, RowRange.StartingWith(PartRow<DecidedGrade>.KeyOf(string.Create(CultureInfo.InvariantCulture, $"{year:0000}|"))), cancel))
            .Where(row => row.Row.Part.Member is not null)
            .ToDictionary(row => row.Row.Part.Member!, StringComparer.Ordinal);

    /// <summary>The cell's newest proposals, by member.</summary>
    public async Task<IReadOnlyDictionary<string, CellProposal>> Proposals(string cellId, string roundId, CancellationToken cancel) =>
        (await tables.List<PartRow<CellProposal>>(cellId, RowRange.StartingWith(PartRow<CellProposal>.KeyOf($"{roundId}|")), cancel))
            .Select(row => row.Row.Part)
            .GroupBy(proposal => proposal.Member)
            .ToDictionary(member => member.Key, member => member.MaxBy(proposal => proposal.Version)!, StringComparer.Ordinal);

    /// <summary>Who objected, by name; not what they wrote.</summary>
    public async Task<IReadOnlyList<string>> Objectors(string cellId, string roundId, CancellationToken cancel)
    {
        var rows = await tables.List(CellRow.Table, cellId, RowRange.StartingWith(PartRow<Objection>.KeyOf($"{roundId}|")), cancel);
        var members = rows.Count > 0 ? await rounds.Members(cellId, cancel) : new Dictionary<string, Member>();
        return [.. rows.Select(row => row.RowKey.Split('|')[2]).Distinct().Select(id => members.GetValueOrDefault(id)?.Name ?? id)];
    }

    /// <summary>Sums and the cap, as the board shows them to who runs the round.</summary>
    public async Task<IReadOnlyList<string>> Lines(string cellId, Round round, DateTimeOffset at, CancellationToken cancel)
    {
        var rules = (await cellRules.Grades(cellId, round, cancel)).Rules;
        var self = await rounds.SelfProposed(cellId, round, cancel);
        var proposals = await Proposals(cellId, round.Id, cancel);
        var decided = await Sums(cellId, round.Year, cancel);
        return
        [
            .. self.Count > 0 ? [AssessmentText.SelfLine(Counts(self, rules))] : Array.Empty<string>(),
            .. proposals.Count > 0 ? [AssessmentText.ProposedLine(Counts(proposals.Values.CountBy(proposal => proposal.Grade).ToDictionary(), rules))] : Array.Empty<string>(),
            .. decided.Count > 0 ? [AssessmentText.DecidedLine(Counts(decided, rules))] : Array.Empty<string>(),
            .. await QuotaLines(cellId, round, proposals.ToDictionary(proposal => proposal.Key, proposal => proposal.Value.Grade), at, cancel),
        ];
    }

    /// <summary>The cap, and who is over it.</summary>
    public async Task<IReadOnlyList<string>> QuotaLines(string cellId, Round round, IReadOnlyDictionary<string, Grade> grades, DateTimeOffset at, CancellationToken cancel)
    {
        var quota = (await cellRules.Grades(cellId, round, cancel)).Rules.Quota;
        var ofWhat = quota.Base == QuotaBase.GoodOnly ? AssessmentText.QuotaGoodOnly : AssessmentText.QuotaGoodOrBetter;
        var members = await rounds.Members(cellId, cancel);

        // Who has left the cell is rated where he is now.
        var rated = round.Forms.Keys.Count(id => grades.ContainsKey(id) || members.GetValueOrDefault(id)?.IsIn(round.DayOf(at)) == true);
        var lines = new List<string>(3) { AssessmentText.Quota(quota.Percent, ofWhat, rated, quota.MostOf(rated)) };
        if (quota.Scope == QuotaScope.GrassrootsOrganisation)
        {
            lines.Add(AssessmentText.QuotaWide);
        }

        var check = QuotaCheck.On(quota, grades.Values.CountBy(grade => grade).ToDictionary());
        if (check.IsOver)
        {
            var names = grades.Where(grade => grade.Value == Grade.Excellent).Select(grade => members.GetValueOrDefault(grade.Key)?.Name ?? grade.Key);
            lines.Add(AssessmentText.QuotaOver(check.Excellent, check.Allowed, ofWhat, check.Of, [.. names.OrderBy(VietnameseNames.SortKey, StringComparer.Ordinal)]));
        }
        else if (grades.Count > 0)
        {
            lines.Add(AssessmentText.QuotaWithin(check.Excellent, check.Allowed, ofWhat, check.Of));
        }

        return lines;
    }

    public static string KeyOf(int year, string member) =>
        PartRow<DecidedGrade>.KeyOf(((ICellPart<DecidedGrade>)new DecidedGrade(year, Grade.Good) { Member = member }).Key);

    private static string Counts(IReadOnlyDictionary<Grade, int> counts, GradeRules rules) => string.Join(
        ", ",
        Enum.GetValues<Grade>().Where(grade => counts.GetValueOrDefault(grade) > 0).Select(grade => AssessmentText.Count(SheetViews.Name(grade, rules), counts[grade])));
}
