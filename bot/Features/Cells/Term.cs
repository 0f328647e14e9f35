using System.Text.Json.Serialization.Metadata;

namespace ChiBoBot.Features.Cells;

/// <summary>Nhiệm kỳ, from one congress to the next. Terms may overlap, e.g. after a merger.</summary>
internal sealed record Term(string Id, PartialDate From, PartialDate To) : ICellPart<Term>
{
    /// <summary>“Lần thứ III”.</summary>
    public int? Ordinal { get; init; }

    public static string Kind => "term";

    public static JsonTypeInfo<Term> Json => CellJson.Default.Term;

    string ICellPart<Term>.Key => Id;
}
