namespace ChiBoBot.Teams.Outbound;

/// <summary>The one pool of connections to Teams. Bare of HttpClient: time limits, retries and buffers are the courier's.</summary>
internal sealed class ConnectorHttp(HttpMessageHandler handler) : HttpMessageInvoker(handler)
{
    /// <summary>Connections are renewed so that a change of Teams' addresses is noticed; redirects would carry the token elsewhere.</summary>
    public static SocketsHttpHandler Sockets() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),

        // The courier has its own span; Teams has no use for our trace ids.
        ActivityHeadersPropagator = null,
    };
}
