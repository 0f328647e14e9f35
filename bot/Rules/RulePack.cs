using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace ChiBoBot.Rules;

/// <summary>What one paper rules on a topic, from a day on until the next one. Whoever computes by it names its <see cref="Source"/>.</summary>
/// <param name="Id">The name of its file.</param>
/// <param name="Source">The papers that say so, as Vietnamese documents cite them.</param>
internal sealed record RulePack<T>(string Id, DateOnly From, string Source, T Rules)
    where T : class
{
    /// <summary>The constants that the cell has set for itself, by name.</summary>
    public IReadOnlyList<string> Overridden { get; init; } = [];

    internal required JsonElement Json { private get; init; }

    internal required JsonTypeInfo<T> Form { private get; init; }

    /// <summary>Whether the pack holds a constant of that name.</summary>
    public bool Has(string name) => Find(JsonObject.Create(Json), name) is not null;

    /// <summary>The pack with a cell's own values. Throws <see cref="RulesException"/> where the pack has no such constant or the value is of another kind.</summary>
    /// <param name="overrides">The cell's overrides of this pack's topic; none leaves the pack as it is.</param>
    public RulePack<T> With(IReadOnlyCollection<RuleOverride> overrides)
    {
        if (overrides.Count == 0)
        {
            return this;
        }

        var rules = JsonObject.Create(Json) ?? [];
        foreach (var change in overrides)
        {
            Set(rules, change);
        }

        try
        {
            return this with
            {
                Rules = rules.Deserialize(Form)!,
                Json = rules.Deserialize(RulesJson.Default.JsonElement),
                Overridden = [.. Overridden.Union(overrides.Select(change => change.Name))],
            };
        }
        catch (JsonException wrong)
        {
            throw new RulesException($"The rules '{Id}' do not take {string.Join(", ", overrides)}: {wrong.Message}", wrong);
        }
    }

    private void Set(JsonObject rules, RuleOverride change)
    {
        if (Find(rules, change.Name) is not { } old)
        {
            throw new RulesException($"The rules '{Id}' have no constant '{change.Name}'.");
        }

        old.ReplaceWith(old.GetValueKind() == JsonValueKind.String ? JsonValue.Create(change.Value) : Parse(change));
    }

    private static JsonValue? Find(JsonNode? rules, string name) =>
        name.Split('.').Aggregate(rules, (inner, part) => (inner as JsonObject)?[part]) as JsonValue;

    private static JsonNode? Parse(RuleOverride change)
    {
        try
        {
            return JsonNode.Parse(change.Value);
        }
        catch (JsonException wrong)
        {
            throw new RulesException($"'{change.Value}' is no value for the constant '{change.Name}'.", wrong);
        }
    }
}

/// <summary>A constant of a topic as one cell sets it for itself, e.g. because the unit above rules otherwise.</summary>
/// <param name="Name">The constant's path in the pack, e.g. <c>quota.percent</c>.</param>
/// <param name="Value">As the pack would write it.</param>
internal sealed record RuleOverride(string Topic, string Name, string Value)
{
    public override string ToString() => $"{Name} = {Value}";
}
