using ChiBoBot.Understanding.Dates;
using ChiBoBot.Understanding.Learning;
using ChiBoBot.Understanding.Lexicon;
using ChiBoBot.Understanding.Names;
using ChiBoBot.Understanding.Particulars;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding;

/// <summary>A sentence taken apart: its words, the phrases, names, dates and numbers in it. One is used again for the next sentence.</summary>
internal sealed class Parts
{
    public Sentence Sentence { get; } = new();

    public List<Hit> Hits { get; } = [];

    public List<Finding> Findings { get; } = [];

    public List<Mention> Mentions { get; } = [];

    /// <summary>What the words give for the intent that was last looked at.</summary>
    public List<Candidate> Candidates { get; } = [];

    public FeatureList Features { get; } = new();

    /// <summary>How many of the features the particulars look at: the rest is for the intent only.</summary>
    public int ShortFeatures { get; set; }

    /// <summary>Single words end here; pairs of words end at <see cref="PairFeatures"/>, after them comes what was found.</summary>
    public int WordFeatures { get; set; }

    public int PairFeatures { get; set; }

    /// <summary>The kind of harmful text that was found, in the words of <c>unsafe_input</c>'s <c>kind</c>.</summary>
    public string? Payload { get; set; }

    /// <summary>How many findings every intent shares; those after are of the intent that was last looked at.</summary>
    public int SharedFindings { get; set; }

    public void ForgetTexts() => Findings.RemoveRange(SharedFindings, Findings.Count - SharedFindings);

    public NameIndex Names { get; set; } = NameIndex.Empty;
}
