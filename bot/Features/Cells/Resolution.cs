using System.Text.Json.Serialization.Metadata;

namespace ChiBoBot.Features.Cells;

/// <summary>Nghị quyết that sets targets. Several may be in force at once.</summary>
/// <param name="Term">The id of the term that it is for.</param>
internal sealed record Resolution(string Id, string Term, string Title, PartialDate Adopted) : ICellPart<Resolution>
{
    public string? Number { get; init; }

    /// <summary>The id of the predecessor cell that adopted it; null for this cell itself.</summary>
    public string? AdoptedBy { get; init; }

    public static string Kind => "resolution";

    public static JsonTypeInfo<Resolution> Json => CellJson.Default.Resolution;

    string ICellPart<Resolution>.Key => Id;
}
