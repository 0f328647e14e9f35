using System.Text.Json.Serialization;

namespace ChiBoBot.Features.Cells;

/// <summary>How the parts of a cell are written into their rows.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(Term))]
[JsonSerializable(typeof(Resolution))]
[JsonSerializable(typeof(Target))]
[JsonSerializable(typeof(Result))]
[JsonSerializable(typeof(YearTotal))]
[JsonSerializable(typeof(DecidedGrade))]
[JsonSerializable(typeof(Award))]
[JsonSerializable(typeof(Deed))]
[JsonSerializable(typeof(Turnout))]
[JsonSerializable(typeof(DuesPaid))]
[JsonSerializable(typeof(OwnRule))]
[JsonSerializable(typeof(Event))]
[JsonSerializable(typeof(Anniversary))]
[JsonSerializable(typeof(Cell))]
[JsonSerializable(typeof(IReadOnlyList<Resolution>))]
[JsonSerializable(typeof(IReadOnlyList<YearTotal>))]
[JsonSerializable(typeof(IReadOnlyList<OwnRule>))]
internal sealed partial class CellJson : JsonSerializerContext;
