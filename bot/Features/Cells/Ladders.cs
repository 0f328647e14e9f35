using System.Text.Json.Serialization;
using ChiBoBot.Rules;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>The ladders that hold for a cell: its own, or those of the rule pack.</summary>
internal sealed class Ladders(ITables tables)
{
    public async Task<IReadOnlyList<LadderStep>> Of(string cellId, string kind, DateTimeOffset at, CancellationToken cancel) =>
        (await tables.Find<LadderRow>(cellId, LadderRow.KeyOf(kind), cancel))?.Row.Steps ?? ReminderRules.On(at).Ladders[kind];
}

/// <summary>Whoever reminds of a kind of thing by a ladder.</summary>
internal interface ILadderKind
{
    /// <summary>One of <see cref="Cards.LadderKinds"/>.</summary>
    string Kind { get; }

    /// <summary>What belongs into the commit that gives the cell these steps: the plans of everything of the kind that is to come. A step that is none any more drops by itself.</summary>
    /// <param name="most">So many changes fit.</param>
    Task<IReadOnlyList<Change>> PlanAll(string cellId, IReadOnlyList<LadderStep> steps, int most, DateTimeOffset now, CancellationToken cancel);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IReadOnlyList<LadderStep>))]
internal sealed partial class LadderJson : JsonSerializerContext;
