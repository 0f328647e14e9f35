namespace ChiBoBot.Due;

/// <summary>The list of what is due and whoever sees to it.</summary>
internal static class DueServices
{
    /// <summary>The tables that must be there before anything is planned.</summary>
    public static IReadOnlyList<string> Tables { get; } = [DueEntry.Table];

    public static IServiceCollection AddDue(this IServiceCollection services) => services
        .AddSingleton<FreshEntries>()
        .AddSingleton<Schedule>()
        .AddSingleton<Carrier>()
        .AddSingleton<Sweeper>()
        .AddHostedService(provider => provider.GetRequiredService<Sweeper>());

    /// <summary>Adds a kind of thing that falls due.</summary>
    public static IServiceCollection AddDue<T>(this IServiceCollection services)
        where T : class, IDueKind => services.AddSingleton<IDueKind, T>();
}
