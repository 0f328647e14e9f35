namespace ChiBoBot.Teams.InboundAuth;

/// <summary>The way to the token issuer. What it publishes is small and comes soon, or is done without. Bare of HttpClient as the way to Teams is: a start waits for the keys.</summary>
internal sealed class IssuerHttp(HttpMessageHandler handler) : HttpMessageInvoker(handler)
{
    private const int LargestDocument = 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Reads a whole document.</summary>
    public async Task Read(Uri address, MemoryStream document)
    {
        using var time = new CancellationTokenSource(Patience);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await SendAsync(request, time.Token);
        response.EnsureSuccessStatusCode();
        await response.Content.LoadIntoBufferAsync(LargestDocument, time.Token);
        await response.Content.CopyToAsync(document, time.Token);
    }
}
