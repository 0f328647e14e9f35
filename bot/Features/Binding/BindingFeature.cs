using System.Text.Json.Serialization;
using ChiBoBot.Cards;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Binding;

/// <summary>Nhóm của chi bộ: which group chat or channel is the cell's own.</summary>
internal static class BindingFeature
{
    public static IServiceCollection AddBinding(this IServiceCollection services) => services
        .AddSingleton<AskBindingHandler>()
        .AddSingleton<BindGroup>()
        .AddSingleton<UnbindGroup>();

    public static Routes MapBinding(this Routes routes) => routes
        .Phrase<AskBinding, AskBindingHandler>(Act.BindGroup, AskBinding.Of)
        .Verb<PendingForm, BindGroup>(BindingCards.BindVerb, Act.BindGroup, static () => BindingJson.Default.PendingForm)
        .Verb<PendingForm, UnbindGroup>(BindingCards.UnbindVerb, Act.BindGroup, static () => BindingJson.Default.PendingForm);
}

/// <summary>Which conversation a command is about.</summary>
internal sealed record BindingCommand(string ConversationId);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PendingForm))]
[JsonSerializable(typeof(BindingCommand))]
internal sealed partial class BindingJson : JsonSerializerContext;
