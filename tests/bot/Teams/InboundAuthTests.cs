using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace ChiBoBot.Tests.Teams;

/// <summary>Who gets in: every check of the token and of the activity against it, each with the status it must give.</summary>
public class InboundAuthTests
{
    private const string Nbf = "nbf";
    private const string Exp = "exp";

    [Fact]
    public async Task A_good_token_is_let_in()
    {
        await using var host = await InboundHost.Start();

        Assert.Equal(HttpStatusCode.OK, await host.Status());

        var message = Assert.IsType<ChiBoBot.Teams.Inbound.Message>(Assert.Single(host.Receiver.Received));
        Assert.Equal("chỉ tiêu nào chưa đạt?", message.Text);
        Assert.Equal(InboundHost.Tenant, message.Envelope.Conversation.TenantId);
    }

    [Fact]
    public async Task Without_exactly_one_bearer_token_nobody_gets_in()
    {
        await using var host = await InboundHost.Start();
        var good = host.Issuer.Token();
        string?[][] headers =
        [
            [],
            [""],
            ["Bearer"],
            ["Bearer "],
            [good],
            ["Basic dXNlcjpwYXNz"],
            ["Bearer " + good + " " + good],
            ["Bearer  " + good],
            ["Bearer " + good + ", Bearer " + good],
            ["Bearer " + good, "Bearer " + good],
            ["Bearer not.a.token"],
            ["Bearer ..."],
            ["Bearer " + new string('a', 20_000)],
        ];

        foreach (var header in headers)
        {
            Assert.Equal(401, await host.StatusFrom("203.0.113.9", InboundHost.Message, ("Authorization", header)));
        }

        Assert.Empty(host.Receiver.Received);
        Assert.Equal(200, await host.StatusFrom("203.0.113.9", InboundHost.Message, ("Authorization", "Bearer " + good)));
    }

    [Fact]
    public async Task A_refusal_says_Bearer_and_nothing_else()
    {
        await using var host = await InboundHost.Start();

        using var response = await host.Post(token: "x");

        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_scheme_may_be_written_in_any_case()
    {
        await using var host = await InboundHost.Start();

        Assert.Equal(HttpStatusCode.OK, await host.Status(change: request =>
            request.Headers.Authorization = new AuthenticationHeaderValue("bearer", host.Issuer.Token())));
    }

    [Fact]
    public async Task Only_RS256_counts()
    {
        await using var host = await InboundHost.Start();
        var payload = Payload(host);
        var modulus = TestIssuer.FirstKey.ExportSubjectPublicKeyInfo();

        string[] tokens =
        [
            TestIssuer.Signed("""{"alg":"none","kid":"first"}""", payload, _ => []),
            TestIssuer.Signed("""{"alg":"HS256","kid":"first"}""", payload, bytes => HMACSHA256.HashData(modulus, bytes)),
            TestIssuer.Signed("""{"alg":"RS512","kid":"first"}""", payload, bytes => TestIssuer.FirstKey.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)),
            TestIssuer.Signed("""{"alg":"PS256","kid":"first"}""", payload, bytes => TestIssuer.FirstKey.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
            TestIssuer.Signed("""{"kid":"first"}""", payload, bytes => TestIssuer.FirstKey.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
        ];

        foreach (var token in tokens)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await host.Status(token: token));
        }
    }

    [Fact]
    public async Task A_signature_must_fit()
    {
        await using var host = await InboundHost.Start();
        var good = host.Issuer.Token();
        var parts = good.Split('.');
        var other = host.Issuer.Token(change: (_, payload) => payload["serviceurl"] = "https://other.botframework.com/").Split('.');

        Assert.Equal(HttpStatusCode.Unauthorized, await host.Status(token: host.Issuer.Token(key: TestIssuer.SecondKey)));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.Status(token: $"{parts[0]}.{other[1]}.{parts[2]}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.Status(token: $"{parts[0]}.{parts[1]}."));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.Status(token: $"{parts[0]}.{parts[1]}"));
        Assert.Equal(HttpStatusCode.OK, await host.Status(token: good));
    }

    [Theory]
    [InlineData("iss", "https://api.botframework.us")]
    [InlineData("iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")]
    [InlineData("iss", "https://api.botframework.com/")]
    [InlineData("iss", null)]
    [InlineData("aud", "99999999-2222-3333-4444-555555555555")]
    [InlineData("aud", "api://11111111-2222-3333-4444-555555555555")]
    [InlineData("aud", null)]
    public async Task Another_issuer_or_audience_is_refused_without_asking_anybody(string claim, string? value)
    {
        await using var host = await InboundHost.Start();
        var asked = host.Issuer.Requests;

        Assert.Equal(HttpStatusCode.Unauthorized, await host.Status(token: host.Issuer.Token("stranger", change: (_, payload) => payload[claim] = value)));

        Assert.Equal(asked, host.Issuer.Requests);
    }

    [Theory]
    [InlineData(Exp, -6, HttpStatusCode.Unauthorized)]
    [InlineData(Exp, -5, HttpStatusCode.Unauthorized)]
    [InlineData(Exp, -4, HttpStatusCode.OK)]
    [InlineData(Nbf, 4, HttpStatusCode.OK)]
    [InlineData(Nbf, 6, HttpStatusCode.Unauthorized)]
    public async Task A_token_holds_from_nbf_to_exp_give_or_take_five_minutes(string claim, int minutes, HttpStatusCode expected)
    {
        await using var host = await InboundHost.Start();
        var moment = host.Clock.GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds();

        Assert.Equal(expected, await host.Status(token: host.Issuer.Token(change: (_, payload) => payload[claim] = moment)));
    }

    [Fact]
    public async Task A_token_without_an_end_is_refused()
    {
        await using var host = await InboundHost.Start();

        Assert.Equal(HttpStatusCode.Unauthorized, await host.Status(token: host.Issuer.Token(change: (_, payload) => payload.Remove(Exp))));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.Status(token: host.Issuer.Token(change: (_, payload) => payload[Exp] = "soon")));
    }

    [Fact]
    public async Task A_token_without_a_key_id_is_refused()
    {
        await using var host = await InboundHost.Start();

        Assert.Equal(HttpStatusCode.Unauthorized, await host.Status(token: host.Issuer.Token(change: (header, _) => header.Remove("kid"))));
    }

    [Fact]
    public async Task Claims_of_a_wrong_kind_are_refused_not_stumbled_over()
    {
        await using var host = await InboundHost.Start();
        string[] payloads = ["[]", "null", "5", "", "{", """{"iss":5,"aud":{},"exp":"x","nbf":[]}""", """{"iss":"https://api.botframework.com","aud":[[1]],"exp":1e300}"""];

        foreach (var payload in payloads)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await host.Status(token: TestIssuer.Sign("""{"alg":"RS256","kid":"first"}""", payload, TestIssuer.FirstKey)));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await host.Status(token: TestIssuer.Sign("""{"alg":5,"kid":[]}""", Payload(host), TestIssuer.FirstKey)));
    }

    [Fact]
    public async Task A_garbled_token_is_refused_wherever_it_is_garbled()
    {
        await using var host = await InboundHost.Start();
        var good = host.Issuer.Token();
        var random = new Random(7);

        for (var i = 0; i < 300; i++)
        {
            var garbled = new StringBuilder(good);
            garbled[random.Next(good.Length - 4)] = (char)random.Next('!', '~');
            if (garbled.ToString() != good)
            {
                Assert.Equal(HttpStatusCode.Unauthorized, await host.Status(token: garbled.ToString()));
            }
        }
    }

    [Fact]
    public async Task The_key_must_be_endorsed_for_Teams()
    {
        await using var host = await InboundHost.Start(issuer: issuer =>
        {
            issuer.Publish("webchat", TestIssuer.SecondKey, "webchat", "directline");
            issuer.Publish("nothing", TestIssuer.SecondKey, null);
        });

        Assert.Equal(HttpStatusCode.Forbidden, await host.Status(token: host.Issuer.Token("webchat", TestIssuer.SecondKey)));
        Assert.Equal(HttpStatusCode.Forbidden, await host.Status(token: host.Issuer.Token("nothing", TestIssuer.SecondKey)));
        Assert.Empty(host.Receiver.Received);
    }

    [Theory]
    [InlineData("webchat")]
    [InlineData("directline")]
    [InlineData("MSTEAMS")]
    [InlineData("")]
    public async Task Another_channel_is_refused_even_where_the_key_speaks_for_it(string channel)
    {
        await using var host = await InboundHost.Start();

        Assert.Equal(HttpStatusCode.Forbidden, await host.Status(InboundHost.Message.Replace("\"msteams\"", $"\"{channel}\"", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Forbidden, await host.Status(InboundHost.Message.Replace("\"channelId\":\"msteams\",", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/apac", HttpStatusCode.OK)]
    [InlineData("https://SMBA.trafficmanager.net/APAC//", HttpStatusCode.OK)]
    [InlineData("https://smba.trafficmanager.net/amer/", HttpStatusCode.Forbidden)]
    [InlineData("http://smba.trafficmanager.net/apac/", HttpStatusCode.Forbidden)]
    [InlineData("https://evil.example/apac/", HttpStatusCode.Forbidden)]
    [InlineData("file:///etc/passwd", HttpStatusCode.Forbidden)]
    [InlineData("not a url", HttpStatusCode.Forbidden)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task The_activity_must_come_from_the_connector_that_the_token_names(string serviceUrl, HttpStatusCode expected)
    {
        await using var host = await InboundHost.Start();

        Assert.Equal(expected, await host.Status(InboundHost.Message.Replace(TestIssuer.Service, serviceUrl, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_token_must_name_a_connector()
    {
        await using var host = await InboundHost.Start();

        Assert.Equal(HttpStatusCode.Forbidden, await host.Status(token: host.Issuer.Token(change: (_, payload) => payload.Remove("serviceurl"))));
        Assert.Equal(HttpStatusCode.Forbidden, await host.Status(token: host.Issuer.Token(change: (_, payload) => payload["serviceurl"] = 5)));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://canary.botapi.skype.com/amer/")]
    [InlineData("http://127.0.0.1:4000/")]
    public async Task Only_Microsofts_hosts_are_answered_even_if_the_token_names_another(string serviceUrl)
    {
        await using var host = await InboundHost.Start();

        var status = await host.Status(
            InboundHost.Message.Replace(TestIssuer.Service, serviceUrl, StringComparison.Ordinal),
            host.Issuer.Token(change: (_, payload) => payload["serviceurl"] = serviceUrl));

        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    [Fact]
    public async Task A_connector_on_this_machine_is_answered_where_the_settings_name_it()
    {
        await using var host = await InboundHost.Start(settings: ("Teams:AllowedServiceHosts:0", "127.0.0.1"));

        var status = await host.Status(
            InboundHost.Message.Replace(TestIssuer.Service, "http://127.0.0.1:4000/", StringComparison.Ordinal),
            host.Issuer.Token(change: (_, payload) => payload["serviceurl"] = "http://127.0.0.1:4000/"));

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task Only_people_of_the_named_tenants_get_in()
    {
        await using var host = await InboundHost.Start();
        const string other = "99999999-86f1-41af-91ab-2d7cd011db47";
        const string inChannelData = "\"channelData\":{\"tenant\":{\"id\":\"" + InboundHost.Tenant + "\"}}";
        const string inConversation = "\"tenantId\":\"" + InboundHost.Tenant + "\",";

        var message = InboundHost.Message;
        Assert.Equal(HttpStatusCode.Forbidden, await host.Status(message.Replace(InboundHost.Tenant, other, StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Forbidden, await host.Status(message.Replace(inConversation, $"\"tenantId\":\"{other}\",", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Forbidden, await host.Status(message.Replace(inChannelData, "\"channelData\":{}", StringComparison.Ordinal).Replace(inConversation, "", StringComparison.Ordinal)));
        Assert.Empty(host.Receiver.Received);

        Assert.Equal(HttpStatusCode.OK, await host.Status(message.Replace(inConversation, "", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, await host.Status(message.Replace(inChannelData, "\"channelData\":null", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, await host.Status(message.Replace(InboundHost.Tenant, InboundHost.Tenant.ToUpperInvariant(), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_stranger_learns_nothing_about_the_body()
    {
        await using var host = await InboundHost.Start();

        Assert.Equal(HttpStatusCode.Unauthorized, await host.Status("not json", "x"));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.Status("", "x"));
    }

    [Fact]
    public async Task The_log_has_what_the_token_said_in_one_harmless_line_and_never_the_token()
    {
        await using var host = await InboundHost.Start();
        var token = host.Issuer.Token(change: (_, payload) => payload["iss"] = "evil\r\nError 1 forged\u001b[31m");

        await host.Status(token: token);

        var line = Assert.Single(host.Log.Lines, line => line.StartsWith("Warning 100", StringComparison.Ordinal));
        Assert.Equal($"Warning 100 A token was refused: issuer (iss evil??Error 1 forged?[31m, aud {TestIssuer.AppId}, kid first).", line);
        Assert.DoesNotContain(host.Log.Lines, logged => logged.Contains(token.Split('.')[2], StringComparison.Ordinal));
    }

    private static string Payload(InboundHost host) => Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(host.Issuer.Token().Split('.')[1]));
}
