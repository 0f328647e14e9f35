using ChiBoBot.Understanding.Learning;
using ChiBoBot.Understanding.Names;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding.Particulars;

/// <summary>Tells what is meant from what only stands in the story around a request: “Hôm qua giao ban sếp hỏi, chỉ tiêu 3 tới đâu rồi?” asks nothing about yesterday.</summary>
internal sealed class Sieve(TiltModel model)
{
    private const int MostClauses = 24;
    private const int ShortSentence = 6;

    public TiltModel Model { get; } = model;

    /// <summary>Gives each candidate of the sentence its score for the intent.</summary>
    public void Sift(Parts parts, Intent intent, SparseModel intents)
    {
        var candidates = parts.Candidates;
        if (candidates.Count == 0)
        {
            return;
        }

        var clauses = Clauses.Of(parts.Sentence, intent, intents, stackalloc byte[Sentence.MostTokens]);
        var features = parts.Features;
        var others = features.Count;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (IsPlain(parts, candidates[i]) && !HasRival(candidates, i))
            {
                candidates[i] = candidates[i] with { Score = 1 };
                continue;
            }

            Describe(parts, i, intent, clauses, features);
            candidates[i] = candidates[i] with { Score = Floor(parts, candidates[i], Model.Sum(features.All[others..])) };
            features.Cut(others);
        }

        KeepTogether(candidates);
        KeepNamesTogether(parts);
    }

    /// <summary>“chị Mai, anh Khang và chị Oanh” are asked about together: as much as one of them is meant, all are.</summary>
    private static void KeepNamesTogether(Parts parts)
    {
        var candidates = parts.Candidates;
        for (var first = 0; first < candidates.Count; first++)
        {
            var (end, surely) = (first + 1, false);
            while (candidates[first].Slot == "person" && end < candidates.Count && candidates[end].Slot == "person" && AreListed(parts.Sentence, candidates[end - 1].To, candidates[end].From, out var isJoined))
            {
                surely |= isJoined;
                end++;
            }

            // Two with a comma between them may be somebody who is told of and somebody who is asked about.
            if (surely || end - first > 2 || (end - first == 2 && Opens(parts.Sentence, candidates[first].From)))
            {
                var most = int.MinValue;
                for (var i = first; i < end; i++)
                {
                    most = Math.Max(most, candidates[i].Score);
                }

                for (var i = first; i < end; i++)
                {
                    candidates[i] = candidates[i] with { Score = most };
                }
            }

            first = end - 1;
        }
    }

    /// <summary>Whether only a comma, a joining word or a title stands between two names.</summary>
    /// <param name="isJoined">By a word (“và”), or by a title alone (“anh Khang chị Oanh”).</param>
    private static bool AreListed(Sentence sentence, int from, int to, out bool isJoined)
    {
        isJoined = sentence[from - 1].After == Break.None;
        for (var i = from; i < to; i++)
        {
            var joins = sentence.Bare(i) is "va" or "voi" or "lan" or "cung";
            isJoined |= joins;
            if (sentence[i].After != Break.None || !(joins || sentence.Bare(i) is "dong" or "chi" || (NameFinder.IsTitle(sentence, i) && sentence.Bare(i) != "thay")))
            {
                return false;
            }
        }

        return to > from || !isJoined;
    }

    /// <summary>“chị Mai, …”, “hai bác Phước, …”: the sentence begins with the name.</summary>
    private static bool Opens(Sentence sentence, int name)
    {
        for (var i = 0; i < name; i++)
        {
            if (!(NameFinder.IsTitle(sentence, i) || sentence.Bare(i) is "dong" or "chi" or "hai" or "ca"))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>“thứ Tư 24/3” is one day: both are meant, or neither.</summary>
    private static void KeepTogether(List<Candidate> candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            for (var j = 0; j < candidates.Count && candidates[i].Slot == "weekday"; j++)
            {
                if (candidates[j].Slot == "date" && (candidates[i].To == candidates[j].From || candidates[j].To == candidates[i].From))
                {
                    var score = Math.Max(candidates[i].Score, candidates[j].Score);
                    (candidates[i], candidates[j]) = (candidates[i] with { Score = score }, candidates[j] with { Score = score });
                }
            }
        }
    }

    /// <summary>What is plain is meant, and so is the year that stands right after a target: “chỉ tiêu 3 năm 2025”.</summary>
    private static int Floor(Parts parts, Candidate candidate, int score) =>
        IsPlain(parts, candidate) || (candidate.Slot == "period" && FollowsTarget(parts, candidate)) ? Math.Max(1, score) : score;

    /// <summary>In a few words there is no story: whom and when they name is meant.</summary>
    private static bool IsPlain(Parts parts, in Candidate candidate) =>
        parts.Sentence.Count <= ShortSentence && candidate.Slot is "person" or "period" or "date" or "weekday" or "target_no";

    /// <summary>Whether another candidate for the slot may be meant rather than this one: only then it counts how much it is.</summary>
    private static bool HasRival(List<Candidate> candidates, int index)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (i != index && candidates[i].Slot == candidates[index].Slot)
            {
                return true;
            }
        }

        return false;
    }

    private static bool FollowsTarget(Parts parts, Candidate candidate)
    {
        foreach (var other in parts.Candidates)
        {
            if (other.Slot is "target_no" or "target_hint" && other.To == candidate.From)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes what speaks for or against the candidate: which slot for which intent, its neighbours, and where it stands.</summary>
    public static void Describe(Parts parts, int index, Intent intent, in Clauses clauses, FeatureList features)
    {
        var sentence = parts.Sentence;
        var candidate = parts.Candidates[index];
        var slot = Hash.Of(candidate.Slot);
        var forIntent = Hash.Join(slot, (uint)intent + 1);
        var forFamily = Hash.Join(slot, (uint)IntentNames.FamilyOf(intent) + 101);
        Add(features, 0, slot);
        Add(features, 0, forIntent);
        Add(features, 0, forFamily);
        var value = ValueOf(candidate);
        Add(features, 1, Hash.Join(slot, value));
        Add(features, 1, Hash.Join(forIntent, value));
        if (candidate.Slot == "person")
        {
            var words = (uint)Math.Min(3, candidate.To - candidate.From);
            Add(features, 17, (words * 4) + (uint)Math.Min(3, parts.Mentions.Count));
            Add(features, 17, Hash.Join(forIntent, words));
        }
        else if (!Candidates.AreTaken(candidate.Slot))
        {
            var phrase = Phrase(sentence, candidate);
            Add(features, 16, Hash.Join(slot, phrase));
            Add(features, 16, Hash.Join(forIntent, phrase));
        }

        var clause = clauses.At(Math.Max(0, candidate.From));
        var after = (uint)Math.Min(2, clauses.Count - 1 - clause);
        var before = (uint)Math.Min(2, clause);
        var length = sentence.Count < 9 ? 0u : sentence.Count < 15 ? 1u : sentence.Count < 23 ? 2u : 3u;
        var beside = clauses.Count == 1 ? 9u : (uint)(Math.Clamp(clause - clauses.Asking, -2, 2) + 3);
        var place = (before * 3) + after;
        Add(features, 2, Hash.Join(slot, place));
        Add(features, 3, Hash.Join(slot, (length * 10) + beside));
        Add(features, 3, Hash.Join(forIntent, beside));
        Add(features, 4, (length * 10) + beside);
        Add(features, 5, Hash.Join(slot, (length * 4) + (uint)(Math.Max(0, candidate.From) * 4 / sentence.Count)));

        Add(features, 6, Hash.Join(slot, HashAt(sentence, candidate.From - 1)));
        Add(features, 7, Hash.Join(slot, HashAt(sentence, candidate.To)));
        Add(features, 8, Hash.Join(slot, HashAt(sentence, candidate.From - 2)));
        Add(features, 9, Hash.Join(slot, HashAt(sentence, candidate.To + 1)));
        Add(features, 10, Hash.Join(slot, Hash.Join(HashAt(sentence, candidate.From - 1), HashAt(sentence, candidate.To))));
        Add(features, 11, Hash.Join(forIntent, HashAt(sentence, candidate.From - 1)));
        Add(features, 12, Hash.Join(forIntent, HashAt(sentence, candidate.To)));

        var (same, later) = Rivals(parts, index);
        Add(features, 13, Hash.Join(slot, (uint)((same * 4) + later)));
        Add(features, 13, Hash.Join(forIntent, (uint)((same * 4) + later)));
        var (first, end) = clauses.Within(clause);
        Span<uint> around = stackalloc uint[Sentence.MostTokens];
        for (var i = first; i < end; i++)
        {
            around[i] = HashAt(sentence, i);
        }

        AddAll(features, 14, forFamily, around[first..Math.Clamp(candidate.From, first, end)]);
        AddAll(features, 15, forFamily, around[Math.Clamp(candidate.To, first, end)..end]);
    }

    private static void Add(FeatureList features, uint kind, uint value) => features.Add(Hash.Join(Salt(kind), value));

    private static void AddAll(FeatureList features, uint kind, uint of, ReadOnlySpan<uint> values)
    {
        var all = features.More(values.Length);
        Hash.Join(of, values, all);
        Hash.Join(Salt(kind), all, all);
    }

    private static uint Salt(uint kind) => (kind * 0x2545F491u) + 0x5BD1E995u;

    private static uint HashAt(Sentence sentence, int at) =>
        at < 0 ? 1u : at >= sentence.Count ? 2u : sentence[at].Person > 0 ? 3u : sentence[at].Kind == TokenKind.Word ? sentence[at].BareHash : 10u + (uint)sentence[at].Kind;

    private static uint Phrase(Sentence sentence, Candidate candidate)
    {
        var hash = 0u;
        for (var i = candidate.From; i < candidate.To; i++)
        {
            hash = Hash.Join(hash, HashAt(sentence, i));
        }

        return hash;
    }

    private static uint ValueOf(Candidate candidate)
    {
        if (candidate.Slot is "date" or "date_from" or "date_to" or "time" or "end_time" or "weekday" or "target_hint" or "place" or "topic" or "message" or "duty" or "value" or "unit" or "person" or "exclude" or "lead_time" or "duration" || candidate.Value is not string value)
        {
            return 1;
        }

        var colon = value.IndexOf(':', StringComparison.Ordinal);
        return Hash.Of(colon < 0 ? value : value.AsSpan(0, colon));
    }

    /// <summary>How many other candidates there are for the slot, and how many of them stand later.</summary>
    private static (int Same, int Later) Rivals(Parts parts, int index)
    {
        var own = parts.Candidates[index];
        var same = 0;
        var later = 0;
        foreach (var other in parts.Candidates)
        {
            if (other.Slot == own.Slot && other.From != own.From)
            {
                same++;
                later += other.From > own.From ? 1 : 0;
            }
        }

        return (Math.Min(same, 3), Math.Min(later, 3));
    }

    /// <summary>The clauses of a sentence, and which of them speaks loudest for the intent.</summary>
    internal readonly ref struct Clauses
    {
        private readonly ReadOnlySpan<byte> _clauseOf;
        private readonly int _tokens;

        private Clauses(ReadOnlySpan<byte> clauseOf, int tokens, int count, int asking)
        {
            _clauseOf = clauseOf;
            _tokens = tokens;
            Count = count;
            Asking = asking;
        }

        public int Count { get; }

        public int Asking { get; }

        public int At(int token) => _clauseOf[token];

        /// <summary>From which token up to another the clause is.</summary>
        public (int First, int End) Within(int clause) => (_clauseOf[.._tokens].IndexOf((byte)clause), _clauseOf[.._tokens].LastIndexOf((byte)clause) + 1);

        public static Clauses Of(Sentence sentence, Intent intent, SparseModel intents, Span<byte> clauseOf)
        {
            var count = 0;
            for (var i = 0; i < sentence.Count; i++)
            {
                clauseOf[i] = (byte)count;
                if (sentence[i].After >= Break.Comma && i + 1 < sentence.Count && count + 1 < MostClauses)
                {
                    count++;
                }
            }

            count++;
            if (count == 1)
            {
                return new(clauseOf, sentence.Count, 1, 0);
            }

            Span<int> loudness = stackalloc int[count];
            loudness.Clear();
            for (var i = 0; i < sentence.Count; i++)
            {
                ref var own = ref loudness[clauseOf[i]];
                own += FeatureReader.WordsAt(sentence, i, 1) is { } word ? Math.Max(0, intents.WeightOf(word, (int)intent)) : 0;
                own += i + 1 < sentence.Count && clauseOf[i + 1] == clauseOf[i] && FeatureReader.WordsAt(sentence, i, 2) is { } pair ? Math.Max(0, intents.WeightOf(pair, (int)intent)) : 0;
            }

            var asking = 0;
            for (var i = 1; i < count; i++)
            {
                asking = loudness[i] >= loudness[asking] ? i : asking;
            }

            return new(clauseOf, sentence.Count, count, asking);
        }
    }
}
