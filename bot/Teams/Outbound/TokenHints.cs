using System.Text.RegularExpressions;

namespace ChiBoBot.Teams.Outbound;

/// <summary>What an operator can do about Entra's error numbers.</summary>
internal static partial class TokenHints
{
    private static readonly Dictionary<string, string> Hints = new(StringComparer.Ordinal)
    {
        ["AADSTS700016"] = "The app isn't known in this tenant: Connector:TenantId must be the tenant where the app is registered (for a single-tenant bot never botframework.com), Teams:AppId its app id.",
        ["AADSTS7000229"] = "The app has no service principal in this tenant: create it (az ad sp create --id <app id>).",
        ["AADSTS7000215"] = "The secret is wrong: set the secret's value, not its id, or create a new one.",
        ["AADSTS7000222"] = "The secret has expired: create a new one in the app registration and set Connector:ClientSecret.",
        ["AADSTS90002"] = "There is no such tenant: check Connector:TenantId.",
        ["AADSTS900023"] = "Connector:TenantId is neither a tenant's id nor its domain.",
        ["AADSTS700027"] = "The app registration doesn't know this certificate: upload its public part under Certificates & secrets.",
        ["AADSTS70021"] = "No federated credential matches: its issuer, subject (the managed identity's object id) and audience must be exactly those of the token.",
        ["AADSTS700211"] = "No federated credential of the app has this issuer.",
        ["AADSTS700213"] = "No federated credential of the app has this subject: it must be the managed identity's object id.",
        ["AADSTS700212"] = "No federated credential of the app has this audience: it must be api://AzureADTokenExchange.",
    };

    public static string? Code(string text) => Number().Match(text) is { Success: true } found ? found.Value : null;

    public static string For(string? code) =>
        code is not null && Hints.TryGetValue(code, out var hint) ? hint : "Check the section Connector and that this machine reaches the authority.";

    [GeneratedRegex("AADSTS[0-9]{4,9}", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
