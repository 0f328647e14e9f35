using System.Collections.Concurrent;

namespace ChiBoBot.Teams.Outbound;

/// <summary>One resource of a connector, spelled once.</summary>
/// <param name="thread">The thread and <paramref name="query"/> that it was spelled for, to know it again.</param>
internal sealed class Address(Connection connection, string path, string? thread = null, string query = "")
{
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public Connection Connection => connection;

    /// <summary>Ids are escaped already and must reach Teams letter for letter, so nothing is made canonical.</summary>
    public Uri Uri { get; } = new(connection.Base + path, AsWritten);

    public bool Is(Connection other, string? otherThread, string otherQuery) =>
        ReferenceEquals(connection, other) && thread == otherThread && query == otherQuery;

    public Address On(Connection other) => new(other, path);
}

/// <summary>A connector that may be spoken to.</summary>
/// <param name="Base">The service URL without its last slash.</param>
internal sealed record Connection(Uri ServiceUrl, string Base);

/// <summary>Decides which service URLs may be spoken to, once for each.</summary>
internal sealed class Connections(ConnectorOptions options)
{
    private const int Most = 256;
    private readonly ConcurrentDictionary<string, Connection> _known = new(StringComparer.Ordinal);

    /// <summary>The bot's home on the government's community cloud, which answers from another host than it says.</summary>
    public static readonly Uri Government = new("https://smba.infra.gcc.teams.microsoft.com/teams");

    public Connection To(Uri serviceUrl)
    {
        var written = serviceUrl.OriginalString;
        if (_known.TryGetValue(written, out var known))
        {
            return known;
        }

        if (!IsAllowed(serviceUrl))
        {
            throw new ConnectorException(Delivery.Refused, null, "HostNotAllowed", new InvalidOperationException(
                $"The bot doesn't send to {serviceUrl.Host} over {serviceUrl.Scheme}: the host isn't among Teams:AllowedServiceHosts{(options.Credential == CredentialKind.None ? ", or isn't loopback while Connector:Credential is None" : "")}."));
        }

        var connection = new Connection(serviceUrl, serviceUrl.GetLeftPart(UriPartial.Path).TrimEnd('/'));
        if (_known.Count < Most)
        {
            _known.TryAdd(written, connection);
        }

        return connection;
    }

    public bool IsAllowed(Uri serviceUrl) =>
        ServiceHosts.IsAllowed(serviceUrl, options.AllowedHosts) && (options.Credential != CredentialKind.None || serviceUrl.IsLoopback);
}
