using ChiBoBot.Understanding.Lexicon;
using ChiBoBot.Understanding.Names;
using ChiBoBot.Understanding.Particulars;

namespace ChiBoBot.Understanding.Learning;

/// <summary>Makes the knowledge from the corpus: the vocabulary, what speaks for which intent, and what for which particular.</summary>
internal sealed class Teacher(NameIndex names, Books books)
{
    private const int IntentRounds = 40;
    private const int SlotRounds = 10;

    /// <summary>What sentences are read with is the mean of so many learnings; what only helps to learn is learned once.</summary>
    private const int Runs = 4;

    private const ulong Seed = 20260203;

    public Knowledge Teach(IReadOnlyList<Labelled> corpus)
    {
        var counter = new WordCounter(names);
        foreach (var line in corpus)
        {
            counter.Add(line);
        }

        foreach (var text in books.Texts)
        {
            counter.AddKnown(text);
        }

        var vocabulary = counter.Build();
        var reader = new PartsReader(vocabulary, books.Abbreviations, books.Phrases);
        var heads = HeadTeacher.HeadsOf(corpus);
        List<int> leaning = [];
        var stories = Stories.In(corpus, reader, names);
        var seen = See(corpus, reader, heads, leaning, stories);
        var seams = new SeamTeacher(reader, names);
        seams.Seek(corpus, LearnIntents([.. seen.Where(s => s.Weight == 1)], IntentRounds / 4));
        SeeHalves(corpus, seams, reader, seen);
        var halves = new SparseModel[2];
        Parallel.For(0, 2, half => halves[half] = LearnIntents([.. seen.Where(s => s.Line % 2 != half)], IntentRounds / 2));
        SparseModel Unseen(int line) => halves[line % 2];
        seen.AddRange(SeeLeaning(corpus, leaning, reader, Unseen));
        SparseModel? intents = null;
        SparseModel? particulars = null;
        Seams? found = null;
        Parallel.Invoke(() => intents = LearnIntents(seen, IntentRounds, Runs), () =>
        {
            particulars = LearnParticulars(seen, heads);
            found = seams.Learn(Unseen);
        });
        return new(vocabulary, books, intents!, new(heads, particulars!, new(LearnSieve(corpus, reader, heads, intents!, stories)), intents!), found!);
    }

    private static SparseModel LearnIntents(List<Seen> seen, int rounds, int runs = 1)
    {
        var shared = Shared(seen.Select(s => (s.Line, s.Features)));
        var lessons = seen.Select(s => new Lesson([.. s.Features.Where(shared.Contains).Distinct()], [new(0, (int)s.Intent)], s.Weight)).ToList();
        return SparseModel.Of(new Learner(1, _ => (0, IntentNames.Count)) { Rate = 0.4, Hidden = 68, Rounds = rounds, Runs = runs }.Learn(lessons, Seed));
    }

    private static SparseModel LearnParticulars(List<Seen> seen, List<Head> heads)
    {
        var shared = Shared(seen.Select(s => (s.Line, s.SlotFeatures)));
        var lessons = seen.Where(s => s.Answers.Length > 0).Select(s => new Lesson([.. s.SlotFeatures.Where(shared.Contains).Distinct()], s.Answers, s.Weight)).ToList();
        return SparseModel.Of(new Learner(heads.Count, g => (heads[g].First, heads[g].Outputs)) { Rate = 0.1, Hidden = 50, Rounds = SlotRounds, Smallest = 7, Runs = Runs }.Learn(lessons, Seed));
    }

    /// <summary>Learns which of the things found in a sentence its request means.</summary>
    private TiltModel LearnSieve(IReadOnlyList<Labelled> corpus, PartsReader reader, List<Head> heads, SparseModel intents, List<string> stories)
    {
        var augmenter = new Augmenter(books.Abbreviations, stories);
        var lottery = new Lottery(Seed + 2);
        var parts = new Parts();
        var features = new FeatureList();
        List<(int Line, uint[] Features, int Gold, float Weight)> seen = [];
        for (var i = 0; i < corpus.Count; i++)
        {
            var line = corpus[i];
            if (line.Also.Count == 0 && line.HasSlots)
            {
                See(i, line.Request, line.Text, 1f);
                foreach (var variant in augmenter.Variants(line.Text, lottery))
                {
                    See(i, line.Request, variant, 0.5f);
                }
            }
        }

        var shared = Shared(seen.Select(s => (s.Line, s.Features)));
        var lessons = seen.Select(s => new Lesson([.. s.Features.Where(shared.Contains).Distinct()], [new(0, s.Gold)], s.Weight)).ToList();
        return TiltModel.Of(new Learner(1, _ => (0, 2)) { Rate = 0.1, Hidden = 30, Rounds = SlotRounds, Runs = Runs }.Learn(lessons, Seed));

        void See(int at, Request request, string text, float weight)
        {
            reader.Read(text, names, parts);
            SlotReader.Prepare(parts, request.Intent);
            parts.Candidates.RemoveAll(c => !heads.Exists(h => h.Slot == c.Slot && h.Serves(request.Intent)));
            if (parts.Candidates.Count == 0)
            {
                return;
            }

            var clauses = Sieve.Clauses.Of(parts.Sentence, request.Intent, intents, stackalloc byte[Sentences.Sentence.MostTokens]);
            for (var i = 0; i < parts.Candidates.Count; i++)
            {
                features.Clear();
                Sieve.Describe(parts, i, request.Intent, clauses, features);
                seen.Add((at, features.All.ToArray(), HeadTeacher.IsMeant(parts.Candidates[i], request.Slots) ? 1 : 0, weight));
            }
        }
    }

    /// <summary>Reads every sentence and its variants.</summary>
    private List<Seen> See(IReadOnlyList<Labelled> corpus, PartsReader reader, List<Head> heads, List<int> leaning, List<string> stories)
    {
        var augmenter = new Augmenter(books.Abbreviations, stories);
        var lottery = new Lottery(Seed);
        var parts = new Parts();
        List<Seen> seen = [];
        for (var i = 0; i < corpus.Count; i++)
        {
            var line = corpus[i];
            if (line.Previous is not null)
            {
                leaning.Add(i);
                continue;
            }

            // Of two requests the halves are seen, and what surrounds a payload is no attack.
            if (line.Also.Count > 0 || Payloads.Find(line.Text) is not null)
            {
                continue;
            }

            seen.Add(SeeOne(i, line, line.Text, 1f));
            foreach (var variant in augmenter.Variants(line.Text, lottery))
            {
                seen.Add(SeeOne(i, line, variant, 0.5f));
            }
        }

        return seen;

        Seen SeeOne(int at, Labelled line, string text, float weight)
        {
            reader.Read(text, names, parts);
            var features = parts.Features.All.ToArray();
            var served = heads.Where(h => h.Serves(line.Request.Intent)).ToList();
            SlotReader.Prepare(parts, line.Request.Intent);
            List<Answer> answers = [];
            foreach (var head in !line.HasSlots ? [] : served)
            {
                if (head.Choices.Length == 1 || Candidates.AreTaken(head.Slot) && parts.Candidates.Exists(c => c.Slot == head.Slot && HeadTeacher.IsMeant(c, line.Request.Slots)))
                {
                    continue;
                }

                var gold = HeadTeacher.GoldOf(head, line.Request.Slots);
                if (gold >= 0)
                {
                    answers.Add(new(heads.IndexOf(head), gold));
                }
            }

            return new(at, features, parts.Features.All.ToArray(), line.Request.Intent, [.. answers], weight);
        }
    }

    /// <summary>Reads each half of two requests by itself, and the second as what leans on the first.</summary>
    private void SeeHalves(IReadOnlyList<Labelled> corpus, SeamTeacher seams, PartsReader reader, List<Seen> seen)
    {
        var augmenter = new Augmenter(books.Abbreviations);
        var lottery = new Lottery(Seed + 3);
        var parts = new Parts();
        foreach (var (at, before, after) in seams.Halves())
        {
            var (first, second) = (corpus[at].Request.Intent, corpus[at].Also[0].Intent);
            if (second == Intent.OutOfScope)
            {
                continue;
            }

            See(at, before, first, null, 1f);
            See(at, after, second, first, 1f);
            foreach (var variant in augmenter.Variants(before, lottery))
            {
                See(at, variant, first, null, 0.5f);
            }

            foreach (var variant in augmenter.Variants(after, lottery))
            {
                See(at, variant, second, first, 0.5f);
            }
        }

        void See(int at, string text, Intent intent, Intent? before, float weight)
        {
            reader.Read(text, names, parts);
            if (before is { } first && FollowUp.MayLean(parts.Sentence))
            {
                weight /= 2;
                seen.Add(new(at, parts.Features.All.ToArray(), [], intent, [], weight));
                FeatureReader.ReadPrevious(parts, first, parts.Features);
            }

            seen.Add(new(at, parts.Features.All.ToArray(), [], intent, [], weight));
        }
    }

    /// <summary>Reads the sentences that lean on an earlier one, and short ones that stand alone after something else.</summary>
    private List<Seen> SeeLeaning(IReadOnlyList<Labelled> corpus, List<int> leaning, PartsReader reader, Func<int, SparseModel> unseen)
    {
        var augmenter = new Augmenter(books.Abbreviations);
        var lottery = new Lottery(Seed + 1);
        var parts = new Parts();
        List<Seen> seen = [];
        foreach (var i in leaning)
        {
            var line = corpus[i];
            reader.Read(line.Previous!, names, parts);
            var previous = Likeliest(parts, unseen(i));
            See(i, line, line.Text, previous, 2f);
            foreach (var variant in augmenter.Variants(line.Text, lottery))
            {
                See(i, line, variant, previous, 1f);
            }
        }

        for (var i = 0; i < corpus.Count; i++)
        {
            var line = corpus[i];
            if (line.Previous is null && line.Also.Count == 0 && Payloads.Find(line.Text) is null)
            {
                reader.Read(line.Text, names, parts);
                if (FollowUp.MayLean(parts.Sentence))
                {
                    See(i, line, line.Text, corpus[lottery.Next(corpus.Count)].Request.Intent, 0.5f);
                    See(i, line, line.Text, corpus[lottery.Next(corpus.Count)].Request.Intent, 0.5f);
                }
            }
        }

        return seen;

        void See(int at, Labelled line, string text, Intent previous, float weight)
        {
            reader.Read(text, names, parts);
            FeatureReader.ReadPrevious(parts, previous, parts.Features);
            seen.Add(new(at, parts.Features.All.ToArray(), [], line.Request.Intent, [], weight));
        }
    }

    private static Intent Likeliest(Parts parts, SparseModel model)
    {
        Span<int> scores = stackalloc int[SparseModel.RoomFor(IntentNames.Count)];
        scores.Clear();
        model.Add(parts.Features.All, SparseModel.BlocksOf(0, IntentNames.Count), scores);

        var best = 0;
        for (var i = 1; i < IntentNames.Count; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return (Intent)best;
    }

    /// <summary>A sentence as the learners see it.</summary>
    private sealed record Seen(int Line, uint[] Features, uint[] SlotFeatures, Intent Intent, Answer[] Answers, float Weight);

    /// <summary>Only what at least two sentences of the corpus show can be learned from.</summary>
    public static HashSet<uint> Shared(IEnumerable<(int Line, uint[] Features)> seen)
    {
        var first = new Dictionary<uint, int>();
        HashSet<uint> shared = [];
        foreach (var (line, features) in seen)
        {
            foreach (var feature in features)
            {
                if (!first.TryAdd(feature, line) && first[feature] != line)
                {
                    shared.Add(feature);
                }
            }
        }

        return shared;
    }
}
