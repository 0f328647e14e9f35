using ChiBoBot.Teams.InboundAuth;
using ChiBoBot.Teams.Wire;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Teams;

/// <summary>The inbound half of the Teams floor: <c>POST /api/messages</c>, everything that guards it and everything that reads for it.</summary>
internal static class TeamsInbound
{
    private const int LargestKeyDocument = 1024 * 1024;

    /// <summary>Needs an <see cref="IReceiver"/> beside it; that one is asked for once, as turns outlive their requests.</summary>
    public static IServiceCollection AddTeamsInbound(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<TeamsOptions, TeamsOptions.Validator>().BindConfiguration(TeamsOptions.Section);
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptions.Rules>();
        services.AddHttpClient(SigningKeys.Client, client =>
        {
            client.Timeout = TimeSpan.FromSeconds(5);
            client.MaxResponseContentBufferSize = LargestKeyDocument;
        }).RemoveAllLoggers();

        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<SigningKeys>()
            .AddSingleton<TokenGate>()
            .AddSingleton<ActivityGate>()
            .AddSingleton<InboundReader>()
            .AddSingleton<MessagesEndpoint>()
            .AddSingleton<OpenTurns>()
            .AddHostedService(provider => provider.GetRequiredService<OpenTurns>())
            .AddHostedService<KeyWarmUp>();
    }

    public static IEndpointConventionBuilder MapTeams(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/messages", http => http.RequestServices.GetRequiredService<MessagesEndpoint>().Handle(http));
}
