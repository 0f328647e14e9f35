using System.Runtime.Intrinsics;

namespace ChiBoBot.Understanding.Learning;

/// <summary>The exponential function from additions and multiplications only, so that training gives the same model on every machine.</summary>
internal static class Arithmetic
{
    private const double Ln2 = 0.693147180559945309417;

    /// <summary>One over each number: a division takes as long as four multiplications.</summary>
    private static readonly double[] Over = [0, 1, 1 / 2.0, 1 / 3.0, 1 / 4.0, 1 / 5.0, 1 / 6.0, 1 / 7.0, 1 / 8.0, 1 / 9.0, 1 / 10.0, 1 / 11.0];

    public static double Exp(double x)
    {
        x = Math.Clamp(x, -700, 700);
        var k = Math.Floor((x / Ln2) + 0.5);
        var r = x - (k * Ln2);
        var sum = 1.0;
        for (var n = Over.Length - 1; n >= 1; n--)
        {
            sum = 1 + (sum * r * Over[n]);
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

        // Several at once or one by one: each goes through the same steps. The sum is always taken in order.
        var i = 0;
        for (; i + Vector256<double>.Count <= scores.Length; i += Vector256<double>.Count)
        {
            var several = scores.Slice(i, Vector256<double>.Count);
            Exp(Vector256.Create<double>(several) - Vector256.Create(most)).CopyTo(several);
        }

        for (; i < scores.Length; i++)
        {
            scores[i] = Exp(scores[i] - most);
        }

        var sum = 0.0;
        foreach (var score in scores)
        {
            sum += score;
        }

        foreach (ref var score in scores)
        {
            score /= sum;
        }
    }

    private static Vector256<double> Exp(Vector256<double> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-700.0)), Vector256.Create(700.0));
        var k = Vector256.Floor((x / Ln2) + Vector256.Create(0.5));
        var r = x - (k * Ln2);
        var sum = Vector256.Create(1.0);
        for (var n = Over.Length - 1; n >= 1; n--)
        {
            sum = Vector256.Create(1.0) + (sum * r * Over[n]);
        }

        return sum * ((Vector256.ConvertToInt64(k) + Vector256.Create(1023L)) << 52).AsDouble();
    }
}
