using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>One member's mark at one meeting, <c>mark|day|event|member</c>. Marking again overwrites, so a repeated press changes nothing; of two presses the later one counts, whichever arrives last.</summary>
/// <param name="Roll">The <see cref="RollRow.Id"/> of the roll call.</param>
internal sealed record MarkRow(string CellId, string Roll, string MemberId, Mark Mark) : ITableRow<MarkRow>
{
    public const string Prefix = "mark|";

    /// <summary>When it was pressed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The id of the member who pressed for another; null where everybody pressed for themselves.</summary>
    public string? By { get; init; }

    /// <summary>Why it was corrected after the roll call had closed.</summary>
    public string? Because { get; init; }

    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => KeyOf(Roll, MemberId);

    public static string KeyOf(string roll, string memberId) => $"{Prefix}{roll}|{memberId}";

    /// <summary>The marks of one roll call.</summary>
    public static RowRange Of(string roll) => RowRange.StartingWith($"{Prefix}{roll}|");

    /// <summary>The marks of all roll calls of these days.</summary>
    public static RowRange Of(DateOnly from, DateOnly to) => RollRow.Days(Prefix, from, to);

    public void Write(RowWriter row) => row
        .Text("Mark", Mark.ToString())
        .Instant("At", At)
        .Text("By", By)
        .Text("Because", Because);

    public static MarkRow Read(RowReader row)
    {
        var key = row.RowKey.AsSpan(Prefix.Length);
        var end = key.LastIndexOf('|');
        return new(row.PartitionKey, key[..end].ToString(), key[(end + 1)..].ToString(), Enum.Parse<Mark>(row.Text("Mark")))
        {
            At = row.Instant("At"),
            By = row.TextOrNull("By"),
            Because = row.TextOrNull("Because"),
        };
    }
}

/// <summary>How a member was at a meeting.</summary>
internal enum Mark
{
    /// <summary>Có mặt.</summary>
    Present,

    /// <summary>Đến muộn.</summary>
    Late,

    /// <summary>Vắng có lý do.</summary>
    Excused,

    /// <summary>Vắng không lý do.</summary>
    Absent,
}
