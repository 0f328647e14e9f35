using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>One contribution at a meeting, <c>spoke|day|event|member|id</c>: that somebody spoke and on what, not what was said.</summary>
/// <param name="Roll">The <see cref="RollRow.Id"/> of the meeting's roll call.</param>
/// <param name="Id">Made from the press that noted it, so that a repeat notes nothing twice.</param>
internal sealed record ContributionRow(string CellId, string Roll, string MemberId, string Id, ContributionKind Kind) : ITableRow<ContributionRow>
{
    public const string Prefix = "spoke|";

    public required DateTimeOffset At { get; init; }

    /// <summary>The id of the member who noted it.</summary>
    public required string By { get; init; }

    public string? Topic { get; init; }

    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => $"{Prefix}{Roll}|{MemberId}|{Id}";

    public static RowRange Of(string roll) => RowRange.StartingWith($"{Prefix}{roll}|");

    public static RowRange Of(DateOnly from, DateOnly to) => RollRow.Days(Prefix, from, to);

    public void Write(RowWriter row) => row
        .Text("Kind", Kind.ToString())
        .Instant("At", At)
        .Text("By", By)
        .Text("Topic", Topic);

    public static ContributionRow Read(RowReader row)
    {
        var keys = row.RowKey.Split('|');
        return new(row.PartitionKey, $"{keys[1]}|{keys[2]}", keys[3], keys[4], Enum.Parse<ContributionKind>(row.Text("Kind")))
        {
            At = row.Instant("At"),
            By = row.Text("By"),
            Topic = row.TextOrNull("Topic"),
        };
    }
}

/// <summary>How somebody contributed.</summary>
internal enum ContributionKind
{
    /// <summary>Ý kiến phát biểu.</summary>
    Remark,

    /// <summary>Tham luận.</summary>
    Paper,
}
