using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>One member's mark at one meeting, <c>mark|day|event|member</c>. Marking again overwrites, so a repeated press changes nothing; of two presses the later one counts, whichever arrives last.</summary>
/// <param name="Roll">The <see cref="RollRow.Id"/> of the roll call.</param>
internal sealed record MarkRow(string CellId, string Roll, string MemberId, Mark Mark) : ITableRow<MarkRow>
{
    public const string Prefix = "mark|";

    // Teams delivers again within half a minute; nobody changes their mind more often than that meanwhile.
    private const int PressesKept = 16;
    private const int LettersOfAPress = 12;

    /// <summary>When it was pressed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The id of the member who pressed for another; null where everybody pressed for themselves.</summary>
    public string? By { get; init; }

    /// <summary>Why it was corrected after the roll call had closed.</summary>
    public string? Because { get; init; }

    /// <summary>
    /// The member's own presses that made this mark and those before it, the last ones first. They stand in the row that they change anyway, rather than as an <c>InboxRow</c> each:
    /// that would be another page to write for every press, when hundreds press at once.
    /// </summary>
    public string Presses { get; init; } = "";

    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => KeyOf(Roll, MemberId);

    public static string KeyOf(string roll, string memberId) => $"{Prefix}{roll}|{memberId}";

    /// <summary>The marks of one roll call.</summary>
    public static RowRange Of(string roll) => RowRange.StartingWith($"{Prefix}{roll}|");

    /// <summary>The marks of all roll calls of these days.</summary>
    public static RowRange Of(DateOnly from, DateOnly to) => RollRow.Days(Prefix, from, to);

    /// <summary>Whether this press, named by its turn's key, is a repeat of one that was carried out.</summary>
    public bool Knows(string press)
    {
        for (var at = 0; at < Presses.Length; at += LettersOfAPress)
        {
            if (Presses.AsSpan(at).StartsWith(NameOf(press), StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>This mark as the press makes it, in place of the one that stood; it knows what that one knew.</summary>
    public MarkRow MadeBy(string press, MarkRow? stood)
    {
        var before = (stood?.Presses).AsSpan();
        return this with { Presses = string.Concat(NameOf(press), before[..Math.Min(before.Length, (PressesKept - 1) * LettersOfAPress)]) };
    }

    public void Write(RowWriter row) => row
        .Text("Mark", Mark.ToString())
        .Instant("At", At)
        .Text("By", By)
        .Text("Because", Because)
        .Text("Presses", Presses.Length == 0 ? null : Presses);

    public static MarkRow Read(RowReader row)
    {
        var key = row.RowKey.AsSpan(Prefix.Length);
        var end = key.LastIndexOf('|');
        return new(row.PartitionKey, key[..end].ToString(), key[(end + 1)..].ToString(), Enum.Parse<Mark>(row.Text("Mark")))
        {
            At = row.Instant("At"),
            By = row.TextOrNull("By"),
            Because = row.TextOrNull("Because"),
            Presses = row.TextOrNull("Presses") ?? "",
        };
    }

    private static ReadOnlySpan<char> NameOf(string press) => press.AsSpan(0, LettersOfAPress);
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
