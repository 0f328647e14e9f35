namespace ChiBoBot.Understanding.Sentences;

/// <summary>The one spelling under which a word is known: lower case, letters without tones, the tone as a key at the end (“hòa” and “hoà” → <c>hoaF</c>), y for i where both are usual (“kì” → <c>kyF</c>).</summary>
internal static class WordKey
{
    public const int MaxLength = 32;

    /// <summary>Writes the key of a word as typed; 0 where it is too long to be one.</summary>
    public static int Write(ReadOnlySpan<char> word, Span<char> key)
    {
        if (word.Length >= MaxLength)
        {
            return 0;
        }

        var tone = 0;
        for (var i = 0; i < word.Length; i++)
        {
            key[i] = Letters.BaseOf(word[i]);
            tone = Letters.ToneOf(word[i]) is > 0 and var found ? found : tone;
        }

        return Finish(key, word.Length, tone);
    }

    /// <summary>Writes the word without any mark, spelt as its key is.</summary>
    public static int WriteBare(ReadOnlySpan<char> word, Span<char> bare)
    {
        if (word.Length >= MaxLength)
        {
            return 0;
        }

        for (var i = 0; i < word.Length; i++)
        {
            bare[i] = Letters.PlainOf(word[i]);
        }

        return Finish(bare, word.Length, 0);
    }

    public static string Of(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[MaxLength];
        return new string(key[..Write(word, key)]);
    }

    public static string BareOf(ReadOnlySpan<char> word)
    {
        Span<char> bare = stackalloc char[MaxLength];
        return new string(bare[..WriteBare(word, bare)]);
    }

    /// <summary>Puts the tone key at the end and settles i and y.</summary>
    public static int Finish(Span<char> key, int length, int tone)
    {
        if (length == 2 && key[1] == 'i' && key[0] is 'k' or 'l' or 'm' or 's' or 't')
        {
            key[1] = 'y';
        }
        else if (length == 3 && key[0] == 'q' && key[1] == 'u' && key[2] == 'i')
        {
            key[2] = 'y';
        }

        if (tone > 0)
        {
            key[length++] = Letters.ToneKeys[tone];
        }

        return length;
    }
}
