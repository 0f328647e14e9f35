using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Attendance;

/// <summary>Nhắc phát biểu: that the cell has it, <c>nudge|cell</c>, or that a member doesn't want it, <c>nudge|off|member</c>. Without the cell's row nobody is nudged.</summary>
/// <param name="MemberId">Null for the cell's.</param>
internal sealed record NudgeRow(string CellId, string? MemberId) : ITableRow<NudgeRow>
{
    private const string Off = "nudge|off|";

    /// <summary>The cell's: who has not spoken at so many meetings, one after another, is nudged.</summary>
    public int Meetings { get; init; }

    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => KeyOf(MemberId);

    public static string KeyOf(string? memberId) => memberId is null ? "nudge|cell" : Off + memberId;

    public void Write(RowWriter row) => row.Number("Meetings", Meetings);

    public static NudgeRow Read(RowReader row) =>
        new(row.PartitionKey, row.RowKey.StartsWith(Off, StringComparison.Ordinal) ? row.RowKey[Off.Length..] : null) { Meetings = row.Number("Meetings") };
}
