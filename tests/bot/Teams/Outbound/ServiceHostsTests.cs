using ChiBoBot.Teams;

namespace ChiBoBot.Tests.Teams;

public sealed class ServiceHostsTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/apac/", true)]
    [InlineData("https://SMBA.TrafficManager.net/apac", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams", true)]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/teams", true)]
    [InlineData("https://europe.webchat.botframework.com/", true)]
    [InlineData("http://smba.trafficmanager.net/apac/", false)]
    [InlineData("https://x.smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://smba.trafficmanager.net./", false)]
    [InlineData("https://teams.microsoft.com/", false)]
    [InlineData("https://evilteams.microsoft.com/", false)]
    [InlineData("https://evil-botframework.com/", false)]
    [InlineData("https://bot:secret@smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net@evil.example/", false)]
    [InlineData("ftp://smba.trafficmanager.net/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("https://169.254.169.254/", false)]
    [InlineData("http://localhost:3978/", false)]
    [InlineData("/apac/", false)]
    public void Only_Teams_own_hosts_are_spoken_to(string serviceUrl, bool allowed) =>
        Assert.Equal(allowed, ServiceHosts.IsAllowed(new Uri(serviceUrl, UriKind.RelativeOrAbsolute), ServiceHosts.Teams));

    [Theory]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("http://127.0.0.1:56150/", false)]
    [InlineData("http://connector.example/", false)]
    [InlineData("https://connector.example/", true)]
    public void Http_is_for_a_loopback_host_that_is_listed(string serviceUrl, bool allowed) =>
        Assert.Equal(allowed, ServiceHosts.IsAllowed(new Uri(serviceUrl), ["localhost", "connector.example"]));

    [Theory]
    [InlineData("smba.trafficmanager.net", true)]
    [InlineData("*.teams.microsoft.com", true)]
    [InlineData("localhost", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("*", false)]
    [InlineData("*.com", false)]
    [InlineData("*.*.com", false)]
    [InlineData("https://x.example", false)]
    [InlineData("x.example/path", false)]
    [InlineData("x.example:443", false)]
    [InlineData("", false)]
    public void An_entry_says_what_it_seems_to(string entry, bool good) => Assert.Equal(good, ServiceHosts.IsPattern(entry));
}
