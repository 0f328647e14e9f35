using System.Text.Json.Serialization.Metadata;

namespace ChiBoBot.Features.Cells;

/// <summary>Đảng phí of one member, as the cell's officers recorded it: paid to the end of a month. No amounts, and no word about whoever has no record.</summary>
/// <param name="Member">The member's id: recording again overwrites.</param>
/// <param name="Until">The month.</param>
internal sealed record DuesPaid(string Member, PartialDate Until) : ICellPart<DuesPaid>
{
    /// <summary>Được miễn: nothing is to be paid after that month either.</summary>
    public bool IsFree { get; init; }

    /// <summary>The month is a month, neither a day nor a year.</summary>
    public bool HasMonth => Until is { Month: not null, Day: null };

    static string ICellPart<DuesPaid>.Kind => "dues";

    public static JsonTypeInfo<DuesPaid> Json => CellJson.Default.DuesPaid;

    string ICellPart<DuesPaid>.Key => Member;
}
