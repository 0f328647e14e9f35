using ChiBoBot.Teams;

namespace ChiBoBot.Turns;

/// <summary>The way of a turn.</summary>
internal static class TurnsServices
{
    public static IServiceCollection AddTurns(this IServiceCollection services) => services
        .AddSingleton<Answerer>()
        .AddSingleton<Courier>()
        .AddSingleton<Conversations>()
        .AddSingleton<Pendings>()
        .AddSingleton<Groups>()
        .AddSingleton<OwnChats>()
        .AddSingleton<PreviousRequests>()
        .AddSingleton<Repeats>()
        .AddSingleton<IReceiver, Dispatcher>();
}
