using System.Text.Json.Serialization;

namespace ChiBoBot.Rules;

/// <summary>Sinh hoạt chi bộ: when a cell meets, for how long, what must come before, and whose agreement makes a resolution.</summary>
/// <param name="RegularDay">The day of each month on which cells hold their regular meeting.</param>
/// <param name="LatestDay">Where that day can't be: by this day of the month at the latest.</param>
/// <param name="LeastMinutes">How long a meeting lasts at least.</param>
/// <param name="LeastMinutesTogether">How long a regular meeting lasts at least that holds the thematic one, too.</param>
/// <param name="ThematicPerQuarter">So many thematic meetings a quarter at least.</param>
/// <param name="LateAfterMinutes">Who comes so many minutes after the beginning, or later, is late.</param>
/// <param name="AbsencesInARow">So many excused absences one after another are told to the secretary.</param>
/// <param name="MonthsAbsent">In so many months of a year without a reason: told to the secretary.</param>
/// <param name="YoungUnder">Whoever is younger is counted as a young member.</param>
/// <param name="Vote">What it takes to adopt something.</param>
internal sealed record MeetingRules(
    int RegularDay,
    int LatestDay,
    int LeastMinutes,
    int LeastMinutesTogether,
    int ThematicPerQuarter,
    int LateAfterMinutes,
    int AbsencesInARow,
    int MonthsAbsent,
    int YoungUnder,
    VoteRules Vote)
{
    public static RuleBook<MeetingRules> Book { get; } = RuleBook.Load("meetings", MeetingRulesJson.Default.MeetingRules);
}

/// <summary>Of số thành viên, not of those present: what an ordinary resolution takes, and what admitting or removing a member takes.</summary>
internal sealed record VoteRules(Fraction MoreThan, Fraction AtLeast);

/// <summary>A part of a whole.</summary>
internal sealed record Fraction(int Of, int Whole);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(MeetingRules))]
internal sealed partial class MeetingRulesJson : JsonSerializerContext;
