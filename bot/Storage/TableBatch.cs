using System.Buffers;
using System.Globalization;
using System.Text;

namespace ChiBoBot.Storage;

/// <summary>Several changes of one partition as one request (an entity group transaction), and what the service says to them.</summary>
internal static class TableBatch
{
    public static string ContentType(string mark) => $"multipart/mixed; boundary=batch_{mark}";

    public static ReadOnlyMemory<byte> Body(IReadOnlyList<Change> changes, TableAddress address, string mark)
    {
        var body = new ArrayBufferWriter<byte>();
        Write(body, $"--batch_{mark}\r\nContent-Type: multipart/mixed; boundary=changeset_{mark}\r\n\r\n");
        foreach (var change in changes)
        {
            Write(body, $"--changeset_{mark}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            Write(body, $"{TableChange.Method(change)} {address.Of(change).AbsoluteUri} HTTP/1.1\r\n");
            Write(body, $"Accept: {TableChange.Json}\r\nDataServiceVersion: 3.0\r\n");
            if (TableChange.IfMatch(change) is { } tag)
            {
                Write(body, $"If-Match: {tag}\r\n");
            }

            if (change.Kind != ChangeKind.Delete)
            {
                Write(body, $"Content-Type: application/json\r\nPrefer: return-no-content\r\n\r\n");
                body.Write(TableChange.Body(change, mark).Span);
            }
            else
            {
                Write(body, $"\r\n");
            }

            Write(body, $"\r\n");
        }

        Write(body, $"--changeset_{mark}--\r\n--batch_{mark}--\r\n");
        return body.WrittenMemory;
    }

    /// <summary>What the service has against the batch, or null where it is made. The request as a whole is "accepted" in either case; the truth is in its parts.</summary>
    public static TableError? Refusal(ReadOnlyMemory<byte> answer, int changes)
    {
        var rest = answer;
        var made = 0;
        while (rest.Span.IndexOf("HTTP/1.1 "u8) is var at and >= 0)
        {
            rest = rest[(at + 9)..];
            var status = int.Parse(rest.Span[..3], NumberStyles.None, CultureInfo.InvariantCulture);
            if (status >= 400)
            {
                var body = rest.Span.IndexOf("\r\n\r\n"u8);
                return TableError.Of(status, body < 0 ? default : rest[(body + 4)..]);
            }

            made++;
        }

        return made == changes ? null : throw new InvalidDataException($"The table service answered {made} of {changes} changes.");
    }

    private static void Write(ArrayBufferWriter<byte> body, FormattableString text) =>
        Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture), body);
}
