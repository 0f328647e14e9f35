using System.Globalization;
using System.Text.Json.Serialization.Metadata;

namespace ChiBoBot.Features.Cells;

/// <summary>How many of those expected came to a meeting: the sum of its roll call, for targets that ask for attendance.</summary>
/// <param name="Meeting">The id of the event.</param>
internal sealed record Turnout(string Meeting, DateOnly Date, int Present, int Expected) : ICellPart<Turnout>
{
    public static string Kind => "turnout";

    public static JsonTypeInfo<Turnout> Json => CellJson.Default.Turnout;

    string ICellPart<Turnout>.Key => $"{Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}|{Meeting}";

    string ICellPart<Turnout>.Identity => Meeting;
}
