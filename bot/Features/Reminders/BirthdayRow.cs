using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Reminders;

/// <summary>That a member wants no wishes in the group, <c>birthday|off|member</c>.</summary>
internal sealed record BirthdayRow(string CellId, string MemberId) : ITableRow<BirthdayRow>
{
    public const string Prefix = "birthday|off|";

    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => Prefix + MemberId;

    public void Write(RowWriter row)
    {
        // That it is there says everything.
    }

    public static BirthdayRow Read(RowReader row) => new(row.PartitionKey, row.RowKey[Prefix.Length..]);
}
