namespace ChiBoBot.Teams;

/// <summary>Which hosts the bot talks to as Teams: only they may be named by an activity, and only they are shown the bot's token.</summary>
internal static class ServiceHosts
{
    /// <summary>
    /// Teams' own connectors, also of the government clouds. The first stands for itself alone: anybody can register a name below trafficmanager.net,
    /// with dots in it.
    /// </summary>
    public static readonly IReadOnlyList<string> Teams =
        ["smba.trafficmanager.net", "*.teams.microsoft.com", "*.teams.microsoft.us", "*.botframework.com"];

    /// <summary>
    /// A host stands for itself and <c>*.host</c> for everything below it, over https. A loopback host that is listed may be spoken to over http too.
    /// </summary>
    internal static bool IsAllowed(Uri serviceUrl, IReadOnlyList<string> hosts)
    {
        if (!serviceUrl.IsAbsoluteUri
            || serviceUrl.UserInfo.Length > 0
            || serviceUrl.Query.Length > 0
            || serviceUrl.Fragment.Length > 0
            || !(serviceUrl.Scheme == Uri.UriSchemeHttps || (serviceUrl.Scheme == Uri.UriSchemeHttp && serviceUrl.IsLoopback)))
        {
            return false;
        }

        var host = serviceUrl.IdnHost;
        foreach (var allowed in hosts)
        {
            if (allowed.StartsWith("*.", StringComparison.Ordinal)
                ? host.Length > allowed.Length - 1 && host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
                : host.Equals(allowed, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an entry of an allow-list says what it seems to: a bare host or <c>*.</c> before one of at least two labels.</summary>
    internal static bool IsPattern(string entry)
    {
        var host = entry.StartsWith("*.", StringComparison.Ordinal) ? entry[2..] : entry;
        return Uri.CheckHostName(host) != UriHostNameType.Unknown && !host.EndsWith('.') && (host.Length == entry.Length || host.Contains('.', StringComparison.Ordinal));
    }
}
