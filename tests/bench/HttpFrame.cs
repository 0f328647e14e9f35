namespace ChiBoBot.Bench;

/// <summary>Finds the end of one HTTP/1.1 message with a Content-Length or with chunks.</summary>
internal static class HttpFrame
{
    public static bool TryRead(ReadOnlySpan<byte> bytes, out int length)
    {
        length = 0;
        var head = bytes.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        var headers = bytes[..(head + 2)];
        var body = head + 4;
        if (Value(headers, "\r\nContent-Length: "u8) is { Length: > 0 } digits)
        {
            length = body + int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
            return bytes.Length >= length;
        }

        if (headers.IndexOf("\r\nTransfer-Encoding: chunked"u8) >= 0)
        {
            var end = bytes[body..].IndexOf("0\r\n\r\n"u8);
            length = body + end + 5;
            return end >= 0;
        }

        length = body;
        return true;
    }

    private static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> headers, ReadOnlySpan<byte> name)
    {
        var at = headers.IndexOf(name);
        if (at < 0)
        {
            return default;
        }

        var rest = headers[(at + name.Length)..];
        return rest[..rest.IndexOf((byte)'\r')];
    }
}
