using ChiBoBot.Rules;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>The result of a vote as the meeting counted it, <c>vote|day|event|id</c>, with the base that it is read against. The bot records it; it never runs a ballot.</summary>
/// <param name="Roll">The <see cref="RollRow.Id"/> of the meeting's roll call.</param>
/// <param name="Base">Số thành viên when it was recorded.</param>
internal sealed record VoteRow(string CellId, string Roll, string Id, string Question, Threshold Threshold, int Base) : ITableRow<VoteRow>
{
    public const string Prefix = "vote|";

    public required int Agreed { get; init; }

    public required int Disagreed { get; init; }

    public required int Abstained { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The id of the member who recorded it.</summary>
    public required string By { get; init; }

    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => $"{Prefix}{Roll}|{Id}";

    public static RowRange Of(string roll) => RowRange.StartingWith($"{Prefix}{roll}|");

    /// <summary>Whether enough of the whole number agreed; who was absent counts as who did not agree.</summary>
    public bool IsAdopted(VoteRules rules) => Threshold == Threshold.Majority
        ? Agreed * rules.MoreThan.Whole > Base * rules.MoreThan.Of
        : Agreed * rules.AtLeast.Whole >= Base * rules.AtLeast.Of;

    public void Write(RowWriter row) => row
        .Text("Question", Question)
        .Text("Threshold", Threshold.ToString())
        .Number("Base", Base)
        .Number("Agreed", Agreed)
        .Number("Disagreed", Disagreed)
        .Number("Abstained", Abstained)
        .Instant("At", At)
        .Text("By", By);

    public static VoteRow Read(RowReader row)
    {
        var keys = row.RowKey.Split('|');
        return new(row.PartitionKey, $"{keys[1]}|{keys[2]}", keys[3], row.Text("Question"), Enum.Parse<Threshold>(row.Text("Threshold")), row.Number("Base"))
        {
            Agreed = row.Number("Agreed"),
            Disagreed = row.Number("Disagreed"),
            Abstained = row.Number("Abstained"),
            At = row.Instant("At"),
            By = row.Text("By"),
        };
    }
}

/// <summary>What it takes to adopt something.</summary>
internal enum Threshold
{
    /// <summary>More than half: resolutions.</summary>
    Majority,

    /// <summary>Two thirds: kết nạp, công nhận chính thức, xóa tên, khai trừ.</summary>
    TwoThirds,
}
