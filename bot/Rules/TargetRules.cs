using System.Text.Json.Serialization;

namespace ChiBoBot.Rules;

/// <summary>Chỉ tiêu: what no resolution says and yet decides how a target is judged.</summary>
/// <param name="NearlyPercent">Sắp đạt: at least so many percent of what it takes are there.</param>
/// <param name="StretchBinds">Whether missing a stretch clause (“phấn đấu”) fails its target.</param>
/// <param name="Comparators">How resolutions write a comparator, and which one it is; longer words come first.</param>
internal sealed record TargetRules(int NearlyPercent, bool StretchBinds, IReadOnlyList<ComparatorWords> Comparators)
{
    public static RuleBook<TargetRules> Book { get; } = RuleBook.Load("targets", TargetRulesJson.Default.TargetRules);
}

/// <summary>“ít nhất” is <c>atLeast</c>.</summary>
internal sealed record ComparatorWords(string Words, string Comparator);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TargetRules))]
internal sealed partial class TargetRulesJson : JsonSerializerContext;
