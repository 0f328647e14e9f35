using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Reminders;

/// <summary>That a member wants no reminders in the own chat, <c>quiet|member</c>: until a day, or until they say otherwise.</summary>
internal sealed record PauseRow(string CellId, string MemberId) : ITableRow<PauseRow>
{
    public const string Prefix = "quiet|";

    /// <summary>The first day on which they want them again; null for until further notice.</summary>
    public DateOnly? Until { get; init; }

    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => Prefix + MemberId;

    public bool Holds(DateOnly day) => Until is not { } until || day < until;

    public void Write(RowWriter row) => row.Day("Until", Until);

    public static PauseRow Read(RowReader row) => new(row.PartitionKey, row.RowKey[Prefix.Length..]) { Until = row.DayOrNull("Until") };
}
