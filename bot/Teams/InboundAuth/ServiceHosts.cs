namespace ChiBoBot.Teams.InboundAuth;

/// <summary>The hosts that may be Teams' connector. The bot's own token is sent to no other, whatever an activity says.</summary>
internal sealed class ServiceHosts(IReadOnlyList<string> patterns)
{
    private static readonly string[] Microsoft =
    [
        "smba.trafficmanager.net",
        "*.teams.microsoft.com",
        "*.teams.microsoft.us",
        "*.botframework.com",
    ];

    private readonly IReadOnlyList<string> _patterns = patterns.Count == 0 ? Microsoft : patterns;

    public bool Allows(Uri address)
    {
        // A user name or a query has no business in a connector's address; both are ways to make a host look like another.
        if (!TeamsOptions.IsHttps(address) || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            return false;
        }

        foreach (var pattern in _patterns)
        {
            if (Matches(address.IdnHost, pattern))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsPattern(string pattern)
    {
        var host = pattern.StartsWith("*.", StringComparison.Ordinal) ? pattern[2..] : pattern;
        return Uri.CheckHostName(host) != UriHostNameType.Unknown && !host.EndsWith('.');
    }

    /// <summary><c>*.example.org</c> takes <c>a.example.org</c>, but neither <c>example.org</c> nor <c>badexample.org</c>.</summary>
    private static bool Matches(string host, string pattern) => pattern.StartsWith("*.", StringComparison.Ordinal)
        ? host.Length > pattern.Length - 1 && host.AsSpan().EndsWith(pattern.AsSpan(1), StringComparison.OrdinalIgnoreCase)
        : host.Equals(pattern, StringComparison.OrdinalIgnoreCase);
}
