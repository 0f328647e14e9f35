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
    public void Each_learned_feature_has_its_own_place_and_hardly_any_other_has_one()
    {
        var lottery = new Lottery(7);
        var learned = Draw(lottery, 30_000);
        var table = new FeatureTable(learned.Length);
        var places = Array.ConvertAll(learned, table.Add);
        var found = new int[learned.Length];

        Assert.Equal(learned.Length, places.Distinct().Count());
        Assert.Equal(learned.Length, table.Find(learned, found));

        // Two that share their mark find the place of the first.
        Assert.InRange(found.Zip(places).Count(p => p.First != p.Second), 0, 8);
        Assert.InRange(table.Find(Draw(lottery, 30_000), found), 0, 30);
        Assert.Equal(-1, new FeatureTable(0).Find(learned[0]));
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
        var model = SparseModel.Quantise(rows, smallest: 3);
        uint[] asked = [.. Enumerable.Repeat<uint[]>([One, Two, Three, Unknown], 100).SelectMany(f => f)];
        var scores = new int[38];
        model.Add(asked, scores);

        Assert.Equal(127, model.WeightOf(One, 0));
        Assert.Equal(0, model.WeightOf(One, 1));
        Assert.Equal(47, model.WeightOf(Two, 37));
        Assert.Equal(0, model.WeightOf(Three, 6));
        Assert.Equal(0, model.WeightOf(Unknown, 0));
        Assert.Equal(100 * (127 + 10), scores[0]);
        Assert.Equal(100 * (15 - 127), scores[5]);
        Assert.Equal(100 * (47 - 50), scores[37]);
    }

    [Fact]
    public void What_tilts_is_what_the_second_output_has_before_the_first()
    {
        var learned = SparseModel.Quantise([(One, [(0, -0.5), (1, 0.5)]), (Two, [(0, 1.27), (1, -1.27)])], smallest: 3);
        var tilt = TiltModel.Of(learned);

        Assert.Equal(50, tilt.Sum([One]));
        Assert.Equal(50 - 127, tilt.Sum([One, Two, Unknown]));
        Assert.Equal(learned.Scale * 2, tilt.Scale);
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
