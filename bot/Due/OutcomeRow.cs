using ChiBoBot.Storage;

namespace ChiBoBot.Due;

/// <summary>What became of a due thing, <c>outcome|kind|key</c> beside its plan. Only sweepers write it, and each by the tag it has read: so one of them sends.</summary>
/// <param name="PlanId">The plan that this is about; a later plan is not touched by it.</param>
internal sealed record OutcomeRow(string CellId, string Kind, string Key, string PlanId, DueState State, DateTimeOffset At) : ITableRow<OutcomeRow>
{
    public const string Prefix = "outcome|";

    /// <summary>Failed tries of this plan.</summary>
    public int Tries { get; init; }

    /// <summary>So many messages may stand for it of which Teams never said anything, the one that is just being posted among them. The first is posted once more, the second is not.</summary>
    public int Unsure { get; init; }

    /// <summary>While <see cref="DueState.Posting"/> or <see cref="DueState.Renewing"/>: whoever does it has given up by then or is gone. While <see cref="DueState.Waiting"/>: not before.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>A message stands for it, or may.</summary>
    public bool MayStand { get; init; }

    public string? ConversationId { get; init; }

    public string? MessageId { get; init; }

    /// <summary>Why it was dropped or failed: a word or Teams' code.</summary>
    public string? Reason { get; init; }

    public static string Table => "Cells";

    public string PartitionKey => CellId;

    public string RowKey => KeyOf(Kind, Key);

    public static string KeyOf(string kind, string key) => $"{Prefix}{kind}|{key}";

    public void Write(RowWriter row) => row
        .Text("Kind", Kind)
        .Text("Key", Key)
        .Text("PlanId", PlanId)
        .Text("State", State.ToString())
        .Instant("At", At)
        .Number("Tries", Tries)
        .Number("Unsure", Unsure)
        .Instant("Until", Until)
        .Flag("MayStand", MayStand)
        .Text("ConversationId", ConversationId)
        .Text("MessageId", MessageId)
        .Text("Reason", Reason);

    public static OutcomeRow Read(RowReader row) => new(
        row.PartitionKey, row.Text("Kind"), row.Text("Key"), row.Text("PlanId"), Enum.Parse<DueState>(row.Text("State")), row.Instant("At"))
    {
        Tries = row.Number("Tries"),
        Unsure = row.NumberOrNull("Unsure") ?? 0,
        Until = row.InstantOrNull("Until"),
        MayStand = row.Flag("MayStand"),
        ConversationId = row.TextOrNull("ConversationId"),
        MessageId = row.TextOrNull("MessageId"),
        Reason = row.TextOrNull("Reason"),
    };
}

/// <summary>How far a due thing has come.</summary>
internal enum DueState
{
    /// <summary>A try failed; another will be made.</summary>
    Waiting,

    /// <summary>A sweeper has sent the message off and waits for Teams' answer. Where that sweeper is gone, nobody knows whether it arrived.</summary>
    Posting,

    /// <summary>A sweeper is changing the message that stands; that can be done again.</summary>
    Renewing,

    /// <summary>The message stands in Teams.</summary>
    Sent,

    /// <summary>Done without a message.</summary>
    Done,

    /// <summary>There was nothing to do any more.</summary>
    Dropped,

    /// <summary>It was posted twice, and Teams answered neither time. It isn't posted again unless somebody says so.</summary>
    Unknown,

    /// <summary>The bot isn't installed there.</summary>
    NotInstalled,

    /// <summary>The person blocked the bot.</summary>
    Blocked,

    /// <summary>The conversation or the message is gone.</summary>
    Gone,

    /// <summary>Teams refuses it, or it failed however often it was tried.</summary>
    Failed,
}
