using Azure.Identity;
using ChiBoBot.Teams;
using ChiBoBot.Teams.Outbound;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Tests.Teams;

public sealed class ConnectorOptionsTests
{
    private const string Client = "Teams:AppId=3f2504e0-4f89-11d3-9a0c-0305e82c3301";

    [Theory]
    [InlineData("Connector:Credential is missing", "")]
    [InlineData("Connector:TenantId is missing", $"Connector:Credential=ClientSecret|{Client}|Connector:ClientSecret=s")]
    [InlineData("Connector:TenantId is 'common'", $"Connector:Credential=ClientSecret|{Client}|Connector:ClientSecret=s|Connector:TenantId=common")]
    [InlineData("Connector:TenantId is 'botframework.com'", $"Connector:Credential=ClientSecret|{Client}|Connector:ClientSecret=s|Connector:TenantId=botframework.com")]
    [InlineData("Connector:ClientSecret is missing", $"Connector:Credential=ClientSecret|{Client}|Connector:TenantId=t")]
    [InlineData("Connector:CertificatePath is missing", $"Connector:Credential=Certificate|{Client}|Connector:TenantId=t")]
    [InlineData("there is no file '/none/bot.pfx'", $"Connector:Credential=Certificate|{Client}|Connector:TenantId=t|Connector:CertificatePath=/none/bot.pfx")]
    [InlineData("Connector:Credential is None, so Teams would refuse every message. It serves the Playground, in the environment Development only; this is Production.", "Connector:Credential=None")]
    public async Task A_setting_that_cannot_work_stops_the_start_and_says_why(string why, string settings)
    {
        await using var app = App("Production", settings);

        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Contains(why, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development", "Connector:Credential=None")]
    [InlineData("Production", $"Connector:Credential=ManagedIdentity|{Client}")]
    [InlineData("Production", $"Connector:Credential=FederatedCredential|{Client}|Connector:TenantId=t")]
    [InlineData("Production", $"Connector:Credential=ClientSecret|{Client}|Connector:TenantId=t|Connector:ClientSecret=s")]
    public async Task A_setting_that_can_work_lets_it_start_without_loading_Azure_Identity(string environment, string settings)
    {
        await using var app = App(environment, settings);

        await app.StartAsync();

        Assert.IsType<Connector>(app.Services.GetRequiredService<IConnector>());
        await app.StopAsync();
    }

    [Fact]
    public async Task It_signs_in_and_sends_as_the_Teams_section_says()
    {
        await using var app = App("Development", $"Connector:Credential=None|{Client}|Teams:AllowedServiceHosts:0=localhost");

        var options = app.Services.GetRequiredService<IOptions<ConnectorOptions>>().Value;

        Assert.Equal("3f2504e0-4f89-11d3-9a0c-0305e82c3301", options.ClientId);
        Assert.Equal(["localhost"], options.AllowedHosts);
    }

    [Theory]
    [InlineData(nameof(CredentialKind.ClientSecret), typeof(ClientSecretCredential))]
    [InlineData(nameof(CredentialKind.ManagedIdentity), typeof(ManagedIdentityCredential))]
    [InlineData(nameof(CredentialKind.FederatedCredential), typeof(ClientAssertionCredential))]
    public void Each_kind_has_its_credential(string kind, Type type)
    {
        var options = new ConnectorOptions { Credential = Enum.Parse<CredentialKind>(kind), TenantId = "t", ClientId = "3f2504e0-4f89-11d3-9a0c-0305e82c3301", ClientSecret = "s" };

        Assert.IsType(type, Credentials.Make(options));
    }

    [Theory]
    [InlineData("bot.pfx", "p")]
    [InlineData("bot.pem", null)]
    [InlineData("bot.PEM", "p")]
    public void A_certificate_is_read_from_a_file(string name, string? password)
    {
        var folder = Directory.CreateTempSubdirectory("chibobot-test-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            TestCertificate.Write(path, password);
            var options = new ConnectorOptions
            {
                Credential = CredentialKind.Certificate,
                TenantId = "t",
                ClientId = "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
                CertificatePath = path,
                CertificatePassword = password,
            };

            Assert.IsType<ClientCertificateCredential>(Credentials.Make(options));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static WebApplication App(string environment, string settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings
            .Split('|', StringSplitOptions.RemoveEmptyEntries)
            .Append("urls=http://127.0.0.1:0")
            .Select(setting => setting.Split('=', 2))
            .Select(setting => KeyValuePair.Create(setting[0], (string?)setting[1])));
        builder.Logging.ClearProviders();
        builder.Services.AddOptions<TeamsOptions>().BindConfiguration(TeamsOptions.Section);
        builder.Services.AddConnector();
        return builder.Build();
    }
}
