using ChiBoBot.Storage;
using ChiBoBot.Teams.InboundAuth;

namespace ChiBoBot.Hosting;

/// <summary>What a watchdog asks: is the bot alive, and can it work?</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var store = new Store();
        endpoints.MapGet("/healthz", static http => http.Response.WriteAsync("alive\n"));
        endpoints.MapGet("/readyz", http => Ready(http, store));
    }

    private static async Task Ready(HttpContext http, Store store)
    {
        var missing = await Missing(http.RequestServices, store, http.RequestAborted);
        http.Response.StatusCode = missing is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await http.Response.WriteAsync((missing ?? "ready") + "\n");
    }

    private static async Task<string?> Missing(IServiceProvider services, Store store, CancellationToken cancel)
    {
        if (!services.GetRequiredService<TokenGate>().KeysKnown)
        {
            return "the token issuer's keys are not known yet";
        }

        try
        {
            await store.Check(services.GetRequiredService<ITables>()).WaitAsync(Patience, services.GetRequiredService<TimeProvider>(), cancel);
            return null;
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            // Whatever keeps the store from answering: the log of the turns tells, a watchdog needs only this.
            return "the storage does not answer";
        }
    }

    /// <summary>Looks at the store once at a time: one that blocks keeps one thread, however often it is asked.</summary>
    private sealed class Store
    {
        private readonly Lock _gate = new();
        private Task _running = Task.CompletedTask;

        public Task Check(ITables tables)
        {
            lock (_gate)
            {
                return _running = _running.IsCompleted ? Task.Run(() => tables.Check(CancellationToken.None)) : _running;
            }
        }
    }
}
