using ChiBoBot.Teams.Wire;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Teams.InboundAuth;

/// <summary>Holds an activity against the token that it came with: the channel, the connector's address, the tenant.</summary>
internal sealed class ActivityGate(IOptions<TeamsOptions> options)
{
    /// <summary>Other channels of the connector let a client write into <c>from</c> and <c>channelData</c> what it likes.</summary>
    private const string Teams = "msteams";

    /// <summary>The connector to answer to, or why the activity is refused.</summary>
    public (Uri? Service, Refusal? Refusal) Check(Activity activity, Caller caller)
    {
        if (activity is not { Type.Length: > 0, ServiceUrl: { Length: > 0 } serviceUrl, Conversation.Id.Length: > 0 })
        {
            return (null, Refusal.Malformed);
        }

        return ReferenceEquals(caller, Caller.Unauthenticated) ? CheckLocal(serviceUrl) : CheckClaims(activity, serviceUrl, caller);
    }

    private (Uri?, Refusal?) CheckClaims(Activity activity, string serviceUrl, Caller caller)
    {
        if (activity.ChannelId != Teams)
        {
            return (null, Refusal.Channel);
        }

        if (!caller.Endorsements.Contains(Teams))
        {
            return (null, Refusal.Endorsement);
        }

        if (caller.Service is not { } service || !IsSame(caller.Service.OriginalString, serviceUrl))
        {
            return (null, Refusal.ServiceUrl);
        }

        if (!ServiceHosts.IsAllowed(service, options.Value.ServiceHosts))
        {
            return (null, Refusal.ServiceHost);
        }

        return Places.TenantOf(activity) is { } tenant && options.Value.TenantIds.Contains(tenant, StringComparer.OrdinalIgnoreCase)
            ? (service, null)
            : (null, Refusal.Tenant);
    }

    private static (Uri?, Refusal?) CheckLocal(string serviceUrl) =>
        !Uri.TryCreate(serviceUrl, UriKind.Absolute, out var service) ? (null, Refusal.Malformed)
        : service.IsLoopback && TeamsOptions.IsHttps(service) ? (service, null)
        : (null, Refusal.ServiceHost);

    private static bool IsSame(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        one.TrimEnd('/').Equals(other.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
