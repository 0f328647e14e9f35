using ChiBoBot.Understanding.Learning;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Tests.Understanding;

/// <summary>Looking up what was learned.</summary>
public sealed class LearnedTests
{
    private static readonly uint One = Hash.Of("một");
    private static readonly uint Two = Hash.Of("hai");
    private static readonly uint Three = Hash.Of("ba");
    private static readonly uint Unknown = Hash.Of("lạ");

    [Fact]
    public void What_is_kept_for_a_learned_feature_is_found_and_hardly_anything_for_another()
    {
        var lottery = new Lottery(7);
        var learned = Draw(lottery, 30_000);
        var table = new FeatureTable<int>(learned.Length);
        for (var i = 0; i < learned.Length; i++)
        {
            table.Add(learned[i], i);
        }

        var found = new int[learned.Length];

        Assert.Equal(learned.Length, table.Find(learned, found));

        // Of two that share their mark the first is found for both.
        Assert.InRange(found.Where((kept, i) => kept != i).Count(), 0, 8);
        Assert.True(table.TryFind(learned[0], out var first));
        Assert.Equal(0, first);
        Assert.InRange(table.Find(Draw(lottery, 30_000), found), 0, 30);
        Assert.False(new FeatureTable<int>(0).TryFind(learned[0], out _));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(12)]
    [InlineData(16)]
    [InlineData(18)]
    public void Few_features_have_room_too(int count)
    {
        var learned = Draw(new Lottery(11), count);
        var table = new FeatureTable<int>(count);
        foreach (var feature in learned)
        {
            table.Add(feature, 1);
        }

        Assert.All(learned, feature => Assert.True(table.TryFind(feature, out _)));
        Assert.False(table.TryFind(Unknown, out _));
    }

    [Fact]
    public void Features_together_say_what_each_says_alone_whether_they_have_many_weights_or_few()
    {
        List<(uint Feature, List<(byte Output, double Weight)> Weights)> rows =
        [
            (One, [(0, 1.27), (37, -0.5)]),
            (Two, [.. Enumerable.Range(0, 38).Select(i => ((byte)i, 0.1 + (i / 100.0)))]),
            (Three, [(5, -1.27), (6, 0.02)]),
        ];
        var model = SparseModel.Of(SparseWeights.Quantise(rows, smallest: 3));
        uint[] asked = [.. Enumerable.Repeat<uint[]>([One, Two, Three, Unknown], 100).SelectMany(f => f)];
        var scores = new int[SparseModel.RoomFor(38)];
        model.Add(asked, SparseModel.BlocksOf(0, 38), scores);

        Assert.Equal(127, model.WeightOf(One, 0));
        Assert.Equal(0, model.WeightOf(One, 1));
        Assert.Equal(47, model.WeightOf(Two, 37));
        Assert.Equal(0, model.WeightOf(Three, 6));
        Assert.Equal(0, model.WeightOf(Unknown, 0));
        Assert.Equal(100 * (127 + 10), scores[0]);
        Assert.Equal(100 * (15 - 127), scores[5]);
        Assert.Equal(100 * (47 - 50), scores[37]);

        var some = new int[SparseModel.RoomFor(38)];
        model.Add(asked, SparseModel.BlocksOf(32, 38), some);

        Assert.Equal(0, some[0]);
        Assert.Equal(scores[37], some[37]);
    }

    [Fact]
    public void What_tilts_is_what_the_second_output_has_before_the_first()
    {
        var learned = SparseWeights.Quantise([(One, [(0, -0.5), (1, 0.5)]), (Two, [(0, 1.27), (1, -1.27)])], smallest: 3);
        var tilt = TiltModel.Of(learned);

        Assert.Equal(50, tilt.Sum([One]));
        Assert.Equal(50 - 127, tilt.Sum([One, Two, Unknown]));
        Assert.Equal(learned.Scale * 2, tilt.Scale);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(27)]
    public void Many_hashes_at_once_are_those_of_each_alone(int count)
    {
        var first = Draw(new(1), count);
        var second = Draw(new(2), count);
        var joined = new uint[count];

        Hash.Join(first, second, joined);
        Assert.Equal(first.Zip(second, (f, s) => Hash.Join(f, s)), joined);

        Hash.Join(One, second, joined);
        Assert.Equal(second.Select(s => Hash.Join(One, s)), joined);

        Hash.Join(first, Two, joined);
        Assert.Equal(first.Select(f => Hash.Join(f, Two)), joined);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(38)]
    public void Probabilities_are_the_same_to_the_last_bit_however_many_are_worked_out_at_once(int count)
    {
        double[] scores = [.. Draw(new(3), count).Select(d => (d / 1e8) - 21)];
        double[] alone = [.. scores.Select(s => Arithmetic.Exp(s - scores.Max()))];
        var together = scores.ToArray();
        Arithmetic.Softmax(together);

        Assert.Equal(alone.Select(a => a / alone.Aggregate((sum, next) => sum + next)), together);
    }

    private static uint[] Draw(Lottery lottery, int count)
    {
        HashSet<uint> drawn = [];
        while (drawn.Count < count)
        {
            drawn.Add((uint)lottery.Next(int.MaxValue) * 2654435761u);
        }

        return [.. drawn];
    }
}
