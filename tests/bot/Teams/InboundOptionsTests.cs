using ChiBoBot.Teams;
using ChiBoBot.Teams.InboundAuth;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Tests.Teams;

/// <summary>What the host refuses to start with, and the switch that nobody should need.</summary>
public class InboundOptionsTests
{
    private const string Local = """
        {"type":"message","id":"1","serviceUrl":"http://localhost:56150/_connector","channelId":"emulator","from":{"id":"user-1","name":"Nguyễn Thị Ánh"},
         "conversation":{"conversationType":"personal","id":"personal-chat"},"recipient":{"id":"bot-1","name":"ChiBoBot"},"text":"xin chào"}
        """;

    private static readonly (string, string?) Switch = ("Teams:DangerouslyAllowUnauthenticatedRequests", "true");

    [Theory]
    [InlineData("Teams:AppId", "", "AppId")]
    [InlineData("Teams:AppId", "my-bot", "AppId must be a GUID")]
    [InlineData("Teams:AppId", "{11111111-2222-3333-4444-555555555555}", "AppId must be a GUID")]
    [InlineData("Teams:TenantIds:0", "contoso.onmicrosoft.com", "TenantIds must be a GUID")]
    [InlineData("Teams:MetadataAddress", "http://login.example/", "must be an https address")]
    [InlineData("Teams:MetadataAddress", "/here", "must be an https address")]
    [InlineData("Teams:Issuer", "", "Issuer")]
    [InlineData("Teams:AllowedServiceHosts:0", "https://smba.trafficmanager.net/", "without scheme")]
    [InlineData("Teams:AllowedServiceHosts:0", "*", "without scheme")]
    [InlineData("Teams:AllowedServiceHosts:0", "*smba.example", "without scheme")]
    [InlineData("Teams:MaxBodyBytes", "1", "MaxBodyBytes")]
    [InlineData("Teams:MessageLimit", "00:01:00", "MessageLimit")]
    [InlineData("Teams:DangerouslyAllowUnauthenticatedRequests", "true", "refused in the environment 'Production'")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string setting, string value, string said)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => InboundHost.Start(settings: (setting, value)));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_tenant_nobody_could_talk_so_it_is_said() =>
        Assert.Contains(
            "names no tenant",
            new TeamsOptions.Rules(new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = "Production" }).Validate(null, new TeamsOptions { AppId = TestIssuer.AppId }).FailureMessage,
            StringComparison.Ordinal);

    [Fact]
    public async Task In_Development_the_switch_lets_this_machine_in_without_a_token_and_nobody_else()
    {
        await using var host = await InboundHost.Start("Development", settings: Switch);

        Assert.Equal(200, await host.StatusFrom("127.0.0.1", Local));
        Assert.Equal(200, await host.StatusFrom("::1", Local));
        Assert.Equal(200, await host.StatusFrom("::ffff:127.0.0.1", Local));
        Assert.Equal(403, await host.StatusFrom("192.168.1.20", Local));
        Assert.Equal(403, await host.StatusFrom("127.0.0.1", Local, ("X-Forwarded-For", "203.0.113.9")));
        Assert.Equal(403, await host.StatusFrom("127.0.0.1", Local, ("Forwarded", "for=203.0.113.9")));
        Assert.Equal(3, host.Receiver.Received.Count);
        Assert.True(host.Get<TokenGate>().KeysKnown);
        Assert.Contains(host.Log.Lines, line => line.StartsWith("Warning 104", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://evil.example/", 403)]
    [InlineData("https://smba.trafficmanager.net/apac/", 403)]
    [InlineData("file:///tmp", 403)]
    [InlineData("nonsense", 400)]
    public async Task Whoever_comes_without_a_token_is_answered_on_this_machine_only(string serviceUrl, int expected)
    {
        await using var host = await InboundHost.Start("Development", settings: Switch);

        Assert.Equal(expected, await host.StatusFrom("127.0.0.1", Local.Replace("http://localhost:56150/_connector", serviceUrl, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task In_Development_too_a_token_is_needed_unless_the_switch_is_on()
    {
        await using var host = await InboundHost.Start("Development");

        Assert.Equal(401, await host.StatusFrom("127.0.0.1", Local));
    }
}
