using System.Text.Json;
using ChiBoBot.Features.Cells;

namespace ChiBoBot.Features.Targets;

/// <summary>What a target has to do with things done.</summary>
internal static class Deeds
{
    public static bool Counts(Clause clause) => clause is { Population: Population.Activities, Metric: Metric.Done };

    /// <summary>The number of the first clause that counts things done, from 1; 0 where none does.</summary>
    public static int Clause(Target target)
    {
        for (var i = 0; i < target.Clauses.Count; i++)
        {
            if (Counts(target.Clauses[i]))
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>How many a result that was entered by hand says were done.</summary>
    public static int? Entered(Target target, Result? result) => result?.Measurements.FirstOrDefault(measured => measured.Clause == Clause(target))?.Count;

    public static string NameOf(DeedKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    public static DeedKind? KindOf(string? name)
    {
        foreach (var kind in Enum.GetValues<DeedKind>())
        {
            if (NameOf(kind) == name)
            {
                return kind;
            }
        }

        return null;
    }
}
