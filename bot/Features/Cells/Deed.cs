using System.Text.Json.Serialization.Metadata;

namespace ChiBoBot.Features.Cells;

/// <summary>Hoạt động, công trình, mô hình: something the cell did that a target may count.</summary>
internal sealed record Deed(string Id, DeedKind Kind, string Title, PartialDate Date) : ICellPart<Deed>
{
    /// <summary>How many people took part.</summary>
    public int? People { get; init; }

    /// <summary>The id of the target that counts it.</summary>
    public string? Target { get; init; }

    /// <summary>The number of the clause that counts it, from 1, where the target counts in several.</summary>
    public int? Clause { get; init; }

    public string? Note { get; init; }

    static string ICellPart<Deed>.Kind => "deed";

    static JsonTypeInfo<Deed> ICellPart<Deed>.Json => CellJson.Default.Deed;

    string ICellPart<Deed>.Key => Id;
}

internal enum DeedKind
{
    /// <summary>Hoạt động.</summary>
    Activity,

    /// <summary>Công trình, phần việc.</summary>
    Work,

    /// <summary>Mô hình học tập và làm theo.</summary>
    Model,
}
