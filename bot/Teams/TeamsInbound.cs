using ChiBoBot.Teams.InboundAuth;
using ChiBoBot.Teams.Wire;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Teams;

/// <summary>The inbound half of the Teams floor: <c>POST /api/messages</c>, everything that guards it and everything that reads for it.</summary>
internal static class TeamsInbound
{
    /// <summary>Needs an <see cref="IReceiver"/> beside it; that one is asked for once, as turns outlive their requests.</summary>
    public static IServiceCollection AddTeamsInbound(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<TeamsOptions, TeamsOptions.Validator>().BindConfiguration(TeamsOptions.Section);
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptions.Rules>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => new IssuerHttp(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }));
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
