namespace ChiBoBot.Teams.InboundAuth;

/// <summary>The way to the token issuer. What it publishes is small and comes soon, or is done without.</summary>
internal sealed class IssuerHttp : HttpClient
{
    private const int LargestDocument = 1024 * 1024;

    public IssuerHttp(HttpMessageHandler handler)
        : base(handler)
    {
        Timeout = TimeSpan.FromSeconds(5);
        MaxResponseContentBufferSize = LargestDocument;
    }
}
