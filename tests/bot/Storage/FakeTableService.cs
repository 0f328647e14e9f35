using System.Net;
using System.Text;
using Azure.Core.Pipeline;
using ChiBoBot.Storage;

namespace ChiBoBot.Tests.Storage;

/// <summary>The other end of the wire: gives the answers it was told, in their order, and keeps what it was asked.</summary>
internal sealed class FakeTableService : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();

    public List<Asked> Requests { get; } = [];

    /// <summary>Options of the client that lead here, with retries that do not wait.</summary>
    public TablesClientOptions Options() => new()
    {
        Transport = new HttpClientTransport(new HttpClient(this)),
        Retry = { Delay = TimeSpan.FromTicks(1), MaxDelay = TimeSpan.FromTicks(1) },
    };

    public FakeTableService Answers(HttpStatusCode status, string body = "", params (string Name, string Value)[] headers)
    {
        _answers.Enqueue(() =>
        {
            var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            foreach (var (name, value) in headers)
            {
                answer.Headers.TryAddWithoutValidation(name, value);
            }

            return answer;
        });
        return this;
    }

    public FakeTableService Refuses(HttpStatusCode status, string code, string text = "") =>
        Answers(status, Error(code, text));

    public FakeTableService RefusesInBatch(HttpStatusCode status, string code, string text) => Answers(HttpStatusCode.Accepted, string.Join("\r\n",
        "--batchresponse_1",
        "Content-Type: multipart/mixed; boundary=changesetresponse_1",
        "",
        "--changesetresponse_1",
        "Content-Type: application/http",
        "Content-Transfer-Encoding: binary",
        "",
        $"HTTP/1.1 {(int)status} {status}",
        "DataServiceVersion: 3.0;",
        "Content-Type: application/json;odata=minimalmetadata",
        "",
        Error(code, text),
        "--changesetresponse_1--",
        "--batchresponse_1--"));

    public FakeTableService AcceptsBatch(int changes) => Answers(HttpStatusCode.Accepted, string.Join("\r\n",
        [
            "--batchresponse_1",
            "Content-Type: multipart/mixed; boundary=changesetresponse_1",
            "",
            .. Enumerable.Repeat("--changesetresponse_1\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 204 No Content\r\nETag: W/\"datetime'2026'\"\r\n\r\n", changes),
            "--changesetresponse_1--",
            "--batchresponse_1--",
        ]));

    public FakeTableService BreaksOff()
    {
        _answers.Enqueue(() => throw new HttpRequestException("The connection was reset."));
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        Requests.Add(new Asked(
            request.Method.Method,
            request.RequestUri!.AbsoluteUri,
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancel),
            request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase)));
        var answer = _answers.Dequeue()();
        answer.RequestMessage = request;
        return answer;
    }

    private static string Error(string code, string text) =>
        """{"odata.error":{"code":"CODE","message":{"lang":"en-US","value":"TEXT\nRequestId:1"}}}"""
            .Replace("CODE", code, StringComparison.Ordinal).Replace("TEXT", text, StringComparison.Ordinal);

    internal sealed record Asked(string Method, string Address, string Body, Dictionary<string, string> Headers)
    {
        public string? Header(string name) => Headers.GetValueOrDefault(name);
    }
}
