namespace ChiBoBot.Understanding.Sentences;

/// <summary>A word of the cell's language, e.g. “tháng”.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Key">As <see cref="WordKey"/> spells it: <c>thangS</c>.</param>
/// <param name="Count">How often the corpus has it.</param>
internal sealed record Word(int Id, string Text, string Key, BareWord Bare, int Count)
{
    public uint Hash { get; } = Sentences.Hash.Of(Key);

    /// <summary>Whether it is written otherwise than without marks.</summary>
    public bool HasMarks { get; } = Key != Bare.Text;

    /// <summary>How much its frequency speaks for it.</summary>
    public double Weight { get; } = Restorer.Logarithm(1 + (Count * 0.2));
}

/// <summary>A word without its marks, “thang”, and the words that it may be: “tháng”, “thắng”, “thang”.</summary>
internal sealed record BareWord(string Text)
{
    public uint Hash { get; } = Sentences.Hash.Of(Text);

    /// <summary>The words written so when the marks are left out, the most frequent first.</summary>
    public List<Word> Words { get; } = [];

    public int Count { get; set; }

    /// <summary>Known from the members' names only.</summary>
    public bool IsName { get; init; }

    /// <summary>The words that it may be where nothing has its marks.</summary>
    public Word[] Choices { get; private set; } = [];

    /// <summary>The same where other words have their marks: a word that exists without any, and is frequent enough, is meant without.</summary>
    public Word[] ChoicesBesideMarks { get; private set; } = [];

    /// <summary>Decides which words it may be, as all have been counted.</summary>
    public void Settle()
    {
        Choices = Words.Count > Restorer.MostChoices ? [.. Words[..Restorer.MostChoices]] : [.. Words];
        ChoicesBesideMarks = Words.Find(w => w.Key == Text && w.Count * 5 >= Count) is { } plain ? [plain] : Choices;
    }
}
