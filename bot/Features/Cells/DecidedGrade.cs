using System.Globalization;
using System.Text.Json.Serialization.Metadata;

namespace ChiBoBot.Features.Cells;

/// <summary>Mức xếp loại của một năm as the authority decided it: not what somebody proposed for himself, nor what the cell voted.</summary>
internal sealed record DecidedGrade(int Year, Grade Grade) : ICellPart<DecidedGrade>
{
    /// <summary>The id of the member who is rated; null for a unit or the cell.</summary>
    public string? Member { get; init; }

    /// <summary>The name of the unit that is rated.</summary>
    public string? Unit { get; init; }

    /// <summary>The number of the decision.</summary>
    public string? Decision { get; init; }

    /// <summary>When it was decided.</summary>
    public PartialDate? Decided { get; init; }

    public Rated Whom => new(Member, Unit);

    public static string Kind => "grade";

    public static JsonTypeInfo<DecidedGrade> Json => CellJson.Default.DecidedGrade;

    string ICellPart<DecidedGrade>.Key => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}|{Whom.Key}");
}
