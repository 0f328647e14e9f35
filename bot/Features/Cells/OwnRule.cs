using System.Text.Json.Serialization.Metadata;
using ChiBoBot.Rules;

namespace ChiBoBot.Features.Cells;

/// <summary>A constant of the rules that the cell has set for itself; every answer computed by it says so.</summary>
/// <param name="Name">The constant's path in the topic's packs, e.g. <c>quota.percent</c>.</param>
/// <param name="Reason">Why, e.g. the paper of the unit above.</param>
internal sealed record OwnRule(string Topic, string Name, string Value, string Reason) : ICellPart<OwnRule>
{
    public RuleOverride Override => new(Topic, Name, Value);

    public static string Kind => "rule";

    public static JsonTypeInfo<OwnRule> Json => CellJson.Default.OwnRule;

    string ICellPart<OwnRule>.Key => $"{Topic}|{Name}";
}
