using System.Runtime.Intrinsics;

namespace ChiBoBot.Understanding.Learning;

/// <summary>Multinomial logistic regression with one softmax per group of outputs, learned step by step in a fixed order. At each step it sees only a part of the features, so that none is leant on alone.</summary>
internal sealed class Learner(int groupCount, Func<int, (int First, int Size)> outputsOf)
{
    private const double Settled = 1e-3;

    /// <summary>The steps of the last round are a tenth of the first's: what single sentences pull apart settles.</summary>
    private const double Slowing = 0.9;

    private readonly Dictionary<ulong, int> _blocks = [];
    private readonly List<(uint Feature, int Group, int At)> _order = [];
    private int _used;

    /// <summary>How far a step of the first round goes.</summary>
    public required double Rate { get; init; }

    /// <summary>How many of a hundred features a step does not see.</summary>
    public required int Hidden { get; init; }

    public required int Rounds { get; init; }

    /// <summary>How many times over it is learned; the mean counts.</summary>
    public int Runs { get; init; } = 1;

    /// <summary>A weight that comes to less, the largest being 127, is left out.</summary>
    public int Smallest { get; init; } = 3;

    /// <summary>Learns from the lessons what each feature says: each time over in another order and from other parts.</summary>
    public SparseWeights Learn(IReadOnlyList<Lesson> lessons, ulong seed)
    {
        var blocks = new int[lessons.Count][][];
        for (var i = 0; i < lessons.Count; i++)
        {
            blocks[i] = Array.ConvertAll(lessons[i].Answers, answer => Array.ConvertAll(lessons[i].Features, f => BlockOf(f, answer.Group)));
        }

        var runs = new float[Runs][];
        Parallel.For(0, Runs, run => runs[run] = LearnOnce(lessons, blocks, new Lottery(seed + (ulong)run)));
        var weights = new float[_used];
        foreach (var run in runs)
        {
            Add(run, weights);
        }

        var rows = new Dictionary<uint, List<(byte, double)>>();
        foreach (var (feature, group, at) in _order)
        {
            if (!rows.TryGetValue(feature, out var row))
            {
                rows.Add(feature, row = []);
            }

            var (first, size) = outputsOf(group);
            for (var k = 0; k < size; k++)
            {
                row.Add((checked((byte)(first + k)), weights[at + k] / Runs));
            }
        }

        return SparseWeights.Quantise(rows.Select(r => (r.Key, r.Value)), Smallest);
    }

    private float[] LearnOnce(IReadOnlyList<Lesson> lessons, int[][][] blocks, Lottery lottery)
    {
        var weights = new float[_used];
        var order = Enumerable.Range(0, lessons.Count).ToArray();
        var seen = new int[lessons.Select(lesson => lesson.Features.Length).DefaultIfEmpty().Max()];
        for (var round = 0; round < Rounds; round++)
        {
            lottery.Shuffle(order);
            var rate = (float)(Rate * (1 - (Slowing * round / Rounds)));
            foreach (var at in order)
            {
                for (var i = 0; i < lessons[at].Answers.Length; i++)
                {
                    Step(weights, Seen(blocks[at][i], seen, lottery), lessons[at].Answers[i], lessons[at].Weight * rate);
                }
            }
        }

        return weights;
    }

    private ReadOnlySpan<int> Seen(int[] blocks, int[] seen, Lottery lottery)
    {
        var count = 0;
        foreach (var block in blocks)
        {
            seen[count] = block;
            count += lottery.Hits(Hidden) ? 0 : 1;
        }

        return seen.AsSpan(0, count);
    }

    private void Step(float[] weights, ReadOnlySpan<int> blocks, Answer answer, float rate)
    {
        var size = outputsOf(answer.Group).Size;
        Span<float> sums = stackalloc float[size];
        foreach (var block in blocks)
        {
            Add(weights.AsSpan(block, size), sums);
        }

        Span<double> scores = stackalloc double[size];
        for (var k = 0; k < size; k++)
        {
            scores[k] = sums[k];
        }

        Arithmetic.Softmax(scores);
        scores[answer.Gold] -= 1;

        // Most outputs are as good as settled after the first rounds: only the others move.
        Span<float> steps = sums;
        var moves = false;
        for (var k = 0; k < size; k++)
        {
            steps[k] = Math.Abs(scores[k]) > Settled ? -((float)scores[k] * rate) : 0;
            moves |= steps[k] != 0;
        }

        foreach (var block in moves ? blocks : [])
        {
            Add(steps, weights.AsSpan(block, size));
        }
    }

    private static void Add(ReadOnlySpan<float> some, Span<float> sums)
    {
        var k = 0;
        for (; k + Vector256<float>.Count <= some.Length; k += Vector256<float>.Count)
        {
            (Vector256.Create(sums[k..]) + Vector256.Create(some[k..])).CopyTo(sums[k..]);
        }

        for (; k < some.Length; k++)
        {
            sums[k] += some[k];
        }
    }

    private int BlockOf(uint feature, int group)
    {
        var key = ((ulong)feature * (ulong)groupCount) + (ulong)group;
        if (!_blocks.TryGetValue(key, out var at))
        {
            var size = outputsOf(group).Size;
            at = _used;
            _used += size;
            _blocks.Add(key, at);
            _order.Add((feature, group, at));
        }

        return at;
    }
}

/// <summary>A training sentence: what is seen of it and what is right for each group of outputs that it says something about.</summary>
internal sealed record Lesson(uint[] Features, Answer[] Answers, float Weight);

/// <summary>The right output of a group, counted from the group's first.</summary>
internal readonly record struct Answer(int Group, int Gold);
