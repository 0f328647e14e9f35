using ChiBoBot.Commands;
using ChiBoBot.Commands.Playground;

namespace ChiBoBot.Conformance;

/// <summary>The Agents Playground between a bot and the browser: the whole way of a message, as in Teams.</summary>
public sealed class PlaygroundFixture : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "playground");

    /// <summary>Fetched once, by the demo's own code.</summary>
    public async Task InitializeAsync()
    {
        await using var playground = new PlaygroundProcess(_folder, TimeProvider.System);
        await playground.Install(_ => { }, CancellationToken.None);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Starts it as the client of a bot. The bot's connector is <paramref name="port"/> of this machine.</summary>
    internal async Task<PlaygroundProcess> Start(Uri bot, int port, DemoCast cast)
    {
        var playground = new PlaygroundProcess(_folder, TimeProvider.System);
        await playground.Start(bot, port, PlaygroundConfig.Yaml(cast), CancellationToken.None);
        return playground;
    }
}
