using System.Net;
using ChiBoBot.Cards;
using ChiBoBot.Teams;

namespace ChiBoBot.Tests.Teams;

/// <summary>The response to each invoke, letter for letter: nested otherwise, Teams says “unable to reach app”.</summary>
public class InboundAnswerTests
{
    private const string Card = """{"type":"AdaptiveCard","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","lang":"vi","body":[]}""";
    private const string Execute = """ "name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"x","data":{}}} """;
    private const string Fetch = """ "name":"task/fetch","value":{"data":{"verb":"x"}} """;
    private const string Submit = """ "name":"task/submit","value":{"data":{"verb":"x"}} """;
    private const string Query = """ "name":"composeExtension/query","value":{"commandId":"x"} """;

    private static readonly AdaptiveCard Empty = new([]);

    private static readonly List<(string Invoke, string Answer, int Status, string Body)> Bodies =
    [
        (Execute, "card", 200, """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":CARD}"""),
        (Execute, "card again", 200, """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":CARD}"""),
        (Execute, "dialog", 200, """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":CARD}"""),
        (Execute, "notice", 200, """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Đã lưu \"rồi\"."}"""),
        (Execute, "failed", 200, """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"Thẻ đã cũ."}}"""),
        (Execute, "accepted", 200, """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Tôi đã nhận."}"""),
        (Execute, "not implemented", 200, """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"NotSupported","message":"Việc này tôi chưa làm được."}}"""),
        (Fetch, "dialog", 200, """{"task":{"type":"continue","value":{"title":"Tự đánh giá","height":"medium","width":"medium","card":{"contentType":"application/vnd.microsoft.card.adaptive","content":CARD}}}}"""),
        (Fetch, "card", 200, """{"task":{"type":"continue","value":{"title":"ChiBoBot","height":"medium","width":"medium","card":{"contentType":"application/vnd.microsoft.card.adaptive","content":CARD}}}}"""),
        (Fetch, "card again", 200, """{"task":{"type":"continue","value":{"title":"ChiBoBot","height":"medium","width":"medium","card":{"contentType":"application/vnd.microsoft.card.adaptive","content":CARD}}}}"""),
        (Fetch, "failed", 200, """{"task":{"type":"message","value":"Thẻ đã cũ."}}"""),
        (Fetch, "not implemented", 501, ""),
        (Submit, "dialog", 200, """{"task":{"type":"continue","value":{"title":"Tự đánh giá","height":"medium","width":"medium","card":{"contentType":"application/vnd.microsoft.card.adaptive","content":CARD}}}}"""),
        (Submit, "closed", 200, """{"task":{"type":"message","value":"Đã lưu."}}"""),
        (Submit, "notice", 200, """{"task":{"type":"message","value":"Đã lưu \"rồi\"."}}"""),
        (Submit, "accepted", 200, ""),
        (Submit, "not implemented", 501, ""),
        (Query, "results", 200, """{"composeExtension":{"type":"result","attachmentLayout":"list","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":CARD,"preview":{"contentType":"application/vnd.microsoft.card.thumbnail","content":{"title":"Chỉ tiêu 1","text":"Đạt"}}}]}}"""),
        (Query, "accepted", 200, """{"composeExtension":{"type":"result","attachmentLayout":"list","attachments":[]}}"""),
        (Query, "failed", 200, """{"composeExtension":{"type":"message","text":"Thẻ đã cũ."}}"""),
        (Query, "not implemented", 501, ""),
        (""" "name":"unknown/thing" """, "not implemented", 501, ""),
        (""" "name":"config/fetch" """, "not implemented", 501, ""),
        (""" "name":null """, "not implemented", 501, ""),
        (""" "name":"unknown/thing" """, "accepted", 200, ""),
        (""" "name":"fileConsent/invoke" """, "not implemented", 200, ""),
        (""" "name":"suggestedActions/submit" """, "not implemented", 200, ""),
        (""" "name":"message/submitAction" """, "not implemented", 200, ""),
        (""" "name":"application/search" """, "not implemented", 200, """{"statusCode":200,"type":"application/vnd.microsoft.search.searchResponse","value":{"results":[]}}"""),
    ];

    [Fact]
    public async Task An_invoke_is_answered_in_its_response()
    {
        await using var host = await InboundHost.Start();

        foreach (var (invoke, answer, status, body) in Bodies)
        {
            host.Receiver.Answers = _ => Task.FromResult(Answer(answer));

            using var response = await host.Post(Invoke(invoke));

            Assert.Equal((invoke, answer, status), (invoke, answer, (int)response.StatusCode));
            Assert.Equal(body.Replace("CARD", Card, StringComparison.Ordinal), await response.Content.ReadAsStringAsync());
            Assert.Equal(body.Length == 0 ? null : "application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        }
    }

    [Theory]
    [InlineData("card")]
    [InlineData("failed")]
    [InlineData("not implemented")]
    public async Task A_message_is_answered_with_an_empty_200_whatever_the_answer(string answer)
    {
        await using var host = await InboundHost.Start(receiver: receiver => receiver.Answers = _ => Task.FromResult(Answer(answer)));

        using var response = await host.Post();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    internal static string Invoke(string rest) => InboundHost.Message
        .Replace("\"type\":\"message\"", "\"type\":\"invoke\"", StringComparison.Ordinal)
        .Replace("\"text\":\"chỉ tiêu nào chưa đạt?\"", rest, StringComparison.Ordinal);

    private static Answer Answer(string name) => name switch
    {
        "card" => new Answer.Card(Empty),
        "card again" => new Answer.Card(Empty).Kept(),
        "notice" => new Answer.Notice("Đã lưu \"rồi\"."),
        "failed" => new Answer.Failed(400, "BadRequest", "Thẻ đã cũ."),
        "dialog" => new Answer.Dialog("Tự đánh giá", Empty),
        "closed" => new Answer.DialogClosed("Đã lưu."),
        "results" => new Answer.Results([("Chỉ tiêu 1", "Đạt", Empty)]),
        "accepted" => new Answer.Accepted(),
        "not implemented" => new Answer.NotImplemented(),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
