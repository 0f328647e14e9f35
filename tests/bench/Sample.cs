using System.Globalization;
using System.Text;

namespace ChiBoBot.Bench;

/// <summary>The message that every turn sends: a personal one in Vietnamese, of the usual size, each with an id of its own, by the askers in turn.</summary>
internal sealed class Sample
{
    /// <summary>Replies into one chat go out one after another, so a load needs many people, each in their own chat.</summary>
    public const int Askers = 256;

    private const string IdMark = "0000000000000000";
    private const string AskerMark = "9999";

    private readonly byte[] _template;
    private readonly int _idAt;
    private readonly int[] _askerAt;

    public Sample(string? authorization, string serviceUrl, string tenant, string text)
    {
        var body = $$$"""
            {"type":"message","id":"{{{IdMark}}}","timestamp":"2026-11-22T01:00:00.123Z","localTimestamp":"2026-11-22T08:00:00.123+07:00","serviceUrl":"{{{serviceUrl}}}","channelId":"msteams","from":{"id":"29:1bench-user-{{{AskerMark}}}-0123456789-abcdefghijklmnopqrstuvwxyz","name":"Phan Thế Khải","aadObjectId":"{{{ObjectIdOf(AskerMark)}}}"},"conversation":{"conversationType":"personal","tenantId":"{{{tenant}}}","id":"a:1bench-conversation-{{{AskerMark}}}-0123456789-abcdefghijklmnopqrstuvwxyz-0123456789"},"recipient":{"id":"28:{{{Issuer.AppId}}}","name":"ChiBoBot"},"textFormat":"plain","text":"{{{text}}}","attachments":[{"contentType":"text/html","content":"<p>{{{text}}}</p>"}],"entities":[{"locale":"vi-VN","country":"VN","platform":"Windows","timezone":"Asia/Ho_Chi_Minh","type":"clientInfo"}],"channelData":{"tenant":{"id":"{{{tenant}}}"}},"locale":"vi-VN","localTimezone":"Asia/Ho_Chi_Minh"}
            """;
        _template = Target.Post("/api/messages", authorization, Encoding.UTF8.GetBytes(body));
        _idAt = _template.AsSpan().IndexOf(Encoding.ASCII.GetBytes(IdMark));
        _askerAt = [At($"bench-user-{AskerMark}"), At(ObjectIdOf(AskerMark)), At($"bench-conversation-{AskerMark}")];
    }

    public static string ObjectIdOf(int asker) => ObjectIdOf(asker.ToString("D4", CultureInfo.InvariantCulture));

    public byte[] Request(long number)
    {
        var request = (byte[])_template.Clone();
        number.TryFormat(request.AsSpan(_idAt, IdMark.Length), out _, "D16", CultureInfo.InvariantCulture);
        foreach (var at in _askerAt)
        {
            (number % Askers).TryFormat(request.AsSpan(at, AskerMark.Length), out _, "D4", CultureInfo.InvariantCulture);
        }

        return request;
    }

    private static string ObjectIdOf(string asker) => "6d1c0f52-7b0e-4c1a-9e5d-00000000" + asker;

    /// <summary>Where the asker's number stands at the end of this.</summary>
    private int At(string endingInMark)
    {
        var at = _template.AsSpan().IndexOf(Encoding.ASCII.GetBytes(endingInMark));
        return at < 0 ? throw new InvalidOperationException($"The sample holds no {endingInMark}.") : at + endingInMark.Length - AskerMark.Length;
    }
}
