namespace ChiBoBot.Understanding.Sentences;

/// <summary>Reads a word that was typed while the keyboard was off: Telex (<c>ddieemr</c>) or VNI (<c>d9ie6m3</c>), with the keys in any order and beside marks that did come through.</summary>
internal static class Keystrokes
{
    /// <summary>The key of the word that these Telex strokes mean; 0 where they mean none.</summary>
    public static int Telex(ReadOnlySpan<char> typed, Span<char> key)
    {
        if (typed.Length >= WordKey.MaxLength)
        {
            return 0;
        }

        var length = 0;
        var tone = 0;
        var changed = false;
        foreach (var c in typed)
        {
            var letter = Letters.BaseOf(c);
            tone = Letters.ToneOf(c) is > 0 and var found ? found : tone;
            var voiced = HasVowel(key[..length]);
            var asTone = letter switch { 's' => 1, 'f' => 2, 'r' => 3, 'x' => 4, 'j' => 5, 'z' => 0, _ => -1 };
            if (asTone >= 0 && voiced)
            {
                tone = asTone;
                changed = true;
            }
            else if (letter is 'd' or 'đ' && length > 0 && key[0] is 'd' or 'đ' && (length == 1 || letter == 'd'))
            {
                key[0] = 'đ';
                changed = true;
            }
            else if (letter == 'w' && Horn(key[..length]))
            {
                changed = true;
            }
            else if (letter == 'w' && !voiced)
            {
                key[length++] = 'ư';
                changed = true;
            }
            else if (letter is 'a' or 'e' or 'o' or 'â' or 'ê' or 'ô' && Double(key[..length], Letters.PlainOf(letter)))
            {
                changed = true;
            }
            else
            {
                key[length++] = letter;
            }
        }

        return changed && length > 0 ? WordKey.Finish(key, length, tone) : 0;
    }

    /// <summary>The key of the word that these VNI strokes mean; 0 where they mean none.</summary>
    public static int Vni(ReadOnlySpan<char> typed, Span<char> key)
    {
        if (typed.Length >= WordKey.MaxLength || !char.IsLetter(typed[0]))
        {
            return 0;
        }

        var length = 0;
        var tone = 0;
        foreach (var c in typed)
        {
            if (c is >= '0' and <= '9')
            {
                if (!VniKey(c, key[..length], ref tone))
                {
                    return 0;
                }
            }
            else
            {
                tone = Letters.ToneOf(c) is > 0 and var found ? found : tone;
                key[length++] = Letters.BaseOf(c);
            }
        }

        return WordKey.Finish(key, length, tone);
    }

    private static bool VniKey(char digit, Span<char> word, ref int tone)
    {
        switch (digit)
        {
            case >= '0' and <= '5':
                tone = digit - '0';
                return HasVowel(word);
            case '6':
                return Put(word, 'a', 'â') || Put(word, 'e', 'ê') || Put(word, 'o', 'ô');
            case '7':
                return Horn(word) && !word.Contains('ă');
            case '8':
                return Put(word, 'a', 'ă');
            default:
                return digit == '9' && Put(word, 'd', 'đ');
        }
    }

    private static bool HasVowel(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (Letters.IsVowel(Letters.PlainOf(c)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The second of two equal vowels puts a hat on the first, beside it or at the word's end.</summary>
    private static bool Double(Span<char> word, char vowel) => vowel switch
    {
        'a' => Put(word, 'a', 'â'),
        'e' => Put(word, 'e', 'ê'),
        _ => Put(word, 'o', 'ô'),
    };

    private static bool Put(Span<char> word, char plain, char hatted)
    {
        var at = word.LastIndexOf(plain);
        if (at < 0)
        {
            return false;
        }

        word[at] = hatted;
        return true;
    }

    /// <summary>“uo” becomes “ươ”, otherwise the last of a, o, u is horned.</summary>
    private static bool Horn(Span<char> word)
    {
        for (var i = word.Length - 1; i >= 0; i--)
        {
            switch (word[i])
            {
                case 'o' when i > 0 && word[i - 1] is 'u' or 'ư' && !(i > 1 && word[i - 2] == 'q'):
                    word[i - 1] = 'ư';
                    word[i] = 'ơ';
                    return true;
                case 'o':
                    word[i] = 'ơ';
                    return true;
                case 'u' when !(i > 0 && word[i - 1] == 'q'):
                    word[i] = 'ư';
                    return true;
                case 'a' when i > 0 && word[i - 1] == 'u' && !(i > 1 && word[i - 2] == 'q'):
                    word[i - 1] = 'ư';
                    return true;
                case 'a':
                    word[i] = 'ă';
                    return true;
                case 'ư' or 'ơ':
                    return true;
                default:
                    break;
            }
        }

        return false;
    }
}
