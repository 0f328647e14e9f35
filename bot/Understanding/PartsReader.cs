using ChiBoBot.Understanding.Dates;
using ChiBoBot.Understanding.Learning;
using ChiBoBot.Understanding.Lexicon;
using ChiBoBot.Understanding.Names;
using ChiBoBot.Understanding.Particulars;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding;

/// <summary>Takes a text apart into words, names, phrases, dates and numbers.</summary>
internal sealed class PartsReader(Vocabulary vocabulary, Abbreviations abbreviations, PhraseBook phrases)
{
    private readonly Tokenizer _tokenizer = new(vocabulary, abbreviations);
    private readonly Restorer _restorer = new(vocabulary);

    public void Read(string text, NameIndex names, Parts parts)
    {
        var sentence = parts.Sentence;
        parts.Names = names;
        parts.Payload = Payloads.Find(text);
        parts.Findings.Clear();
        _tokenizer.Read(text, names, sentence);
        sentence.Skip(Contrast.End(sentence));
        NameFinder.Find(sentence, names, parts.Mentions);
        _restorer.Restore(sentence);
        phrases.Find(sentence, parts.Hits);
        DateFinder.Find(sentence, parts.Findings);
        TimeFinder.Find(sentence, parts.Findings);
        NumberFinder.Find(sentence, parts.Findings);
        parts.SharedFindings = parts.Findings.Count;
        FeatureReader.Read(parts, parts.Features);
    }
}
