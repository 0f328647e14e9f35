using System.Text;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding.Lexicon;

/// <summary>The word lists that people wrote: abbreviations and phrases.</summary>
internal sealed class Books
{
    private readonly string[] _abbreviations;
    private readonly string[] _phrases;

    private Books(string[] abbreviations, string[] phrases)
    {
        _abbreviations = abbreviations;
        _phrases = phrases;
        Abbreviations = new(abbreviations);
        Phrases = new(phrases);
    }

    public Abbreviations Abbreviations { get; }

    public PhraseBook Phrases { get; }

    /// <summary>Every text in the lists that is a word or phrase as it should be written.</summary>
    public IEnumerable<string> Texts =>
        _abbreviations.Where(IsEntry).Select(l => l.Split('\t')[1]).Concat(_phrases.Where(IsEntry).Select(l => l.Split('\t')[0]));

    /// <summary>What the executable carries.</summary>
    public static Books Load() => new(Lines("abbreviations.tsv"), Lines("phrases.tsv"));

    private static bool IsEntry(string line) => line.Length > 0 && line[0] != '#';

    private static string[] Lines(string name)
    {
        using var stream = typeof(Books).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The executable lacks {name}.");
        var text = new byte[stream.Length];
        stream.ReadExactly(text);
        return Encoding.UTF8.GetString(text).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
