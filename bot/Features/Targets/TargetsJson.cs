using System.Text.Json.Serialization;
using ChiBoBot.Cards;

namespace ChiBoBot.Features.Targets;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TargetForm))]
[JsonSerializable(typeof(PendingRecord))]
[JsonSerializable(typeof(PendingDeed))]
[JsonSerializable(typeof(PendingAward))]
[JsonSerializable(typeof(PendingEdit))]
[JsonSerializable(typeof(PendingTarget))]
[JsonSerializable(typeof(PendingClose))]
internal sealed partial class TargetsJson : JsonSerializerContext;
