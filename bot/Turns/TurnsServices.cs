using ChiBoBot.Storage;
using ChiBoBot.Teams;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Turns;

/// <summary>The way of a turn.</summary>
internal static class TurnsServices
{
    public static IServiceCollection AddTurns(this IServiceCollection services) => services
        .AddSingleton<Answerer>()
        .AddSingleton<Courier>()
        .AddSingleton<Conversations>()
        .AddSingleton<Whereabouts>()
        .AddSingleton<IRefusals>(provider => provider.GetRequiredService<Whereabouts>())
        .AddSingleton<Pendings>()
        .AddSingleton<Groups>()
        .AddSingleton<OwnChats>()
        .AddSingleton<Reaches>()
        .AddSingleton(provider => new PreviousRequests(
            provider.GetRequiredService<ITables>(),
            provider.GetRequiredService<IOptions<StorageOptions>>().Value.Engine == StorageEngine.AzureTables,
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<Repeats>()
        .AddSingleton<IReceiver, Dispatcher>();
}
