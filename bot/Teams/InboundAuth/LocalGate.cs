using System.Net;

namespace ChiBoBot.Teams.InboundAuth;

/// <summary>Stands in for the token check where that is switched off: whoever comes must be on this machine.</summary>
internal static class LocalGate
{
    public static (Caller? Caller, Refusal? Refusal) Check(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !IsForwarded(http.Request.Headers)
            ? (Caller.Unauthenticated, null)
            : (null, Refusal.NotLocal);

    /// <summary>A tunnel or proxy on this machine brings strangers in over loopback.</summary>
    private static bool IsForwarded(IHeaderDictionary headers) =>
        headers.ContainsKey("Forwarded") || headers.ContainsKey("X-Forwarded-For") || headers.ContainsKey("X-Forwarded-Host");
}
