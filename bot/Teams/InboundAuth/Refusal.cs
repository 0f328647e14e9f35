namespace ChiBoBot.Teams.InboundAuth;

/// <summary>Why a request is turned away at the door. The caller sees the status and nothing else; the reason is for the log and the counter.</summary>
internal sealed record Refusal(int Status, string Reason)
{
    public static readonly Refusal ContentType = new(StatusCodes.Status415UnsupportedMediaType, "content type");
    public static readonly Refusal TooLarge = new(StatusCodes.Status413PayloadTooLarge, "body too large");
    public static readonly Refusal Malformed = new(StatusCodes.Status400BadRequest, "malformed body");

    public static readonly Refusal NoToken = new(StatusCodes.Status401Unauthorized, "no single bearer token");
    public static readonly Refusal NotAToken = new(StatusCodes.Status401Unauthorized, "not a token");
    public static readonly Refusal Algorithm = new(StatusCodes.Status401Unauthorized, "algorithm");
    public static readonly Refusal Issuer = new(StatusCodes.Status401Unauthorized, "issuer");
    public static readonly Refusal Audience = new(StatusCodes.Status401Unauthorized, "audience");
    public static readonly Refusal Lifetime = new(StatusCodes.Status401Unauthorized, "lifetime");
    public static readonly Refusal UnknownKey = new(StatusCodes.Status401Unauthorized, "unknown key");
    public static readonly Refusal Signature = new(StatusCodes.Status401Unauthorized, "signature");

    /// <summary>The keys were never fetched: not the caller's fault, so the platform may come again.</summary>
    public static readonly Refusal NoKeys = new(StatusCodes.Status503ServiceUnavailable, "no keys");

    public static readonly Refusal NotLocal = new(StatusCodes.Status403Forbidden, "not from this machine");
    public static readonly Refusal Channel = new(StatusCodes.Status403Forbidden, "channel");
    public static readonly Refusal Endorsement = new(StatusCodes.Status403Forbidden, "endorsement");
    public static readonly Refusal ServiceUrl = new(StatusCodes.Status403Forbidden, "service url");
    public static readonly Refusal ServiceHost = new(StatusCodes.Status403Forbidden, "service host");
    public static readonly Refusal Tenant = new(StatusCodes.Status403Forbidden, "tenant");
}
