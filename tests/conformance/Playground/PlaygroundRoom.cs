using ChiBoBot.Commands;

namespace ChiBoBot.Conformance;

/// <summary>The demo's bot with its sample cells, and people of them, each at a Playground of their own.</summary>
internal sealed class PlaygroundRoom : IAsyncDisposable
{
    private readonly ChromiumFixture _chromium;
    private readonly PlaygroundFixture _playground;
    private readonly Uri _address = new($"http://127.0.0.1:{Ports.Next()}");
    private readonly int _firstPort = Ports.Next();
    private readonly Stack<IAsyncDisposable> _running = new();

    private PlaygroundRoom(ChromiumFixture chromium, PlaygroundFixture playground) => (_chromium, _playground) = (chromium, playground);

    public static async Task<PlaygroundRoom> Open(ChromiumFixture chromium, PlaygroundFixture playground, string databaseFile)
    {
        var room = new PlaygroundRoom(chromium, playground);
        room._running.Push(await DemoStart.Start(new DemoBot(room._address, databaseFile, new Uri($"http://localhost:{room._firstPort}")), CancellationToken.None));
        return room;
    }

    /// <summary>Somebody sits down and enters the own chat with the bot.</summary>
    public async Task<PlaygroundChat> Enter(DemoCast cast)
    {
        var client = await _playground.Start(_address, _running.Count == 1 ? _firstPort : Ports.Next(), cast);
        _running.Push(client);
        var chat = await PlaygroundChat.Open(_chromium, client.Address!);
        await chat.Enter("Personal Chat");
        await chat.Read("Kính chào đồng chí!");
        return chat;
    }

    public async ValueTask DisposeAsync()
    {
        while (_running.TryPop(out var one))
        {
            await one.DisposeAsync();
        }
    }
}
