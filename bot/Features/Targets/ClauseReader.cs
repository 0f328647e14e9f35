using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;

namespace ChiBoBot.Features.Targets;

/// <summary>Reads a clause as resolutions write it: “phấn đấu trên 15% cán bộ, công chức là chiến sĩ thi đua cơ sở mỗi năm”. Whoever writes it sees how it was read before it holds.</summary>
internal static partial class ClauseReader
{
    private static readonly string[] PeriodWords = ["mỗi năm", "hàng năm", "hằng năm", "từng năm", "mỗi tháng", "hàng tháng", "hằng tháng", "trong nhiệm kỳ", "cả nhiệm kỳ", "trong cả nhiệm kỳ"];

    /// <returns>The clause, or what is wrong with the line.</returns>
    public static (Clause? Clause, string? Problem) Read(string line, TargetRules rules)
    {
        var text = line.Normalize(NormalizationForm.FormC).Replace('\u00A0', ' ').Trim().TrimStart('-', '•', '+').Trim(' ', '.', ';');
        if (Number().Match(text) is not { Success: true } found)
        {
            return (null, ClauseText.NoNumber);
        }

        var threshold = Parse(found.Groups["from"].Value);
        var upTo = found.Groups["to"].Success ? Parse(found.Groups["to"].Value) : (decimal?)null;
        var isShare = found.Groups["percent"].Success;
        if ((isShare && (threshold > 100 || upTo > 100)) || upTo < threshold)
        {
            return (null, ClauseText.WrongNumber);
        }

        var before = text[..found.Index].Trim().ToLowerInvariant();
        var rest = Rest(text[(found.Index + found.Length)..], out var period);
        var stretch = Has(before, ClauseText.Stretch) || Has(rest.ToLowerInvariant(), ClauseText.Stretch);
        var words = rest.ToLowerInvariant();
        if (words.Length == 0)
        {
            return (null, ClauseText.NoWords);
        }

        var (population, metric, grade, title) = What(words);
        if (population == Population.Activities && isShare)
        {
            return (null, ClauseText.ShareOfActivities);
        }

        if (metric is Metric.Present && (population != Population.Members || !isShare))
        {
            metric = Metric.Judged;
        }

        var comparator = upTo is not null ? Comparator.Between : Compares(before, words, rules, isAboutGrades: grade is not null || title is not null) ?? (isShare && threshold == 100 ? Comparator.Equal : Comparator.AtLeast);
        return (new Clause(rest, population, metric, isShare ? Measure.Share : Measure.Count, comparator == Comparator.Between && upTo is null ? Comparator.AtLeast : comparator, threshold, PeriodOf(period, metric))
        {
            UpTo = upTo,
            Grade = grade,
            Title = title,
            Stretch = stretch,
        }, null);
    }

    /// <summary>The clause as a line that is read as the same clause.</summary>
    public static string Write(Clause clause) => ClauseText.Line(
        clause.Text, clause.Measure == Measure.Share, (Bound)clause.Comparator, clause.Threshold, clause.UpTo, clause.Stretch, clause.Period.ToString());

    /// <summary>How a clause was read, word by word.</summary>
    public static string Explain(Clause clause, int number) => ClauseText.Explained(
        number, clause.Text, clause.Population.ToString(), clause.Metric.ToString(), clause.Grade?.ToString() ?? clause.Title?.ToString(),
        ClauseText.Asked(clause.Measure == Measure.Share, (Bound)clause.Comparator, clause.Threshold, clause.UpTo), clause.Stretch, clause.Period.ToString());

    private static string Rest(string after, out string? period)
    {
        period = null;
        var rest = after;
        foreach (var word in PeriodWords)
        {
            if (rest.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                period ??= word;
                rest = rest.Replace(word, "", StringComparison.OrdinalIgnoreCase);
            }
        }

        rest = Blanks().Replace(rest, " ").Trim(' ', ',', ';', '.');
        return rest.StartsWith("số ", StringComparison.OrdinalIgnoreCase) ? rest[3..] : rest;
    }

    private static Period PeriodOf(string? word, Metric metric) => word switch
    {
        { } said when said.Contains("tháng", StringComparison.Ordinal) && metric == Metric.Present => Period.Month,
        { } said when said.Contains("nhiệm kỳ", StringComparison.Ordinal) => Period.Term,
        { } => Period.Year,
        null => metric is Metric.GradeAtLeast or Metric.GradeIs or Metric.TitleAtLeast or Metric.Present ? Period.Year : Period.Term,
    };

    /// <summary>The comparator that stands before the number, or “trở lên” after it where no grade owns those words.</summary>
    private static Comparator? Compares(string before, string after, TargetRules rules, bool isAboutGrades)
    {
        foreach (var words in rules.Comparators)
        {
            if (before.EndsWith(words.Words, StringComparison.Ordinal) || (!isAboutGrades && words.Words == "trở lên" && after.EndsWith(words.Words, StringComparison.Ordinal)))
            {
                return Enum.Parse<Comparator>(words.Comparator, ignoreCase: true);
            }
        }

        return null;
    }

    private static (Population Population, Metric Metric, Grade? Grade, Title? Title) What(string words)
    {
        var population = Has(words, "công chức") ? Has(words, "đảng viên") ? Population.MembersAndCivilServants : Population.Officials
            : Has(words, "đảng viên") || Has(words, "đồng chí") ? Population.Members
            : words.StartsWith("phòng", StringComparison.Ordinal) || Has(words, "tập thể") ? Population.Units
            : words.StartsWith("chi bộ", StringComparison.Ordinal) ? Population.Cell
            : Population.Activities;
        if (population == Population.Activities)
        {
            return (population, Metric.Done, null, null);
        }

        return (words, population) switch
        {
            _ when Has(words, "không vi phạm") => (population, Metric.NoViolation, null, null),
            _ when Has(words, "không hoàn thành") => (population, Metric.GradeIs, Grade.NotCompleted, null),
            _ when Has(words, "xuất sắc") && Has(words, "hoàn thành") && !Has(words, "tốt") => (population, Metric.GradeIs, Grade.Excellent, null),
            _ when Has(words, "hoàn thành tốt") || Has(words, "xếp loại tốt") || Has(words, "loại từ tốt") => (population, Metric.GradeAtLeast, Grade.Good, null),
            _ when Has(words, "hoàn thành nhiệm vụ") => (population, Metric.GradeAtLeast, Grade.Completed, null),
            _ when Has(words, "chiến sĩ thi đua") || Has(words, "chiến sỹ thi đua") => (population, Metric.TitleAtLeast, null, Title.GrassrootsFighter),
            _ when Has(words, "lao động xuất sắc") => (population, Metric.TitleAtLeast, null, Title.ExcellentCollective),
            _ when Has(words, "lao động tiên tiến") => (population, Metric.TitleAtLeast, null, Title.Advanced),
            _ when Has(words, "dự họp") || Has(words, "dự sinh hoạt") || Has(words, "tham gia sinh hoạt") => (population, Metric.Present, null, null),
            _ when Has(words, "nghị quyết") && (Has(words, "học") || Has(words, "quán triệt")) => (population, Metric.Studied, null, null),
            _ => (population, Metric.Judged, null, null),
        };
    }

    private static bool Has(string words, string word) => words.Contains(word, StringComparison.Ordinal);

    private static decimal Parse(string number) => decimal.Parse(number.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<from>\d{1,6}(?:[.,]\d{1,4})?)(?:\s*(?:–|-|đến)\s*(?<to>\d{1,6}(?:[.,]\d{1,4})?))?(?<percent>\s*%|\s*phần trăm)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
