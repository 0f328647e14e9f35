using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ChiBoBot.Teams;

namespace ChiBoBot.Tests.Teams;

/// <summary>Every malformed body gets 4xx, never 5xx; every unknown thing is taken calmly.</summary>
public class InboundBodyTests
{
    private static List<(string What, string Body)> Malformed()
    {
        var good = InboundHost.Message;
        return
        [
            ("empty", ""),
            ("blank", "  \n "),
            ("not JSON", "hello"),
            ("truncated", good[..(good.Length / 2)]),
            ("truncated in an escape", """{"type":"mess\u00"""),
            ("null", "null"),
            ("array", "[]"),
            ("array of activities", $"[{good}]"),
            ("empty object", "{}"),
            ("a number", "5"),
            ("no type", Without("\"type\":\"message\",")),
            ("type null", With("\"type\":\"message\"", "\"type\":null")),
            ("type empty", With("\"type\":\"message\"", "\"type\":\"\"")),
            ("type a number", With("\"type\":\"message\"", "\"type\":7")),
            ("no serviceUrl", Without("\"serviceUrl\":\"https://smba.trafficmanager.net/apac/\",")),
            ("serviceUrl a number", With("\"https://smba.trafficmanager.net/apac/\"", "5")),
            ("no conversation", With("\"conversation\":{", "\"conversationX\":{")),
            ("conversation a string", With("\"conversation\":{\"conversationType\":\"personal\",\"tenantId\":\"72f988bf-86f1-41af-91ab-2d7cd011db47\",\"id\":\"a:17I0kl9\"}", "\"conversation\":\"a:17I0kl9\"")),
            ("conversation without id", With("\"id\":\"a:17I0kl9\"", "\"idX\":\"a:17I0kl9\"")),
            ("no sender", With("\"from\":{", "\"fromX\":{")),
            ("sender an array", With("\"from\":{\"id\":\"29:1XJ\"", "\"from\":[],\"x\":{\"id\":\"29:1XJ\"")),
            ("text a number", With("\"chỉ tiêu nào chưa đạt?\"", "5")),
            ("text an object", With("\"chỉ tiêu nào chưa đạt?\"", "{}")),
            ("lone high surrogate", With("chỉ tiêu", "chỉ \\ud83d tiêu")),
            ("lone low surrogate", With("chỉ tiêu", "chỉ \\ude00 tiêu")),
            ("surrogates the wrong way round", With("chỉ tiêu", "\\ude00\\ud83d")),
            ("lone surrogate at the end", With("đạt?", "đạt\\uD83D")),
            ("lone surrogate in a form", With("\"text\":\"chỉ tiêu nào chưa đạt?\"", "\"value\":{\"verb\":\"a\",\"x\":\"\\ud83d\"}")),
            ("lone surrogate in a form's name", With("\"text\":\"chỉ tiêu nào chưa đạt?\"", "\"value\":{\"verb\":\"a\",\"\\ude00\":1}")),
            ("NUL where nobody looks", With("\"text\":", "\"x\":\"\\u0000\",\"text\":")),
            ("NUL escaped", With("chỉ tiêu", "chỉ\\u0000tiêu")),
            ("NUL raw", With("chỉ tiêu", "chỉ\0tiêu")),
            ("trailing garbage", good + "x"),
            ("two activities", good + good),
            ("trailing comma", good.TrimEnd()[..^1] + ",}"),
            ("comment", "/* hello */" + good),
            ("duplicate key", With("\"type\":\"message\"", "\"type\":\"message\",\"type\":\"invoke\"")),
            ("duplicate key inside", With("\"id\":\"29:1XJ\"", "\"id\":\"29:1XJ\",\"id\":\"29:other\"")),
            ("duplicate key in a form", With("\"text\":\"chỉ tiêu nào chưa đạt?\"", "\"value\":{\"verb\":\"a\",\"verb\":\"b\"}")),
            ("too deep", With("\"text\":", "\"value\":" + new string('[', 70) + new string(']', 70) + ",\"text\":")),
            ("too deep where nobody looks", With("\"text\":", "\"x\":" + new string('[', 70) + new string(']', 70) + ",\"text\":")),
            ("entities an object", With("\"text\":", "\"entities\":{},\"text\":")),
            ("channelData a string", With("\"channelData\":{\"tenant\":{\"id\":\"72f988bf-86f1-41af-91ab-2d7cd011db47\"}}", "\"channelData\":\"x\"")),
            ("tenant a string", With("\"tenant\":{\"id\":\"72f988bf-86f1-41af-91ab-2d7cd011db47\"}", "\"tenant\":\"x\"")),
        ];

        string With(string part, string other) => good.Contains(part, StringComparison.Ordinal)
            ? good.Replace(part, other, StringComparison.Ordinal)
            : throw new InvalidOperationException(part);

        string Without(string part) => With(part, "");
    }

    [Fact]
    public async Task A_malformed_body_gets_400_and_the_next_is_served()
    {
        await using var host = await InboundHost.Start();

        foreach (var (what, body) in Malformed())
        {
            Assert.Equal((what, HttpStatusCode.BadRequest), (what, await host.Status(body)));
        }

        Assert.Empty(host.Receiver.Received);
        Assert.Equal(HttpStatusCode.OK, await host.Status());
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_get_400()
    {
        await using var host = await InboundHost.Start();
        var body = Encoding.UTF8.GetBytes(InboundHost.Message);
        body[Array.IndexOf(body, (byte)0xE1)] = 0xC0;

        using var response = await host.PostBytes(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Any_part_of_a_message_may_be_missing_or_odd_without_a_fault()
    {
        await using var host = await InboundHost.Start();
        var good = Encoding.UTF8.GetBytes(InboundHost.Message);
        var token = host.Issuer.Token();
        var random = new Random(11);

        for (var i = 0; i < 1_000; i++)
        {
            var body = good.ToArray();
            for (var n = random.Next(1, 4); n > 0; n--)
            {
                body[random.Next(body.Length)] = (byte)random.Next(256);
            }

            using var response = await host.PostBytes(body, token);
            Assert.InRange((int)response.StatusCode, 200, 499);
        }
    }

    [Fact]
    public async Task A_byte_order_mark_is_taken()
    {
        await using var host = await InboundHost.Start();

        Assert.Equal(HttpStatusCode.OK, await host.Status("\uFEFF" + InboundHost.Message));
    }

    [Theory]
    [InlineData("\\ud83d\\ude00 xin chào", "😀 xin chào")]
    [InlineData("\\\\ud83d", "\\ud83d")]
    [InlineData("\\\"\\u0111\\/", "\"đ/")]
    public async Task Sound_escapes_are_read(string escaped, string expected)
    {
        await using var host = await InboundHost.Start();

        Assert.Equal(HttpStatusCode.OK, await host.Status(InboundHost.Message.Replace("chỉ tiêu nào chưa đạt?", escaped, StringComparison.Ordinal)));

        Assert.Equal(expected, Assert.IsType<Inbound.Message>(Assert.Single(host.Receiver.Received)).Text);
    }

    [Fact]
    public async Task A_quotes_preview_that_is_cut_inside_an_emoji_loses_no_message()
    {
        await using var host = await InboundHost.Start();

        Assert.Equal(HttpStatusCode.OK, await host.Status(InboundHost.Message.Replace(
            "\"text\":",
            "\"entities\":[{\"type\":\"quotedReply\",\"quotedReply\":{\"preview\":\"xin chào \\ud83d\"}}],\"text\":",
            StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2026-13-45T99:00:00Z")]
    [InlineData("yesterday")]
    [InlineData("")]
    public async Task A_timestamp_decides_nothing(string timestamp)
    {
        await using var host = await InboundHost.Start();

        Assert.Equal(HttpStatusCode.OK, await host.Status(InboundHost.Message.Replace("2026-11-22T01:00:00Z", timestamp, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_body_may_be_as_large_as_the_limit_and_no_larger()
    {
        await using var host = await InboundHost.Start(settings: ("Teams:MaxBodyBytes", "8192"));
        var fits = InboundHost.Message + new string(' ', 8192 - Encoding.UTF8.GetByteCount(InboundHost.Message));

        Assert.Equal(HttpStatusCode.OK, await host.Status(fits));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await host.Status(fits + " "));
    }

    [Fact]
    public async Task A_body_of_unknown_length_is_measured_as_it_comes()
    {
        await using var host = await InboundHost.Start(settings: ("Teams:MaxBodyBytes", "8192"));
        var fits = InboundHost.Message + new string(' ', 8192 - Encoding.UTF8.GetByteCount(InboundHost.Message));

        Assert.Equal(HttpStatusCode.OK, await host.Status(fits, change: Chunked));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await host.Status(fits + " ", change: Chunked));

        static void Chunked(HttpRequestMessage request) => request.Headers.TransferEncodingChunked = true;
    }

    [Theory]
    [InlineData("application/json", HttpStatusCode.OK)]
    [InlineData("application/json; charset=utf-8", HttpStatusCode.OK)]
    [InlineData("application/json;charset=\"UTF-8\"", HttpStatusCode.OK)]
    [InlineData("application/json; charset=utf-16", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json-patch+json", HttpStatusCode.UnsupportedMediaType)]
    [InlineData(null, HttpStatusCode.UnsupportedMediaType)]
    public async Task Only_JSON_in_UTF8_is_read(string? contentType, HttpStatusCode expected)
    {
        await using var host = await InboundHost.Start();

        Assert.Equal(expected, await host.Status(change: request =>
            request.Content!.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType)));
    }

    [Fact]
    public async Task A_packed_body_is_not_unpacked()
    {
        await using var host = await InboundHost.Start();

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await host.Status(change: request => request.Content!.Headers.ContentEncoding.Add("gzip")));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Only_POST_is_answered(string method)
    {
        await using var host = await InboundHost.Start();

        Assert.Equal(HttpStatusCode.MethodNotAllowed, await host.Send(new HttpMethod(method)));
    }

    [Fact]
    public async Task An_unknown_kind_is_acknowledged()
    {
        await using var host = await InboundHost.Start(receiver: receiver => receiver.Answers = _ => Task.FromResult<Answer>(new Answer.NotImplemented()));

        Assert.Equal(HttpStatusCode.OK, await host.Status(InboundHost.Message.Replace("\"message\"", "\"somethingNew\"", StringComparison.Ordinal)));

        Assert.Equal("somethingNew", Assert.IsType<Inbound.Other>(Assert.Single(host.Receiver.Received)).Type);
    }
}
