using System.Text.Json;
using ChiBoBot.Cards;
using ChiBoBot.Rules;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>The steps that a cell has chosen for a kind of thing, <c>ladder|meeting</c>; where there is no such row, those of the rule pack hold.</summary>
/// <param name="Kind">One of <see cref="LadderKinds"/>.</param>
internal sealed record LadderRow(string CellId, string Kind, IReadOnlyList<LadderStep> Steps) : ITableRow<LadderRow>
{
    public const string Prefix = "ladder|";

    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => KeyOf(Kind);

    public static string KeyOf(string kind) => Prefix + kind;

    public void Write(RowWriter row) => row.Text("Steps", JsonSerializer.Serialize(Steps, LadderJson.Default.IReadOnlyListLadderStep));

    public static LadderRow Read(RowReader row) => new(
        row.PartitionKey,
        row.RowKey[Prefix.Length..],
        JsonSerializer.Deserialize(row.Text("Steps"), LadderJson.Default.IReadOnlyListLadderStep) ?? throw new InvalidDataException("A ladder without steps."));
}
