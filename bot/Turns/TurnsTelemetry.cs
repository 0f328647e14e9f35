using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ChiBoBot.Turns;

/// <summary>Counts and times turns. Carries no names, texts or ids of people.</summary>
internal static class TurnsTelemetry
{
    public const string Name = "ChiBoBot";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("chibobot.turn.work", "s", "What a turn took, also beyond its acknowledgement.");

    public static void Turn(Outcome outcome, TimeSpan elapsed)
    {
        if (Duration.Enabled)
        {
            Duration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome.ToString()));
        }
    }
}
