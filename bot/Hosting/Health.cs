using ChiBoBot.Storage;
using ChiBoBot.Teams.InboundAuth;

namespace ChiBoBot.Hosting;

/// <summary>What a watchdog asks: is the bot alive, and can it work?</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/healthz", static http => http.Response.WriteAsync("alive\n"));
        endpoints.MapGet("/readyz", Ready);
    }

    private static async Task Ready(HttpContext http)
    {
        var missing = await Missing(http.RequestServices, http.RequestAborted);
        http.Response.StatusCode = missing is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await http.Response.WriteAsync((missing ?? "ready") + "\n");
    }

    private static async Task<string?> Missing(IServiceProvider services, CancellationToken cancel)
    {
        if (!services.GetRequiredService<TokenGate>().KeysKnown)
        {
            return "the token issuer's keys are not known yet";
        }

        try
        {
            var tables = services.GetRequiredService<ITables>();
            await Task.Run(() => tables.Check(cancel), cancel).WaitAsync(Patience, services.GetRequiredService<TimeProvider>(), cancel);
            return null;
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            // Whatever keeps the store from answering: the log of the turns tells, a watchdog needs only this.
            return "the storage does not answer";
        }
    }
}
