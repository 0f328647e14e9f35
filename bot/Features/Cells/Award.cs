using System.Globalization;
using System.Text.Json.Serialization.Metadata;

namespace ChiBoBot.Features.Cells;

/// <summary>Danh hiệu thi đua of a year, given to a member, a unit or the cell.</summary>
internal sealed record Award(int Year, Title Title) : ICellPart<Award>
{
    /// <summary>The id of the member who has it; null for a unit or the cell.</summary>
    public string? Member { get; init; }

    /// <summary>The name of the unit that has it.</summary>
    public string? Unit { get; init; }

    /// <summary>The number of the decision.</summary>
    public string? Decision { get; init; }

    /// <summary>When it was given.</summary>
    public PartialDate? Given { get; init; }

    public Rated Whom => new(Member, Unit);

    public static string Kind => "award";

    public static JsonTypeInfo<Award> Json => CellJson.Default.Award;

    string ICellPart<Award>.Key => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}|{Whom.Key}|{Title}");
}
