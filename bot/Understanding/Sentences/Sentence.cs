namespace ChiBoBot.Understanding.Sentences;

/// <summary>A sentence as it was read: the cleaned text and its words. One is used again for the next sentence, so nothing keeps it.</summary>
internal sealed class Sentence
{
    public const int MostTokens = 120;

    private readonly char[] _text = new char[Cleaner.MostKept];
    private readonly char[] _lower = new char[Cleaner.MostKept + Spellings.Longest];
    private readonly Token[] _tokens = new Token[MostTokens];
    private int _textLength;

    public int Count { get; private set; }

    public ReadOnlySpan<char> Text => _text.AsSpan(0, _textLength);

    public Span<char> Buffer => _text;

    /// <summary>The text from there on in lower case, with <see cref="Spellings.Longest"/> letters of anything after it.</summary>
    public ReadOnlySpan<char> LowerFrom(int start) => _lower.AsSpan(start, _textLength - start + Spellings.Longest);

    public Span<Token> Tokens => _tokens.AsSpan(0, Count);

    public bool IsFull => Count == MostTokens;

    /// <summary>Some words were typed with their marks, so those without are likely meant so.</summary>
    public bool HasMarks { get; set; }

    public ref Token this[int index] => ref _tokens[index];

    public void Start(int textLength)
    {
        _textLength = textLength;
        Count = 0;
        HasMarks = false;
        Letters.Lower(Text, _lower);
    }

    public ref Token Add()
    {
        ref var token = ref _tokens[Count++];
        token = default;
        return ref token;
    }

    /// <summary>Leaves out the first words.</summary>
    public void Skip(int count)
    {
        _tokens.AsSpan(count, Count - count).CopyTo(_tokens);
        Count -= count;
    }

    /// <summary>What was typed there, for quoting.</summary>
    public ReadOnlySpan<char> Typed(int from, int to) =>
        from >= to ? default : Text[_tokens[from].Start.._tokens[to - 1].End];

    /// <summary>Whether the token there is this word; false beyond the edges.</summary>
    public bool Is(int index, string key, string bare) => index >= 0 && index < Count && _tokens[index].Is(key, bare);

    /// <summary>The word there without marks; empty beyond the edges and for a person's name.</summary>
    public string Bare(int index)
    {
        if ((uint)index >= (uint)Count)
        {
            return "";
        }

        // By reference: a token is large, and nothing is asked more often.
        ref readonly var token = ref _tokens[index];
        return token.Kind == TokenKind.Word && token.Person == 0 ? token.Bare : "";
    }

    public TokenKind? Kind(int index) => index >= 0 && index < Count ? _tokens[index].Kind : null;
}
