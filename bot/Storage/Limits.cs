using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ChiBoBot.Storage;

/// <summary>What a key, a row and a commit may hold: the table service's own limits, kept alike for every engine before anything is sent.</summary>
internal static class Limits
{
    public const int KeyLength = 512;
    public const int TextLength = 32 * 1024;
    public const int RowBytes = 1024 * 1024;
    public const int Changes = 100;
    public const int CommitBytes = 4 * 1024 * 1024;

    /// <summary>The service takes 252; one of them is the operation mark that <see cref="AzureTables"/> writes with each change.</summary>
    public const int Properties = 251;

    private const int NameLength = 255;
    private const int MarkBytes = 128;
    private const int PartBytes = 1024;
    private const int EscapedCharBytes = 15;

    private static readonly SearchValues<char> KeyForbids = SearchValues.Create(
        ['/', '\\', '#', '?', .. Enumerable.Range(0x00, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(c => (char)c)]);

    private static readonly SearchValues<byte> NameAllows =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"u8);

    public static void Table(string name)
    {
        if (name.Length is < 3 or > 63 || !char.IsAsciiLetter(name[0]) || !name.All(char.IsAsciiLetterOrDigit))
        {
            throw new ArgumentException($"'{name}' can't name a table: 3 to 63 letters and digits, a letter first.");
        }
    }

    public static void Key(string key)
    {
        if (key.Length is 0 or > KeyLength)
        {
            throw new KeyException($"A key has 1 to {KeyLength} characters, this one {key.Length}.");
        }

        if (key.AsSpan().ContainsAny(KeyForbids) || HasLoneSurrogate(key))
        {
            throw new KeyException("A key may not hold / \\ # ?, control characters or halves of characters.");
        }
    }

    public static void Commit(Change change) => Row(change);

    public static void Commit(IReadOnlyList<Change> changes)
    {
        if (changes.Count is 0 or > Changes)
        {
            throw new ArgumentException($"A commit has 1 to {Changes} changes, this one {changes.Count}.");
        }

        var rows = new HashSet<string>(changes.Count, StringComparer.Ordinal);
        var bytes = 0L;
        foreach (var change in changes)
        {
            if (change.Table != changes[0].Table || change.PartitionKey != changes[0].PartitionKey)
            {
                throw new ArgumentException("All changes of a commit lie in one partition of one table.");
            }

            if (!rows.Add(change.RowKey))
            {
                throw new ArgumentException($"Row '{change.RowKey}' is changed twice in one commit.");
            }

            Row(change);
            bytes += RequestBytes(change);
        }

        if (bytes > CommitBytes)
        {
            throw new ArgumentException($"A commit has at most {CommitBytes} bytes, this one {bytes}.");
        }
    }

    private static void Row(Change change)
    {
        Key(change.PartitionKey);
        Key(change.RowKey);

        if (change.Kind is ChangeKind.Replace or ChangeKind.Delete && change.ETag == default)
        {
            throw new ArgumentException($"Row '{change.RowKey}': a {change.Kind} names the tag the row was read with, or ETag.All.");
        }

        if (change.Kind is not ChangeKind.Delete)
        {
            var bytes = 4 + ((change.PartitionKey.Length + change.RowKey.Length) * 2) + MarkBytes + PropertyBytes(change);
            if (bytes > RowBytes)
            {
                throw new ArgumentException($"Row '{change.RowKey}' would have {bytes} bytes; {RowBytes} are the most.");
            }
        }
    }

    // As the service counts a stored row: 8 bytes a property, two a character of its name, and the size of its value.
    private static long PropertyBytes(Change change)
    {
        var reader = new Utf8JsonReader(change.Properties.Span);
        var (bytes, count) = (0L, 0);
        ReadOnlySpan<byte> type = default;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            if (name.EndsWith("@odata.type"u8))
            {
                type = reader.ValueSpan;
                continue;
            }

            Name(name, change.RowKey);
            bytes += 8 + (name.Length * 2) + ValueBytes(ref reader, type, name, change.RowKey);
            count++;
            type = default;
        }

        return count <= Properties
            ? bytes
            : throw new ArgumentException($"Row '{change.RowKey}' would have {count} properties; {Properties} are the most.");
    }

    private static void Name(ReadOnlySpan<byte> name, string row)
    {
        if (name.Length is 0 or > NameLength
            || name.ContainsAnyExcept(NameAllows)
            || char.IsAsciiDigit((char)name[0])
            || name.SequenceEqual("PartitionKey"u8)
            || name.SequenceEqual("RowKey"u8)
            || name.SequenceEqual("Timestamp"u8)
            || name.SequenceEqual(AzureTables.Mark))
        {
            throw new ArgumentException($"Row '{row}': '{Encoding.UTF8.GetString(name)}' can't name a property.");
        }
    }

    private static int ValueBytes(ref Utf8JsonReader reader, ReadOnlySpan<byte> type, ReadOnlySpan<byte> name, string row)
    {
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return 1;
        }

        if (reader.TokenType is JsonTokenType.Number)
        {
            return type.IsEmpty ? 4 : 8;
        }

        if (!type.IsEmpty)
        {
            if (type.SequenceEqual("Edm.DateTime"u8) && reader.GetDateTime().Year < 1601)
            {
                throw new ArgumentException($"Row '{row}': {Encoding.UTF8.GetString(name)} lies before the year 1601.");
            }

            return 8;
        }

        var length = TextLengthOf(ref reader);
        return length <= TextLength
            ? 4 + (length * 2)
            : throw new ArgumentException($"Row '{row}': {Encoding.UTF8.GetString(name)} has {length} characters; {TextLength} are the most.");
    }

    private static int TextLengthOf(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return Encoding.UTF8.GetCharCount(reader.ValueSpan);
        }

        var buffer = ArrayPool<char>.Shared.Rent(reader.ValueSpan.Length);
        var length = reader.CopyString(buffer);
        ArrayPool<char>.Shared.Return(buffer);
        return length;
    }

    // Never less than the part of a batch that this change becomes: its properties and its keys as they are escaped, and the part's headers.
    private static long RequestBytes(Change change)
    {
        var letters = Encoding.UTF8.GetCharCount(change.Properties.Span);
        var ascii = 0;
        foreach (var letter in change.Properties.Span)
        {
            ascii += letter < 0x80 ? 1 : 0;
        }

        return PartBytes + ascii + ((letters - ascii) * TableChange.EscapeLength) + (EscapedCharBytes * (change.PartitionKey.Length + change.RowKey.Length));
    }

    private static bool HasLoneSurrogate(string key)
    {
        foreach (var rune in key.AsSpan().EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
            {
                // Either half a character or the replacement character itself, which no key has a use for.
                return true;
            }
        }

        return false;
    }
}
