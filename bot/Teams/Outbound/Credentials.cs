using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;

namespace ChiBoBot.Teams.Outbound;

/// <summary>Makes Azure.Identity's credential from the options. Nothing else here names that package: it is loaded with the first token, not at the start.</summary>
internal static class Credentials
{
    public static TokenCredential Make(ConnectorOptions options) => options.Credential switch
    {
        CredentialKind.ClientSecret => new ClientSecretCredential(
            options.TenantId, options.ClientId, options.ClientSecret, new ClientSecretCredentialOptions { AuthorityHost = options.Authority }),
        CredentialKind.Certificate => new ClientCertificateCredential(
            options.TenantId, options.ClientId, Load(options.CertificatePath!, options.CertificatePassword), new ClientCertificateCredentialOptions { AuthorityHost = options.Authority }),
        CredentialKind.ManagedIdentity => ManagedIdentity(options.ManagedIdentityClientId ?? options.ClientId),
        CredentialKind.FederatedCredential => Federated(options),
        _ => throw new InvalidOperationException($"There is no token for Connector:Credential {options.Credential}."),
    };

    private static ManagedIdentityCredential ManagedIdentity(string? clientId) =>
        new(clientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(clientId));

    private static ClientAssertionCredential Federated(ConnectorOptions options)
    {
        var identity = ManagedIdentity(options.ManagedIdentityClientId);
        var exchange = new TokenRequestContext(["api://AzureADTokenExchange/.default"]);
        return new ClientAssertionCredential(
            options.TenantId,
            options.ClientId,
            async cancel => (await identity.GetTokenAsync(exchange, cancel)).Token,
            new ClientAssertionCredentialOptions { AuthorityHost = options.Authority });
    }

    private static X509Certificate2 Load(string path, string? password) =>
        !path.EndsWith(".pem", StringComparison.OrdinalIgnoreCase) ? X509CertificateLoader.LoadPkcs12FromFile(path, password)
        : password is null ? X509Certificate2.CreateFromPemFile(path)
        : X509Certificate2.CreateFromEncryptedPemFile(path, password);
}
