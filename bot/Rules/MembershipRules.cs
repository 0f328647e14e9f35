using System.Text.Json.Serialization;

namespace ChiBoBot.Rules;

/// <summary>Đảng viên: how long what lasts.</summary>
/// <param name="ProbationMonths">Dự bị: from the day of admission so many months.</param>
internal sealed record MembershipRules(int ProbationMonths)
{
    public static RuleBook<MembershipRules> Book { get; } = RuleBook.Load("membership", MembershipRulesJson.Default.MembershipRules);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(MembershipRules))]
internal sealed partial class MembershipRulesJson : JsonSerializerContext;
