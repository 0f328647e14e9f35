using System.Text.Json;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Reminders;

/// <summary>The steps that a cell has chosen for its meetings, <c>ladder|meeting</c>; where there is no such row, those of the rule pack hold.</summary>
internal sealed record LadderRow(string CellId, IReadOnlyList<LadderStep> Steps) : ITableRow<LadderRow>
{
    public const string Key = "ladder|meeting";

    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => Key;

    public void Write(RowWriter row) => row.Text("Steps", JsonSerializer.Serialize(Steps, RemindersJson.Default.IReadOnlyListLadderStep));

    public static LadderRow Read(RowReader row) => new(
        row.PartitionKey, JsonSerializer.Deserialize(row.Text("Steps"), RemindersJson.Default.IReadOnlyListLadderStep) ?? throw new InvalidDataException("A ladder without steps."));
}

/// <summary>The ladder that holds for a cell's meetings.</summary>
internal sealed class Ladders(ITables tables)
{
    public async Task<IReadOnlyList<LadderStep>> Of(string cellId, DateTimeOffset at, CancellationToken cancel) =>
        (await tables.Find<LadderRow>(cellId, LadderRow.Key, cancel))?.Row.Steps ?? MeetingReminders.RulesOn(at).Meeting;
}
