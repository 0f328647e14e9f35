using Azure.Core;
using Azure.Core.Pipeline;

namespace ChiBoBot.Storage;

/// <summary>A storage account: where its tables are, and how a request proves that it may use them.</summary>
internal sealed record TablesAccount(Uri Endpoint, HttpPipelinePolicy Authorization)
{
    // Public and the same for everybody: the account of Microsoft's storage emulator, Azurite.
    private const string Emulator = "AccountName=devstoreaccount1;TableEndpoint=http://127.0.0.1:10002/devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const string Scope = "https://storage.azure.com/.default";

    public static TablesAccount Of(Uri endpoint, TokenCredential credential) =>
        new(endpoint, new BearerTokenAuthenticationPolicy(credential, Scope));

    /// <summary>Reads a connection string as the Azure portal gives it. Throws <see cref="FormatException"/>, whose words never hold the key.</summary>
    public static TablesAccount Of(string connectionString, TimeProvider clock)
    {
        var parts = Parts(connectionString);
        if (parts.TryGetValue("UseDevelopmentStorage", out var emulator) && emulator.Equals("true", StringComparison.OrdinalIgnoreCase))
        {
            parts = Parts(Emulator);
        }

        var endpoint = EndpointOf(parts);
        if (parts.TryGetValue("SharedAccessSignature", out var signature))
        {
            return new(endpoint, new SharedAccessSignature(signature));
        }

        if (!parts.TryGetValue("AccountName", out var name) || !parts.TryGetValue("AccountKey", out var key))
        {
            throw new FormatException("The connection string needs AccountName and AccountKey, or SharedAccessSignature.");
        }

        try
        {
            return new(endpoint, new SharedKeyLite(name, Convert.FromBase64String(key), clock));
        }
        catch (FormatException)
        {
            throw new FormatException("The AccountKey of the connection string is not Base64: it was not copied whole.");
        }
    }

    private static Uri EndpointOf(Dictionary<string, string> parts)
    {
        var text = parts.GetValueOrDefault("TableEndpoint")
            ?? (parts.TryGetValue("AccountName", out var name)
                ? $"{parts.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{name}.table.{parts.GetValueOrDefault("EndpointSuffix", "core.windows.net")}"
                : throw new FormatException("The connection string needs AccountName or TableEndpoint."));
        return Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "https" or "http"
            ? endpoint
            : throw new FormatException("The connection string names no usable address of the table service.");
    }

    private static Dictionary<string, string> Parts(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
            {
                throw new FormatException("The connection string is not of the form Name=Value;Name=Value.");
            }

            parts[part[..equals]] = part[(equals + 1)..];
        }

        return parts;
    }
}
