using Microsoft.Extensions.Options;

namespace ChiBoBot.Teams.InboundAuth;

/// <summary>Fetches the issuer's keys when the host starts, so that the first turn needn't wait and readiness can come true before any request.</summary>
internal sealed class KeyWarmUp(SigningKeys keys, IOptions<TeamsOptions> options, TimeProvider clock, ILogger<KeyWarmUp> log) : BackgroundService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.DangerouslyAllowUnauthenticatedRequests)
        {
            log.Unauthenticated();
            return;
        }

        await keys.Warm();
        while (!keys.Known)
        {
            await Task.Delay(BetweenTries, clock, stoppingToken);
            await keys.Warm();
        }
    }
}
