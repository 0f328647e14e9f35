using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Teams;

/// <summary>How the bot is registered with Teams and whom its door lets in.</summary>
internal sealed partial class TeamsOptions
{
    public const string Section = "Teams";

    /// <summary>The bot's Microsoft App ID: every token must be made out to it.</summary>
    [Required]
    [GuidFormat]
    public string AppId { get; set; } = "";

    /// <summary>The Entra tenants whose people may talk to the bot. Registering the bot as single-tenant does not keep others out; this list does.</summary>
    [GuidFormat]
    public string[] TenantIds { get; set; } = [];

    /// <summary>Where the issuer publishes where its keys are. The default is the public cloud's.</summary>
    [Required]
    public Uri MetadataAddress { get; set; } = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    /// <summary>Who signs the tokens. The default is the public cloud's Bot Connector.</summary>
    [Required]
    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>The connector's hosts, each a name or <c>*.</c> and a domain. Empty means Microsoft's own.</summary>
    public string[] AllowedServiceHosts { get; set; } = [];

    /// <summary>The connector's hosts that count.</summary>
    internal IReadOnlyList<string> ServiceHosts => AllowedServiceHosts.Length == 0 ? Teams.ServiceHosts.Teams : AllowedServiceHosts;

    /// <summary>Takes requests without any token, from this machine only. For the Agents Playground; the host starts with it in Development only.</summary>
    public bool DangerouslyAllowUnauthenticatedRequests { get; set; }

    /// <summary>The largest body that is read. Teams' own messages stay far below.</summary>
    [Range(4 * 1024, 4 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 256 * 1024;

    /// <summary>After this long a message is acknowledged while its work goes on: at 15 s Teams gives up and sends it again.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:14")]
    public TimeSpan MessageLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After this long a press is answered with “it takes longer” while its work goes on.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:14")]
    public TimeSpan InvokeLimit { get; set; } = TimeSpan.FromSeconds(9);

    /// <summary>How many validated tokens are remembered until they expire, so that a repeat costs no signature.</summary>
    [Range(1, 100_000)]
    public int RememberedTokens { get; set; } = 4_096;

    [OptionsValidator]
    internal sealed partial class Validator : IValidateOptions<TeamsOptions>;

    /// <summary>What attributes cannot say: rules between settings and about where the bot runs.</summary>
    internal sealed class Rules(IHostEnvironment environment) : IValidateOptions<TeamsOptions>
    {
        public ValidateOptionsResult Validate(string? name, TeamsOptions options)
        {
            var wrong = new ValidateOptionsResultBuilder();
            if (options.DangerouslyAllowUnauthenticatedRequests && !environment.IsDevelopment())
            {
                wrong.AddError(
                    $"is refused in the environment '{environment.EnvironmentName}': anybody could speak as anybody. Remove it, or run with DOTNET_ENVIRONMENT=Development on your own machine.",
                    nameof(DangerouslyAllowUnauthenticatedRequests));
            }

            if (options.TenantIds.Length == 0 && !options.DangerouslyAllowUnauthenticatedRequests)
            {
                wrong.AddError("names no tenant, so nobody could talk to the bot. Give your organisation's tenant id, e.g. Teams__TenantIds__0.", nameof(TenantIds));
            }

            if (!IsHttps(options.MetadataAddress))
            {
                wrong.AddError($"must be an https address, not '{options.MetadataAddress}'.", nameof(MetadataAddress));
            }

            foreach (var host in options.AllowedServiceHosts)
            {
                if (!Teams.ServiceHosts.IsPattern(host))
                {
                    wrong.AddError($"has '{host}': write a host name, or '*.' and a domain, without scheme, port and path.", nameof(AllowedServiceHosts));
                }
            }

            return wrong.Build();
        }
    }

    /// <summary>Https; plain http only to this machine, where tests and the Playground have their issuer.</summary>
    internal static bool IsHttps(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
