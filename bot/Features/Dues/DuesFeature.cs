using System.Text.Json.Serialization;
using ChiBoBot.Cards;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Dues;

/// <summary>Đảng phí: until which month members have paid, as the officers recorded it.</summary>
internal static class DuesFeature
{
    public static IServiceCollection AddDues(this IServiceCollection services) => services
        .AddSingleton<DuesBook>()
        .AddSingleton<AskDuesHandler>()
        .AddSingleton<AskOwnDuesHandler>()
        .AddSingleton<RecordDues>();

    public static Routes MapDues(this Routes routes) => routes
        .Phrase<AskDues, AskDuesHandler>(Act.RecordDues, AskDues.Of)
        .Phrase<AskOwnDues, AskOwnDuesHandler>(Act.SeeOwnDues, AskOwnDues.Of)
        .Verb<DuesOpenForm, AskDuesHandler>(DuesCards.OpenVerb, Act.RecordDues, static () => DuesJson.Default.DuesOpenForm)
        .Verb<DuesForm, RecordDues>(DuesCards.WriteVerb, Act.RecordDues, static () => DuesJson.Default.DuesForm);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(DuesForm))]
[JsonSerializable(typeof(DuesOpenForm))]
internal sealed partial class DuesJson : JsonSerializerContext;
