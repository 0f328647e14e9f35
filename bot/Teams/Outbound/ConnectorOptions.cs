using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Teams.Outbound;

/// <summary>How the bot signs in to Teams' connector and which hosts it sends to (section <c>Connector</c>).</summary>
internal sealed partial class ConnectorOptions : IValidatableObject
{
    /// <summary>How the bot proves who it is.</summary>
    [Required(ErrorMessage = "Connector:Credential is missing. Say how the bot signs in: ClientSecret, Certificate, ManagedIdentity or FederatedCredential (None for the Playground).")]
    [EnumDataType(typeof(CredentialKind))]
    public CredentialKind? Credential { get; set; }

    /// <summary>The tenant that the bot is registered in (its home), not the tenants that use it.</summary>
    public string? TenantId { get; set; }

    /// <summary>The bot's app id, as <see cref="TeamsOptions"/> has it.</summary>
    public string? ClientId { get; internal set; }

    public string? ClientSecret { get; set; }

    /// <summary>A PFX, or a PEM file with the certificate and its key.</summary>
    public string? CertificatePath { get; set; }

    public string? CertificatePassword { get; set; }

    /// <summary>The managed identity's client id. For ManagedIdentity the app id where it isn't said; for FederatedCredential the system's own identity.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>Where tokens come from; another one in the national clouds.</summary>
    [Required]
    public Uri Authority { get; set; } = new("https://login.microsoftonline.com/");

    /// <summary>What the token is for; another one in the national clouds.</summary>
    [Required]
    public string Scope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>The hosts that are sent to: those that <see cref="TeamsOptions"/> lets in.</summary>
    internal IReadOnlyList<string> AllowedHosts { get; set; } = ServiceHosts.Teams;

    /// <summary>Keeps within Teams' limits by waiting. Off only against a connector that has no limits, e.g. a load test's.</summary>
    internal bool Paced { get; set; } = true;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Faults().Select(fault => new ValidationResult(fault));

    private IEnumerable<string> Faults()
    {
        if (Credential is null or CredentialKind.None)
        {
            yield break;
        }

        if (Credential != CredentialKind.ManagedIdentity)
        {
            if (string.IsNullOrWhiteSpace(TenantId))
            {
                yield return "Connector:TenantId is missing: the id of the tenant where the bot's app is registered.";
            }
            else if (TenantId is "common" or "organizations" or "consumers" or "botframework.com")
            {
                yield return $"Connector:TenantId is '{TenantId}': a bot signs in at its home tenant, name that one's id.";
            }
        }

        switch (Credential)
        {
            case CredentialKind.ClientSecret when string.IsNullOrWhiteSpace(ClientSecret):
                yield return "Connector:ClientSecret is missing: create one in the app registration under Certificates & secrets, and set Connector__ClientSecret.";
                break;
            case CredentialKind.Certificate when string.IsNullOrWhiteSpace(CertificatePath):
                yield return "Connector:CertificatePath is missing: the PFX or PEM file of the certificate that the app registration knows.";
                break;
            case CredentialKind.Certificate when !File.Exists(CertificatePath):
                yield return $"Connector:CertificatePath: there is no file '{CertificatePath}', or this process may not see it.";
                break;
        }
    }

    [OptionsValidator]
    internal sealed partial class Validator : IValidateOptions<ConnectorOptions>;

    /// <summary>Sending without a token is for the Playground on the developer's own machine.</summary>
    internal sealed class PlaygroundOnly(IHostEnvironment environment) : IValidateOptions<ConnectorOptions>
    {
        public ValidateOptionsResult Validate(string? name, ConnectorOptions options) =>
            options.Credential != CredentialKind.None || environment.IsDevelopment()
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(
                    $"Connector:Credential is None, so Teams would refuse every message. It serves the Playground, in the environment Development only; this is {environment.EnvironmentName}.");
    }
}

/// <summary>How the bot proves who it is when it asks for a token.</summary>
internal enum CredentialKind
{
    /// <summary>Not at all: no token is sent, and only to loopback addresses.</summary>
    None,

    ClientSecret,
    Certificate,

    /// <summary>The bot is registered as a user-assigned managed identity.</summary>
    ManagedIdentity,

    /// <summary>An app registration that trusts a managed identity: no secret to keep.</summary>
    FederatedCredential,
}
