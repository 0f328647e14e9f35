using System.Text.Json;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Reminders;

/// <summary>A reminder that an officer has ordered, <c>reminder|id</c>: the words, to whom and where. Where the row is gone, it was called off.</summary>
/// <param name="Id">The key of the turn that ordered it.</param>
internal sealed record ReminderRow(string CellId, string Id) : ITableRow<ReminderRow>
{
    public const string Prefix = "reminder|";

    public required string Text { get; init; }

    public required Where Where { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The member who ordered it.</summary>
    public required string By { get; init; }

    public required Recipients To { get; init; }

    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => Prefix + Id;

    public void Write(RowWriter row) => row
        .Text("Text", Text)
        .Text("Where", Where.ToString())
        .Instant("At", At)
        .Text("By", By)
        .Text("To", JsonSerializer.Serialize(To, RemindersJson.Default.Recipients));

    public static ReminderRow Read(RowReader row) => new(row.PartitionKey, row.RowKey[Prefix.Length..])
    {
        Text = row.Text("Text"),
        Where = Enum.Parse<Where>(row.Text("Where")),
        At = row.Instant("At"),
        By = row.Text("By"),
        To = JsonSerializer.Deserialize(row.Text("To"), RemindersJson.Default.Recipients) ?? throw new InvalidDataException("A reminder for nobody."),
    };
}

/// <summary>Where a reminder stands.</summary>
internal enum Where
{
    /// <summary>In the cell's group, for all to see.</summary>
    Group,

    /// <summary>In each one's own chat.</summary>
    OwnChats,
}

/// <summary>Whom a reminder is for.</summary>
/// <param name="Members">The ids of those chosen; those who count when it is sent, where the audience says so by itself.</param>
internal sealed record Recipients(Circle Circle, IReadOnlyList<string> Members)
{
    /// <summary>What is waited for, where the audience is who has not done it.</summary>
    public string? About { get; init; }
}

/// <summary>The circles that a reminder may be for.</summary>
internal enum Circle
{
    All,
    Committee,
    NotSubmitted,
    NotCheckedIn,
    Person,
    Self,
}
