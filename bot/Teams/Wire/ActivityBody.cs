using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;
using ChiBoBot.Teams.InboundAuth;

namespace ChiBoBot.Teams.Wire;

/// <summary>Reads a request's body once, into a borrowed buffer, and takes nothing but one sound activity.</summary>
internal static class ActivityBody
{
    private const int FirstBuffer = 4 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>What can be refused before anything is read.</summary>
    public static Refusal? Unfit(HttpRequest request, int limit) =>
        !IsJson(request.ContentType) || request.Headers.ContentEncoding.Count > 0 ? Refusal.ContentType
        : request.ContentLength > limit ? Refusal.TooLarge
        : null;

    public static async ValueTask<(Activity? Activity, Refusal? Refusal)> Read(HttpRequest request, int limit)
    {
        // One byte more than there should be: then the read that finds the end needs no larger buffer.
        var buffer = ArrayPool<byte>.Shared.Rent((int)(request.ContentLength ?? FirstBuffer) + 1);
        try
        {
            var length = 0;
            int read;
            while ((read = await request.Body.ReadAsync(buffer.AsMemory(length))) > 0)
            {
                length += read;
                if (length > limit)
                {
                    return (null, Refusal.TooLarge);
                }

                if (length == buffer.Length)
                {
                    buffer = Larger(buffer);
                }
            }

            return Parse(buffer.AsSpan(0, length)) is { } activity ? (activity, null) : (null, Refusal.Malformed);
        }
        catch (IOException broken)
        {
            // Cut off, or too slow, or not HTTP: the server knows which.
            return (null, broken is BadHttpRequestException bad ? Refusal.Malformed with { Status = bad.StatusCode } : Refusal.Malformed);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The activity, or null where the bytes are none.</summary>
    public static Activity? Parse(ReadOnlySpan<byte> body)
    {
        body = body.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body;
        if (!Utf8.IsValid(body) || !AreEscapesSound(body, arePairsWhole: false))
        {
            return null;
        }

        try
        {
            var activity = JsonSerializer.Deserialize(body, ActivityJson.Default.Activity);
            return activity?.Value is { } value && !AreEscapesSound(JsonMarshal.GetRawUtf8Value(value), arePairsWhole: true) ? null : activity;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsJson(string? contentType)
    {
        var type = contentType.AsSpan();
        var end = type.IndexOf(';');
        if (!(end < 0 ? type : type[..end]).Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var charset = end < 0 ? -1 : type.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        return charset < 0 || type[(charset + "charset=".Length)..].Trim(" \"").Equals("utf-8", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// A NUL or half a surrogate pair, written as <c>\uXXXX</c>, is valid JSON but no text. Halves are looked for only in the value that is
    /// handed on unread: the parser finds them in what is read here, and elsewhere they are no reason to lose a message (a quote's preview may be cut there).
    /// </summary>
    private static bool AreEscapesSound(ReadOnlySpan<byte> body, bool arePairsWhole)
    {
        var wantsLow = false;
        for (var next = body.IndexOf((byte)'\\'); next >= 0 && next + 1 < body.Length; next = body.IndexOf((byte)'\\'))
        {
            var isUnicode = body[next + 1] == 'u';
            var code = isUnicode && body.Length >= next + 6 && ushort.TryParse(body.Slice(next + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var parsed)
                ? (char)parsed
                : 'x';
            if (code == '\0' || (arePairsWhole && ((wantsLow && next != 0) || char.IsLowSurrogate(code) != wantsLow)))
            {
                return false;
            }

            wantsLow = char.IsHighSurrogate(code);
            body = body[(next + (isUnicode ? Math.Min(6, body.Length - next) : 2))..];
        }

        return !arePairsWhole || !wantsLow;
    }

    private static byte[] Larger(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
