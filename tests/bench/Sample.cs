using System.Globalization;
using System.Text;

namespace ChiBoBot.Bench;

/// <summary>The message that every turn sends: a personal one in Vietnamese, of the usual size, each with an id of its own.</summary>
internal sealed class Sample
{
    private const string IdMark = "0000000000000000";
    private const string ConversationMark = "9999";

    // Replies into one conversation go out one after another, so a load needs many.
    private const int Conversations = 256;

    private readonly byte[] _template;
    private readonly int _idAt;
    private readonly int _conversationAt;

    public Sample(string? authorization, string serviceUrl, string tenant, string objectId, string text)
    {
        var body = $$$"""
            {"type":"message","id":"{{{IdMark}}}","timestamp":"2026-11-22T01:00:00.123Z","localTimestamp":"2026-11-22T08:00:00.123+07:00","serviceUrl":"{{{serviceUrl}}}","channelId":"msteams","from":{"id":"29:1bench-user-0123456789-abcdefghijklmnopqrstuvwxyz","name":"Phan Thế Khải","aadObjectId":"{{{objectId}}}"},"conversation":{"conversationType":"personal","tenantId":"{{{tenant}}}","id":"a:1bench-conversation-{{{ConversationMark}}}-0123456789-abcdefghijklmnopqrstuvwxyz-0123456789"},"recipient":{"id":"28:{{{Issuer.AppId}}}","name":"ChiBoBot"},"textFormat":"plain","text":"{{{text}}}","attachments":[{"contentType":"text/html","content":"<p>{{{text}}}</p>"}],"entities":[{"locale":"vi-VN","country":"VN","platform":"Windows","timezone":"Asia/Ho_Chi_Minh","type":"clientInfo"}],"channelData":{"tenant":{"id":"{{{tenant}}}"}},"locale":"vi-VN","localTimezone":"Asia/Ho_Chi_Minh"}
            """;
        _template = Target.Post("/api/messages", authorization, Encoding.UTF8.GetBytes(body));
        _idAt = _template.AsSpan().IndexOf(Encoding.ASCII.GetBytes(IdMark));
        _conversationAt = _template.AsSpan().IndexOf(Encoding.ASCII.GetBytes($"-{ConversationMark}-")) + 1;
    }

    public byte[] Request(long number)
    {
        var request = (byte[])_template.Clone();
        number.TryFormat(request.AsSpan(_idAt, IdMark.Length), out _, "D16", CultureInfo.InvariantCulture);
        (number % Conversations).TryFormat(request.AsSpan(_conversationAt, ConversationMark.Length), out _, "D4", CultureInfo.InvariantCulture);
        return request;
    }
}
