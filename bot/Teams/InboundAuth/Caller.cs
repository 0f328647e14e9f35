namespace ChiBoBot.Teams.InboundAuth;

/// <summary>Who stands at the door with a valid token, as far as the token says it.</summary>
/// <param name="Service">The connector that the token was made for. Only an activity of the same one may come with it.</param>
/// <param name="Endorsements">The channels that the signing key may speak for.</param>
/// <param name="Expires">Until when the token holds.</param>
/// <param name="Keys">The keys that it was validated by: with others it is validated again.</param>
internal sealed record Caller(Uri? Service, IReadOnlyList<string> Endorsements, DateTimeOffset Expires, KeySet? Keys)
{
    /// <summary>Somebody on this machine, where the token check is switched off.</summary>
    public static readonly Caller Unauthenticated = new(null, [], DateTimeOffset.MaxValue, null);
}
