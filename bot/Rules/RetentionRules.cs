using System.Text.Json.Serialization;

namespace ChiBoBot.Rules;

/// <summary>Thời hạn lưu: how long what members wrote about themselves is kept.</summary>
/// <param name="AssessmentYears">Of so many past years, beside the current one.</param>
internal sealed record RetentionRules(int AssessmentYears)
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
