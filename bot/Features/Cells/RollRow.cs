using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>Điểm danh of one meeting, <c>roll|day|event</c>: since when it is open and until when. Who was there lies in <see cref="MarkRow"/>s beside it, so that presses never meet here.</summary>
/// <param name="Meeting">The meeting as it was when the roll call was opened; it isn't moved any more from then on.</param>
internal sealed partial record RollRow(string CellId, Event Meeting) : ITableRow<RollRow>
{
    public const string Prefix = "roll|";

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The id of the member who opened it.</summary>
    public required string OpenedBy { get; init; }

    /// <summary>Who comes from then on is late; null for a meeting without an hour.</summary>
    public DateTimeOffset? LateFrom { get; init; }

    /// <summary>It closes by itself then.</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Who closed it by hand.</summary>
    public string? ClosedBy { get; init; }

    /// <summary>Why it was opened once more.</summary>
    public string? ReopenedBecause { get; init; }

    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => Prefix + Id;

    /// <summary>What cards call it by: <c>day|event</c>.</summary>
    public string Id => IdOf(Meeting);

    public bool IsOpen(DateTimeOffset at) => ClosedAt is null && at < ClosesAt;

    public static string IdOf(Event meeting) => $"{Day(meeting.Date)}|{meeting.Id}";

    /// <summary>Whether a card's data may be such an id: a client can change all of it.</summary>
    public static bool IsId(string id) => IdForm().IsMatch(id);

    /// <summary>The roll calls of these days.</summary>
    public static RowRange Of(DateOnly from, DateOnly to) => Days(Prefix, from, to);

    internal static RowRange Days(string prefix, DateOnly from, DateOnly to) =>
        new(prefix + Day(from), to == DateOnly.MaxValue ? RowRange.StartingWith(prefix).Below : prefix + Day(to.AddDays(1)));

    public void Write(RowWriter row) => row
        .Text("Meeting", JsonSerializer.Serialize(Meeting, CellJson.Default.Event))
        .Instant("OpenedAt", OpenedAt)
        .Text("OpenedBy", OpenedBy)
        .Instant("LateFrom", LateFrom)
        .Instant("ClosesAt", ClosesAt)
        .Instant("ClosedAt", ClosedAt)
        .Text("ClosedBy", ClosedBy)
        .Text("ReopenedBecause", ReopenedBecause);

    public static RollRow Read(RowReader row) => new(
        row.PartitionKey,
        JsonSerializer.Deserialize(row.Text("Meeting"), CellJson.Default.Event) ?? throw new InvalidDataException("A roll call names no meeting."))
    {
        OpenedAt = row.Instant("OpenedAt"),
        OpenedBy = row.Text("OpenedBy"),
        LateFrom = row.InstantOrNull("LateFrom"),
        ClosesAt = row.Instant("ClosesAt"),
        ClosedAt = row.InstantOrNull("ClosedAt"),
        ClosedBy = row.TextOrNull("ClosedBy"),
        ReopenedBecause = row.TextOrNull("ReopenedBecause"),
    };

    private static string Day(DateOnly day) => day.ToString(RowWriter.DayFormat, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A\d{4}-\d\d-\d\d\|[A-Za-z0-9._-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdForm();
}
