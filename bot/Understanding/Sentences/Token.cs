namespace ChiBoBot.Understanding.Sentences;

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    Word,

    /// <summary>A whole number, with <see cref="Token.First"/>.</summary>
    Integer,

    /// <summary>“71,4”.</summary>
    Decimal,

    /// <summary>“06/07”, “26-1”, “3.12”: a ratio or a date, whichever its neighbours say.</summary>
    Pair,

    /// <summary>“3/12/2026”.</summary>
    Triple,

    /// <summary>“14h30”, “8h”, “14:30”.</summary>
    Clock,

    /// <summary>“35-NQ/TW”: the number of a document.</summary>
    Document,
}

/// <summary>How a token is set off from the next one.</summary>
internal enum Break : byte
{
    None,
    Comma,
    Stop,
    Question,
}

/// <summary>One word or number of a sentence, read.</summary>
internal struct Token
{
    /// <summary>Where it stands in the cleaned text.</summary>
    public int Start;
    public int Length;

    public TokenKind Kind;
    public Break After;

    /// <summary>Begins with a capital letter.</summary>
    public bool Capital;

    /// <summary>Its marks were typed (or its Telex strokes) and make a known word.</summary>
    public bool Marked;

    /// <summary>It is no word that the vocabulary or the roster knows.</summary>
    public bool Unknown;

    /// <summary>What it was read as is not what was typed: strokes decoded, abbreviation spelt out, slip mended.</summary>
    public bool Mended;

    /// <summary>The word without marks.</summary>
    public string Bare;
    public uint BareHash;

    /// <summary>The words that it may be; null where the vocabulary knows none.</summary>
    public BareWord? Known;

    /// <summary>The word with its marks as typed or as the neighbours suggest; null where neither is known.</summary>
    public Word? Word;

    public int First;
    public int Second;
    public int Third;

    /// <summary>Index + 1 of the person found here; 0 for none.</summary>
    public int Person;

    public readonly int End => Start + Length;

    /// <summary>Whether it is this word: as typed, or possibly where the marks were left out.</summary>
    public readonly bool Is(string key, string bare) =>
        Kind == TokenKind.Word && Person == 0 && (Marked ? Word!.Key == key : Bare == bare);
}
