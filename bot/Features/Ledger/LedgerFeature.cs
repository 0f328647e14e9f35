using System.Text.Json.Serialization;
using ChiBoBot.Cards;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Ledger;

/// <summary>Nhật ký: who changed what, taking one's own change back, and calling off what waits for a press.</summary>
internal static class LedgerFeature
{
    public static IServiceCollection AddLedger(this IServiceCollection services) => services
        .AddSingleton<AskUndoHandler>()
        .AddSingleton<UndoEntry>()
        .AddSingleton<AskLedgerHandler>()
        .AddSingleton<CancelCommandHandler>();

    public static Routes MapLedger(this Routes routes) => routes
        .Phrase<AskUndo, AskUndoHandler>(Act.UndoOwnChange, AskUndo.Of)
        .Phrase<AskLedger, AskLedgerHandler>(Act.SeeLedger, AskLedger.Of)
        .Question<CancelCommand, CancelCommandHandler>(Intent.CancelCommand, Act.AskHelp, CancelCommand.Of)
        .Verb<UndoForm, UndoEntry>(LedgerCards.UndoVerb, Act.UndoOwnChange, static () => LedgerJson.Default.UndoForm);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(UndoForm))]
internal sealed partial class LedgerJson : JsonSerializerContext;
