using ChiBoBot.Understanding.Names;

namespace ChiBoBot.Understanding.Sentences;

/// <summary>Cuts a cleaned text into words and numbers and reads each word: strokes decoded, abbreviations spelt out, glued words parted, slips mended.</summary>
internal sealed class Tokenizer(Vocabulary vocabulary, Abbreviations abbreviations)
{
    private readonly Spellings _spellings = vocabulary.SpellingsWithout(abbreviations);

    public void Read(string text, NameIndex names, Sentence sentence)
    {
        sentence.Start(Cleaner.Clean(text, sentence.Buffer, names));
        var source = sentence.Text;
        for (var i = 0; i < source.Length && !sentence.IsFull;)
        {
            var c = source[i];
            if (Letters.IsLetterOrDigit(c))
            {
                i = ReadRun(source, i, names, sentence);
            }
            else
            {
                Punctuate(c, i, sentence);
                i++;
            }
        }
    }

    private static void Punctuate(char c, int at, Sentence sentence)
    {
        if (c is '%' or '<' or '>')
        {
            AddSymbol(sentence, at, 1, c switch { '%' => "%", '<' => "<", _ => ">" });
            return;
        }

        var strength = c switch
        {
            ',' or '(' or ')' or '-' or '–' or '"' or '“' or '”' or '/' => Break.Comma,
            '.' or ';' or ':' or '!' or '\n' or '…' => Break.Stop,
            '?' => Break.Question,
            _ => Break.None,
        };
        if (sentence.Count > 0 && strength > sentence[sentence.Count - 1].After)
        {
            sentence[sentence.Count - 1].After = strength;
        }
    }

    private static void AddSymbol(Sentence sentence, int start, int length, string symbol)
    {
        ref var token = ref sentence.Add();
        token.Start = start;
        token.Length = length;
        token.Bare = symbol;
        token.BareHash = Hash.Of(symbol);
    }

    private int ReadRun(ReadOnlySpan<char> source, int start, NameIndex names, Sentence sentence)
    {
        if (char.IsAsciiDigit(source[start]) && Numerals.Read(source, start, sentence) is > 0 and var after)
        {
            return after;
        }

        var end = start;
        var letters = 0;
        while (end < source.Length && Letters.IsLetterOrDigit(source[end]))
        {
            letters += Letters.IsLetter(source[end]) ? 1 : 0;
            end++;
        }

        // “đ/c”, “đ.c”, “t.trước”: one letter, a sign, and letters that belong together.
        if (end - start == 1 && end + 1 < source.Length && source[end] is '/' or '.' && Letters.IsLetter(source[end + 1]))
        {
            var last = end + 2;
            while (last < source.Length && Letters.IsLetter(source[last]))
            {
                last++;
            }

            if (last - start <= 8 && abbreviations.Find(Lower(source[start..last], stackalloc char[8]), "", default) is { } together)
            {
                AddWords(together, start, last - start, sentence);
                return last;
            }
        }

        var run = source[start..end];
        if (letters == run.Length)
        {
            ReadWord(source, start, end, names, sentence);
            return end;
        }

        if (Shorthand(source, start, end, names, sentence) || Vni(run, start, names, sentence))
        {
            return end;
        }

        // “p302”, “6t”, “quý3”: letters and digits apart.
        var split = start + 1;
        while (Letters.IsLetter(source[split]) == Letters.IsLetter(source[start]))
        {
            split++;
        }

        if (Letters.IsLetter(source[start]))
        {
            ReadWord(source, start, split, names, sentence);
        }
        else
        {
            Numerals.AddInteger(source, start, split, sentence);
        }

        return split;
    }

    private void ReadWord(ReadOnlySpan<char> source, int start, int end, NameIndex names, Sentence sentence)
    {
        if (end - start <= Spellings.Longest && _spellings.Find(sentence.LowerFrom(start), end - start) is { Bare: { } spelt, Word: var marked })
        {
            ref var read = ref Begin(sentence, source[start..end], start);
            if (marked is null)
            {
                TakeBare(ref read, spelt);
            }
            else
            {
                Take(ref read, marked, sentence);
            }

            return;
        }

        if (Shorthand(source, start, end, names, sentence) || sentence.IsFull)
        {
            return;
        }

        var run = source[start..end];
        ref var token = ref Begin(sentence, run, start);
        Span<char> key = stackalloc char[WordKey.MaxLength + 1];
        Span<char> bare = stackalloc char[WordKey.MaxLength + 1];
        key = key[..WordKey.Write(run, key)];
        bare = bare[..WordKey.WriteBare(run, bare)];
        var typedMarks = !key.SequenceEqual(bare);
        if (key.Length == 0)
        {
            MarkUnknown(ref token, run[..8]);
        }
        else if (typedMarks && (vocabulary.TryFind(key, out var word) || names.TryFind(key, out word)))
        {
            Take(ref token, word!, sentence);
        }
        else if (!typedMarks && FindBare(bare, names) is { } known)
        {
            TakeBare(ref token, known);
        }
        else if (Telex(run, names) is { } decoded)
        {
            Take(ref token, decoded, sentence);
            token.Mended = true;
        }
        else if (FindBare(bare, names) is { } misMarked)
        {
            TakeBare(ref token, misMarked);
            token.Mended = true;
        }
        else if (!Part(run, start, names, sentence))
        {
            token = ref sentence[sentence.Count - 1];
            Span<char> strokes = stackalloc char[WordKey.MaxLength + 1];
            strokes = strokes[..Keystrokes.Telex(run, strokes)];
            strokes = strokes[..WordKey.WriteBare(strokes.TrimEnd(Letters.ToneKeys), strokes)];
            if (names.IsGiven(bare.ToString()) || (FindBare(strokes, names) ?? vocabulary.FindNear(bare) ?? vocabulary.FindNear(strokes)) is not { } near)
            {
                MarkUnknown(ref token, bare);
            }
            else
            {
                TakeBare(ref token, near);
                token.Mended = true;
            }
        }
    }

    private static ref Token Begin(Sentence sentence, ReadOnlySpan<char> run, int start)
    {
        ref var token = ref sentence.Add();
        token.Start = start;
        token.Length = run.Length;
        token.Capital = Letters.IsUpper(run[0]);
        return ref token;
    }

    private BareWord? FindBare(ReadOnlySpan<char> bare, NameIndex names) =>
        vocabulary.TryFindBare(bare, out var known) || names.TryFindBare(bare, out known) ? known : null;

    private static void Take(ref Token token, Word word, Sentence sentence)
    {
        token.Bare = word.Bare.Text;
        token.BareHash = word.Bare.Hash;
        token.Word = word;
        token.Marked = true;
        sentence.HasMarks |= word.HasMarks;
    }

    private static void TakeBare(ref Token token, BareWord bare)
    {
        token.Bare = bare.Text;
        token.BareHash = bare.Hash;
        token.Known = bare.IsName ? null : bare;
    }

    private static void MarkUnknown(ref Token token, ReadOnlySpan<char> bare)
    {
        token.Bare = bare.ToString();
        token.BareHash = Hash.Of(bare);
        token.Unknown = true;
    }

    private Word? Telex(ReadOnlySpan<char> run, NameIndex names)
    {
        Span<char> key = stackalloc char[WordKey.MaxLength + 1];
        var length = Keystrokes.Telex(run, key);
        return length > 0 && (vocabulary.TryFind(key[..length], out var word) || names.TryFind(key[..length], out word)) ? word : null;
    }

    private bool Vni(ReadOnlySpan<char> run, int start, NameIndex names, Sentence sentence)
    {
        Span<char> key = stackalloc char[WordKey.MaxLength + 1];
        var length = Keystrokes.Vni(run, key);
        if (length == 0 || !(vocabulary.TryFind(key[..length], out var word) || names.TryFind(key[..length], out word)))
        {
            return false;
        }

        ref var token = ref Begin(sentence, run, start);
        Take(ref token, word!, sentence);
        token.Mended = true;
        return true;
    }

    /// <summary>“đảngviên”: two known words without the space between them.</summary>
    private bool Part(ReadOnlySpan<char> run, int start, NameIndex names, Sentence sentence)
    {
        if (run.Length < 5 || sentence.IsFull)
        {
            return false;
        }

        var best = 0;
        var bestScore = 0L;
        for (var i = 2; i <= run.Length - 2; i++)
        {
            var score = (long)Weight(run[..i]) * Weight(run[i..]);
            if (score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        if (best == 0)
        {
            return false;
        }

        ref var first = ref sentence[sentence.Count - 1];
        first.Length = best;
        Settle(ref first, run[..best], names, sentence);
        ref var second = ref Begin(sentence, run[best..], start + best);
        Settle(ref second, run[best..], names, sentence);
        return true;
    }

    private int Weight(ReadOnlySpan<char> part)
    {
        Span<char> key = stackalloc char[WordKey.MaxLength + 1];
        var length = WordKey.Write(part, key);
        if (vocabulary.TryFind(key[..length], out var word))
        {
            return word.Count;
        }

        length = WordKey.WriteBare(part, key);
        return length > 2 && vocabulary.TryFindBare(key[..length], out var bare) ? bare.Count : 0;
    }

    private void Settle(ref Token token, ReadOnlySpan<char> part, NameIndex names, Sentence sentence)
    {
        Span<char> key = stackalloc char[WordKey.MaxLength + 1];
        var length = WordKey.Write(part, key);
        Span<char> bare = stackalloc char[WordKey.MaxLength + 1];
        bare = bare[..WordKey.WriteBare(part, bare)];
        token.Mended = true;
        if (!key[..length].SequenceEqual(bare) && vocabulary.TryFind(key[..length], out var word))
        {
            Take(ref token, word, sentence);
        }
        else if (FindBare(bare, names) is { } known)
        {
            TakeBare(ref token, known);
        }
        else
        {
            MarkUnknown(ref token, bare);
        }
    }

    private bool Shorthand(ReadOnlySpan<char> source, int start, int end, NameIndex names, Sentence sentence)
    {
        if (end - start > 8 || !abbreviations.Has(Lower(source[start..end], stackalloc char[8])) || (end - start == 1 && sentence.Count > 0 && Letters.IsUpper(source[start]) && sentence[sentence.Count - 1].Capital && names.TryFindBare([Letters.PlainOf(source[start])], out _)))
        {
            return false;
        }

        var previous = sentence.Count == 0 ? "" : sentence[sentence.Count - 1] switch
        {
            { Kind: TokenKind.Word } token => token.Bare,
            _ => "#",
        };
        var lower = Lower(source[start..end], stackalloc char[8]);
        Span<char> buffer = stackalloc char[WordKey.MaxLength + 1];
        var words = abbreviations.Find(lower, previous, Next(source, end, buffer, names));
        if (words is null)
        {
            return false;
        }

        AddWords(words, start, end - start, sentence);
        return true;
    }

    private void AddWords(string[] words, int start, int length, Sentence sentence)
    {
        Span<char> key = stackalloc char[WordKey.MaxLength + 1];
        foreach (var text in words)
        {
            if (sentence.IsFull)
            {
                return;
            }

            if (text.Length == 1 && char.IsAsciiDigit(text[0]))
            {
                Numerals.AddInteger(sentence, start, length, text[0] - '0');
                continue;
            }

            ref var token = ref sentence.Add();
            token.Start = start;
            token.Length = length;
            if (vocabulary.TryFind(key[..WordKey.Write(text, key)], out var word))
            {
                Take(ref token, word, sentence);
            }
            else
            {
                MarkUnknown(ref token, WordKey.BareOf(text));
            }

            token.Mended = true;
        }
    }

    private static Abbreviations.Neighbour Next(ReadOnlySpan<char> source, int from, Span<char> buffer, NameIndex names)
    {
        while (from < source.Length && source[from] == ' ')
        {
            from++;
        }

        var end = from;
        while (end < source.Length && Letters.IsLetterOrDigit(source[end]))
        {
            end++;
        }

        if (end == from)
        {
            return default;
        }

        var word = source[from..end];
        var bare = buffer[..WordKey.WriteBare(word, buffer)];
        var isPost = bare is "bi" or "pho" or "thu" or "bt" or "pbt" or "cuv" or "truong" or "chu";
        return new(bare, Letters.IsUpper(word[0]) || names.TryFindBare(bare, out _), isPost, char.IsDigit(word[0]));
    }

    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> text, Span<char> buffer)
    {
        if (text.Length > buffer.Length)
        {
            return default;
        }

        for (var i = 0; i < text.Length; i++)
        {
            buffer[i] = Letters.ToLower(text[i]);
        }

        return buffer[..text.Length];
    }
}
