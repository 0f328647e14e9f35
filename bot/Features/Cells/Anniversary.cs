using System.Text.Json.Serialization.Metadata;

namespace ChiBoBot.Features.Cells;

/// <summary>Ngày kỷ niệm, every year on the same day.</summary>
internal sealed record Anniversary(string Id, int Month, int Day, string Name) : ICellPart<Anniversary>
{
    /// <summary>The year that is commemorated: the round numbers are counted from it.</summary>
    public int? Since { get; init; }

    public static string Kind => "anniversary";

    public static JsonTypeInfo<Anniversary> Json => CellJson.Default.Anniversary;

    string ICellPart<Anniversary>.Key => Id;
}
