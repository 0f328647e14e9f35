namespace ChiBoBot.Understanding.Learning;

/// <summary>What was learned of each feature, a byte for each output that it says anything of, the features in order.</summary>
/// <param name="Scale">What one unit of a weight is worth.</param>
internal sealed record SparseWeights(float Scale, IReadOnlyList<FeatureWeights> Features)
{
    /// <summary>Rounds trained weights to a byte each and leaves out those that come to less than <paramref name="smallest"/> of 127.</summary>
    public static SparseWeights Quantise(IEnumerable<(uint Feature, List<(byte Output, double Weight)> Weights)> rows, int smallest)
    {
        var sorted = rows.OrderBy(r => r.Feature).ToList();
        var largest = 0.0;
        foreach (var (_, weights) in sorted)
        {
            foreach (var (_, weight) in weights)
            {
                largest = Math.Max(largest, Math.Abs(weight));
            }
        }

        var scale = (float)(largest / 127);
        List<FeatureWeights> features = [];
        foreach (var (feature, weights) in sorted)
        {
            List<OutputWeight> small = [];
            foreach (var (output, weight) in weights.OrderBy(w => w.Output))
            {
                var rounded = (sbyte)Math.Round(weight / scale, MidpointRounding.AwayFromZero);
                if (Math.Abs((int)rounded) >= smallest)
                {
                    small.Add(new(output, rounded));
                }
            }

            if (small.Count > 0)
            {
                features.Add(new(feature, small));
            }
        }

        return new(scale, features);
    }

    /// <summary>What each feature says for one output, where it says anything.</summary>
    public IEnumerable<(uint Feature, sbyte Weight)> Of(int output)
    {
        foreach (var (feature, weights) in Features)
        {
            foreach (var weight in weights)
            {
                if (weight.Output == output)
                {
                    yield return (feature, weight.Value);
                }
            }
        }
    }
}

/// <summary>What a feature says, by output.</summary>
internal readonly record struct FeatureWeights(uint Feature, IReadOnlyList<OutputWeight> Weights);

/// <summary>What speaks for an output, or against it.</summary>
internal readonly record struct OutputWeight(byte Output, sbyte Value);
