using System.Text;
using System.Text.Json.Nodes;

namespace ChiBoBot.Tests.Faults;

/// <summary>What goes wrong between Teams and a bot, seen from outside: the HTTP status of each delivery, and the replies that the connector has taken in.</summary>
public class FaultMatrixTests
{
    [Fact]
    public async Task Whatever_happens_each_message_is_answered_once_and_nobody_is_shown_a_fault()
    {
        await using var bot = await BotOverWire.Start();
        var too = new Fault.Answer(429, RetryAfter: 1);
        (string What, string Expected, byte[] Body, int Times, Fault[] Faults)[] rows =
        [
            ("a message", "200 → 1", Bytes(bot.Message), 1, []),
            ("the same one twice", "200 200 → 1", Bytes(bot.Message), 2, []),
            ("the same one five times", "200 200 200 200 200 → 1", Bytes(bot.Message), 5, []),
            ("429 with Retry-After once", "200 → 1", Bytes(bot.Message), 1, [too]),
            ("429 with Retry-After three times", "200 → 1", Bytes(bot.Message), 1, [too, too, too]),
            ("502 once", "200 → 1", Bytes(bot.Message), 1, [new Fault.Answer(502)]),
            ("503 once", "200 → 1", Bytes(bot.Message), 1, [new Fault.Answer(503)]),
            ("504 once", "200 → 1", Bytes(bot.Message), 1, [new Fault.Answer(504)]),
            ("412 once", "200 → 1", Bytes(bot.Message), 1, [new Fault.Answer(412)]),
            ("reset once", "200 → 1", Bytes(bot.Message), 1, [new Fault.Reset()]),
            ("the same one twice, and 503 once", "200 200 → 1", Bytes(bot.Message), 2, [new Fault.Answer(503)]),
            ("slow by 3 s", "200 → 1", Bytes(bot.Message), 1, [new Fault.Slow(TimeSpan.FromSeconds(3))]),
            ("a press", "200 → 1", Bytes(bot.Press), 1, []),
            ("the same press twice", "200 200 → 1", Bytes(bot.Press), 2, []),
            ("a press, and 429 three times", "200 → 1", Bytes(bot.Press), 1, [too, too, too]),
            ("a press, and 502 once", "200 → 1", Bytes(bot.Press), 1, [new Fault.Answer(502)]),
            ("a press whose answer is refused", "200 → 0", Bytes(bot.Press), 1, [new Fault.Answer(400)]),
            ("a press of the older kind", "200 → 1", Bytes(bot.Submit), 1, []),
            ("the same one of the older kind twice", "200 200 → 1", Bytes(bot.Submit), 2, []),
            ("one of the older kind, and 503 once", "200 → 1", Bytes(bot.Submit), 1, [new Fault.Answer(503)]),
            ("a call for help in a group", "200 → 1", Bytes(bot.InGroup), 1, []),
            ("the same call five times", "200 200 200 200 200 → 1", Bytes(bot.InGroup), 5, []),
            ("a call in a group, and 429 once", "200 → 1", Bytes(bot.InGroup), 1, [too]),
            ("a call in a group, and reset once", "200 → 1", Bytes(bot.InGroup), 1, [new Fault.Reset()]),
            ("a message after all that", "200 → 1", Bytes(bot.Message), 1, []),
        ];

        foreach (var row in rows)
        {
            Assert.Equal((row.What, row.Expected), (row.What, await bot.Deliver(row.Body, times: row.Times, faults: row.Faults)));
        }
    }

    [Fact]
    public async Task Every_odd_body_gets_the_status_that_it_deserves_and_the_bot_goes_on()
    {
        await using var bot = await BotOverWire.Start();
        var good = bot.Message;
        (string What, string Expected, byte[] Body)[] rows =
        [
            ("empty", "400 → 0", []),
            ("not JSON", "400 → 0", Bytes("hello")),
            ("truncated", "400 → 0", Bytes(good[..(good.Length / 2)])),
            ("null", "400 → 0", Bytes("null")),
            ("[]", "400 → 0", Bytes("[]")),
            ("{}", "400 → 0", Bytes("{}")),
            ("no type", "400 → 0", Changed(activity => activity.Remove("type"))),
            ("no serviceUrl", "400 → 0", Changed(activity => activity.Remove("serviceUrl"))),
            ("a serviceUrl that is none", "403 → 0", Changed(activity => activity["serviceUrl"] = "not a URL")),
            ("a serviceUrl of file:", "403 → 0", Changed(activity => activity["serviceUrl"] = "file:///etc/passwd")),
            ("no conversation", "400 → 0", Changed(activity => activity.Remove("conversation"))),
            ("a timestamp that is none", "200 → 1", Changed(activity => activity["timestamp"] = "yesterday")),
            ("a text that is a number", "400 → 0", Changed(activity => activity["text"] = 5)),
            ("70 deep", "400 → 0", Changed(_ => { }, text => text.Replace("\"text\":", $"\"value\":{new string('[', 70)}{new string(']', 70)},\"text\":", StringComparison.Ordinal))),
            ("half a surrogate pair", "400 → 0", Changed(_ => { }, text => text.Replace("\"text\":\"", "\"text\":\"\\ud83d ", StringComparison.Ordinal))),
            ("no UTF-8", "400 → 0", [.. Bytes(good).Select(each => each == 0xE1 ? (byte)0xC0 : each)]),
            ("something behind it", "400 → 0", Bytes(good + "x")),
            ("channelData that is a string", "400 → 0", Changed(activity => activity["channelData"] = "x")),
            ("a text of 1 MB", "413 → 0", Changed(activity => activity["text"] = new string('a', 1_000_000))),
            ("a byte order mark", "200 → 1", Bytes("\uFEFF" + bot.Message)),
            ("a key twice", "400 → 0", Changed(_ => { }, text => "{\"type\":\"message\"," + text[1..])),
            ("a NUL", "400 → 0", Changed(_ => { }, text => text.Replace("\"text\":\"", "\"text\":\"\\u0000", StringComparison.Ordinal))),
            ("an unknown invoke", "501 → 0", Changed(activity => (activity["type"], activity["name"]) = ("invoke", "some/thing"))),
            ("a message after all that", "200 → 1", Bytes(bot.Message)),
        ];

        foreach (var row in rows)
        {
            Assert.Equal((row.What, row.Expected), (row.What, await bot.Deliver(row.Body)));
        }

        Assert.Equal("415 → 0", await bot.Deliver(Bytes(bot.Message), "text/plain"));

        byte[] Changed(Action<JsonObject> change, Func<string, string>? rewrite = null)
        {
            var activity = JsonNode.Parse(bot.Message)!.AsObject();
            change(activity);
            var text = activity.ToJsonString();
            return Bytes(rewrite?.Invoke(text) ?? text);
        }
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
