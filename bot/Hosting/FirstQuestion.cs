using ChiBoBot.Teams;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Hosting;

/// <summary>Asks a question in a cell that does not exist, beside the last of the start: everything that a first question reads is read, and nothing is there. So the first person who asks waits less.</summary>
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

    public void Dispose() => _stopping.Dispose();

    private async Task Ask(CancellationToken cancel)
    {
        var at = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var nobody = new Sender(Nowhere, Nowhere, null);
        await services.GetRequiredService<IPeople>().Find(Nowhere, nobody, at, cancel);
        await services.GetRequiredService<IRoster>().NamesOf(Nowhere, cancel);
        var turn = new Turn(Nowhere, at, Asker.Unknown with { CellId = Nowhere }, nobody, new Conversation(Nowhere, Place.Personal, Nowhere, new Uri("https://localhost/"), Nowhere));
        await services.GetRequiredService<Routes>().Find(Intent.TargetStatus)!.Handle(services, new Request(Intent.TargetStatus, Slots.None), turn, cancel);
    }
}
