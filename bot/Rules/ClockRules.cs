using System.Text.Json.Serialization;

namespace ChiBoBot.Rules;

/// <summary>Thời hạn: the clocks that a cell has to keep.</summary>
/// <param name="DocumentsDaysBefore">Documents are out so many days before a meeting.</param>
/// <param name="PapersDaysAfter">Minutes and report are done within so many days after it.</param>
/// <param name="MeetingDay">The day of the month on which cells meet.</param>
/// <param name="ThematicPerQuarter">So many thematic meetings a quarter.</param>
/// <param name="ProbationMonths">So long a probationer is on probation.</param>
/// <param name="RecognitionWorkingDays">After it the cell considers within so many working days.</param>
/// <param name="TransferWorkingDays">A move is done within so many working days.</param>
/// <param name="PresentWorkingDays">And its papers are presented within so many.</param>
/// <param name="BadgeYears">Years of membership that are honoured by a badge.</param>
/// <param name="BadgeDays">On these days.</param>
/// <param name="BadgeFileWorkingDays">The file is handed in so many working days before.</param>
/// <param name="ReviewDays">Commitments and work are reviewed by these days of the year.</param>
/// <param name="DuesMonths">So many months without dues and without a reason, and the cell has to look into it.</param>
/// <param name="Sources">Which paper says so, by the clock's name.</param>
internal sealed record ClockRules(
    int DocumentsDaysBefore,
    int PapersDaysAfter,
    int MeetingDay,
    int ThematicPerQuarter,
    int ProbationMonths,
    int RecognitionWorkingDays,
    int TransferWorkingDays,
    int PresentWorkingDays,
    IReadOnlyList<int> BadgeYears,
    IReadOnlyList<DayOfYear> BadgeDays,
    int BadgeFileWorkingDays,
    IReadOnlyList<DayOfYear> ReviewDays,
    int DuesMonths,
    IReadOnlyDictionary<string, string> Sources)
{
    public static RuleBook<ClockRules> Book { get; } = RuleBook.Load("clocks", ClockRulesJson.Default.ClockRules);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ClockRules))]
internal sealed partial class ClockRulesJson : JsonSerializerContext;
