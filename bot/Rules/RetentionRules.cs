using System.Text.Json.Serialization;

namespace ChiBoBot.Rules;

/// <summary>Thời hạn lưu: how long members' own words are kept.</summary>
/// <param name="AssessmentYears">What they wrote about themselves: of so many past years, beside the current one.</param>
/// <param name="MeetingMonths">What they wrote about a meeting, opinions beforehand and reasons for absence: for so long. No paper says how long; it covers the year that is assessed.</param>
internal sealed record RetentionRules(int AssessmentYears, int MeetingMonths)
{
    public static RuleBook<RetentionRules> Book { get; } = RuleBook.Load("retention", RetentionRulesJson.Default.RetentionRules);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RetentionRules))]
internal sealed partial class RetentionRulesJson : JsonSerializerContext;
