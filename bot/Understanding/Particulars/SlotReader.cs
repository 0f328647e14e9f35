using System.Runtime.InteropServices;
using ChiBoBot.Understanding.Learning;

namespace ChiBoBot.Understanding.Particulars;

/// <summary>Reads the particulars of a request: what the words give, as far as what was learned trusts it, and what was learned where the words only hint.</summary>
internal sealed class SlotReader(IReadOnlyList<Head> heads, SparseModel model, Sieve sieve, SparseModel intents)
{
    private readonly Head[][] _byIntent = Array.ConvertAll(Enum.GetValues<Intent>(), i => heads.Where(h => h.Serves(i)).ToArray());

    public IReadOnlyList<Head> Heads { get; } = heads;

    public SparseModel Model { get; } = model;

    public Sieve Sieve { get; } = sieve;

    private readonly int _outputs = heads.Sum(h => h.Outputs);

    // For each intent which blocks of the model's outputs its particulars need.
    private readonly uint[] _blocks = Array.ConvertAll(Enum.GetValues<Intent>(), i => BlocksOf(i, heads));

    public bool MayCarry(Intent intent, string slot) => Serves(_byIntent[(int)intent], slot);

    public Slots Read(Parts parts, Intent intent)
    {
        var served = _byIntent[(int)intent];
        if (served.Length == 0)
        {
            return Slots.None;
        }

        Prepare(parts, intent);
        Span<int> scores = stackalloc int[SparseModel.RoomFor(_outputs)];
        scores.Clear();
        Model.Add(parts.Features.All, _blocks[(int)intent], scores);

        Keep(parts.Candidates, served);
        Sieve.Sift(parts, intent, intents);
        Candidates.TakeBack(parts, intent);
        var slots = new Slots();
        foreach (var head in served)
        {
            if (head.IsTaken && Candidates.Find(parts, head.Slot) is { } candidate)
            {
                slots.Add(head.Slot, candidate);
                continue;
            }

            // “mấy giờ, ở đâu”, “hoàn thành tốt và xuất sắc”: several things asked at once.
            if (head.Slot is "field" or "grade" && Candidates.Find(parts, head.Slot) is string[] several)
            {
                slots.Add(head.Slot, several);
                continue;
            }

            if (Choose(head, scores.Slice(head.First, head.Outputs), parts, intent) is > 0 and var best)
            {
                slots.Add(head.Slot, Values.Read(head.Choices[best]));
            }
        }

        if (intent == Intent.CmdSendReminder && slots.Has("person") && slots.Text("person") != "self")
        {
            slots.Set("audience", "person");
        }

        if (slots.Text("person") is { } person && person != "self" && Candidates.IsAmbiguous(parts))
        {
            slots.Add("ambiguous", true);
        }

        return slots;
    }

    private static uint BlocksOf(Intent intent, IReadOnlyList<Head> heads)
    {
        var blocks = 0u;
        foreach (var head in heads)
        {
            blocks |= head.Serves(intent) ? SparseModel.BlocksOf(head.First, head.First + head.Outputs) : 0;
        }

        return blocks;
    }

    private static bool Serves(Head[] served, string slot)
    {
        foreach (var head in served)
        {
            if (head.Slot == slot)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes out what the intent doesn't carry.</summary>
    private static void Keep(List<Candidate> candidates, Head[] served)
    {
        var kept = 0;
        foreach (ref readonly var candidate in CollectionsMarshal.AsSpan(candidates))
        {
            if (Serves(served, candidate.Slot))
            {
                candidates[kept++] = candidate;
            }
        }

        candidates.RemoveRange(kept, candidates.Count - kept);
    }

    /// <summary>“họp định kỳ”, “chuyên đề”: a kind of meeting that is named is meant unless much speaks against it.</summary>
    private const float NamedPlainly = 3;

    private static bool IsNamed(string slot, string value) => slot == "event_type" && value is not ("branch" or "activity" or "committee");

    /// <summary>The choice that what was learned of the whole sentence and of the phrases in it speak for together; 0 for none.</summary>
    private int Choose(Head head, ReadOnlySpan<int> learned, Parts parts, Intent intent)
    {
        // “ai phụ trách chỉ tiêu 3” says nothing of how it stands, “tạo cuộc họp đột xuất” nothing of the day.
        var mustBeSpoken = (intent == Intent.TargetFailDetail && head.Slot == "status") || (IntentNames.IsCommand(intent) && head.Slot == "period");
        if (!Candidates.Has(parts, head.Slot))
        {
            return mustBeSpoken ? 0 : Largest(learned);
        }

        var best = 0;
        var most = 0f;
        for (var i = 1; i < learned.Length; i++)
        {
            var spoken = Candidates.ScoreOf(parts, head.Slot, head.Choices[i]);
            if (spoken is null && mustBeSpoken)
            {
                continue;
            }

            var sum = ((learned[i] - learned[0]) * Model.Scale) + ((spoken ?? 0) * Sieve.Model.Scale) + (spoken is not null && IsNamed(head.Slot, head.Choices[i]) ? NamedPlainly : 0);
            (best, most) = sum > most ? (i, sum) : (best, most);
        }

        return best;
    }

    /// <summary>Where the largest stands, the first of several.</summary>
    private static int Largest(ReadOnlySpan<int> learned)
    {
        var best = 0;
        for (var i = 1; i < learned.Length; i++)
        {
            best = learned[i] > learned[best] ? i : best;
        }

        return best;
    }

    /// <summary>Finds what only this intent's particulars need and writes the features that they look at.</summary>
    public static void Prepare(Parts parts, Intent intent)
    {
        var features = parts.Features;
        features.Cut(parts.ShortFeatures);
        parts.ForgetTexts();
        TextFinder.Find(parts, intent);
        Candidates.Gather(parts);
        FeatureReader.AddOfIntent(features.All[..parts.WordFeatures], intent, features);
        FeatureReader.AddOfIntent(features.All[parts.PairFeatures..parts.ShortFeatures], intent, features);
    }
}
