namespace ChiBoBot.Understanding.Learning;

/// <summary>The exponential function from additions and multiplications only, so that training gives the same model on every machine.</summary>
internal static class Arithmetic
{
    private const double Ln2 = 0.693147180559945309417;

    public static double Exp(double x)
    {
        x = Math.Clamp(x, -700, 700);
        var k = Math.Floor((x / Ln2) + 0.5);
        var r = x - (k * Ln2);
        var sum = 1.0;
        for (var n = 11; n >= 1; n--)
        {
            sum = 1 + (sum * r / n);
        }

        return sum * BitConverter.Int64BitsToDouble(((long)k + 1023) << 52);
    }

    /// <summary>Turns scores into probabilities.</summary>
    public static void Softmax(Span<double> scores)
    {
        var most = double.NegativeInfinity;
        foreach (var score in scores)
        {
            most = Math.Max(most, score);
        }

        var sum = 0.0;
        foreach (ref var score in scores)
        {
            score = Exp(score - most);
            sum += score;
        }

        foreach (ref var score in scores)
        {
            score /= sum;
        }
    }
}
