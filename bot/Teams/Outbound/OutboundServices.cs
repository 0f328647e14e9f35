using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Teams.Outbound;

/// <summary>The way out to Teams.</summary>
internal static class OutboundServices
{
    public static IServiceCollection AddConnector(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ConnectorOptions, ConnectorOptions.Validator>().BindConfiguration("Connector");
        services.AddOptions<ConnectorOptions>().Configure<IOptions<TeamsOptions>>((connector, teams) =>
        {
            connector.ClientId = teams.Value.AppId;
            connector.AllowedHosts = teams.Value.ServiceHosts;
        });
        services.AddSingleton<IValidateOptions<ConnectorOptions>, ConnectorOptions.PlaygroundOnly>();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => new ConnectorHttp(ConnectorHttp.Sockets()));
        services.TryAddSingleton(provider => new BotCredential(
            Options(provider), Credentials.Make, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<BotCredential>>()));
        services.AddSingleton(provider => new Connections(Options(provider)));
        services.AddSingleton(provider => new Pace(Options(provider).Paced, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ConnectorMetrics>();
        services.AddSingleton(provider => new Courier(
            provider.GetRequiredService<ConnectorHttp>(),
            provider.GetRequiredService<Connections>(),
            provider.GetRequiredService<BotCredential>(),
            provider.GetRequiredService<Pace>(),
            Options(provider),
            provider.GetRequiredService<ConnectorMetrics>(),
            provider.GetRequiredService<TimeProvider>(),
            Random.Shared,
            provider.GetRequiredService<ILogger<Courier>>()));
        services.TryAddSingleton<IConnector, Connector>();
        return services;
    }

    private static ConnectorOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<ConnectorOptions>>().Value;
}
