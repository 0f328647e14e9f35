using ChiBoBot.Understanding.Learning;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding.Particulars;

/// <summary>Reads the particulars of a request: what the words give, as far as what was learned trusts it, and what was learned where the words only hint.</summary>
internal sealed class SlotReader(IReadOnlyList<Head> heads, SparseModel model)
{
    private readonly Head[][] _byIntent = [.. Enum.GetValues<Intent>().Select(i => heads.Where(h => h.Serves(i)).ToArray())];

    public IReadOnlyList<Head> Heads { get; } = heads;

    public SparseModel Model { get; } = model;

    private readonly int _outputs = heads.Sum(h => h.Choices.Length);

    public bool MayCarry(Intent intent, string slot) => Array.Exists(_byIntent[(int)intent], h => h.Slot == slot);

    public Slots Read(Parts parts, Intent intent)
    {
        var served = _byIntent[(int)intent];
        if (served.Length == 0)
        {
            return Slots.None;
        }

        Prepare(parts, intent, served);
        Span<int> scores = stackalloc int[_outputs];
        scores.Clear();
        foreach (var feature in parts.Features.All)
        {
            Model.Add(feature, scores);
        }

        var slots = new Slots();
        foreach (var head in served)
        {
            var own = scores.Slice(head.First, head.Choices.Length);
            var candidate = Candidates.AreTaken(head.Slot) ? Candidates.Find(parts, head.Slot) : null;
            var best = 0;
            for (var i = 1; i < own.Length; i++)
            {
                if (own[i] > own[best] && (head.Choices[i] != Head.AsFound || candidate is not null))
                {
                    best = i;
                }
            }

            if (best > 0)
            {
                slots.Add(head.Slot, head.Choices[best] == Head.AsFound ? candidate! : Values.Read(head.Choices[best]));
            }
        }

        if (slots.Text("person") is { } person && person != "self" && Candidates.IsAmbiguous(parts))
        {
            slots.Add("ambiguous", true);
        }

        return slots;
    }

    /// <summary>Finds what only this intent's particulars need and writes the features that they look at.</summary>
    public static void Prepare(Parts parts, Intent intent, IReadOnlyList<Head> served)
    {
        var features = parts.Features;
        features.Cut(parts.ShortFeatures);
        parts.ForgetTexts();
        TextFinder.Find(parts, intent);
        foreach (var head in served)
        {
            if (Candidates.AreTaken(head.Slot))
            {
                var slot = Hash.Of(head.Slot);
                features.Add(FeatureReader.Of(Candidates.Find(parts, head.Slot) is null ? FeatureReader.Kind.CandidateMissing : FeatureReader.Kind.Candidate, slot));
            }
        }

        var shared = features.Count;
        for (var i = 0; i < shared; i++)
        {
            features.Add(FeatureReader.Of(FeatureReader.Kind.OfIntent, Hash.Join(features.All[i], (uint)intent + 1)));
        }
    }
}
