using ChiBoBot.Cards;
using ChiBoBot.Teams;
using ChiBoBot.Teams.InboundAuth;
using ChiBoBot.Turns;

namespace ChiBoBot.Hosting;

/// <summary>Checks a token that nobody signed and asks a question in a cell that does not exist, beside the last of the start: everything that a first question needs is loaded, and nothing is there. So the first person who asks waits less.</summary>
internal sealed class FirstQuestion(IServiceProvider services) : IHostedService, IDisposable
{
    private const string Nowhere = "-";

    private readonly CancellationTokenSource _stopping = new();
    private Task _asking = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _asking = Task.Run(() => Ask(_stopping.Token), cancellationToken);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();

        // Whatever keeps it from being answered, a real turn will tell.
        await _asking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async Task Ask(CancellationToken cancel)
    {
        await services.GetRequiredService<TokenGate>().Rehearse();
        var at = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var nobody = new Sender(Nowhere, Nowhere, null);
        await services.GetRequiredService<IPeople>().Find(Nowhere, nobody, at, cancel);
        var turn = new Turn(Nowhere, at, new Asker(Nowhere, null, Nowhere, Role.Member), nobody, new Conversation(Nowhere, Place.Personal, Nowhere, new Uri("https://localhost/"), Nowhere));
        await services.GetRequiredService<Answerer>().Say(HelpText.Suggestions[0], turn, cancel);
    }

    public void Dispose() => _stopping.Dispose();
}
