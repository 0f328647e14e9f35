using System.Diagnostics;
using System.Diagnostics.Metrics;
using ChiBoBot.Teams.InboundAuth;

namespace ChiBoBot.Teams;

/// <summary>What can be measured at the door. Kinds, outcomes and reasons only: nothing that tells who said what.</summary>
internal static class TeamsTelemetry
{
    public const string Name = "ChiBoBot";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Turns = Meter.CreateCounter<long>("chibobot.turns", "{turn}", "What arrived and was let in.");
    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>("chibobot.refused", "{request}", "What was turned away at the door.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("chibobot.turn.duration", "s", "From the request to its acknowledgement.");

    public static void Turn(string kind, string outcome, TimeSpan took)
    {
        var tags = new TagList { { "kind", kind }, { "outcome", outcome } };
        Turns.Add(1, tags);
        Duration.Record(took.TotalSeconds, tags);
    }

    public static void Refused(Refusal refusal) => Refusals.Add(1, new KeyValuePair<string, object?>("reason", refusal.Reason));
}
