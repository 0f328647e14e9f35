using System.Text.Json.Serialization.Metadata;

namespace ChiBoBot.Features.Cells;

/// <summary>“8/8 chỉ tiêu”: how many targets of a year were met, where only the number is kept.</summary>
/// <param name="Resolutions">The ids of the resolutions that it sums up: more than one after a merger.</param>
internal sealed record YearTotal(string Id, int Year, int Met, int Total, IReadOnlyList<string> Resolutions) : ICellPart<YearTotal>
{
    /// <summary>“Đạt và vượt”.</summary>
    public bool Exceeded { get; init; }

    public string? Note { get; init; }

    public static string Kind => "total";

    public static JsonTypeInfo<YearTotal> Json => CellJson.Default.YearTotal;

    string ICellPart<YearTotal>.Key => Id;
}
