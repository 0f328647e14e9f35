using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>Nhật ký: one thing that a member changed in the cell's records, with what was there before and after. <c>audit|…</c>, the newest first.</summary>
/// <param name="Id">The turn's key.</param>
internal sealed record AuditRow(string CellId, DateTimeOffset At, string Id) : ITableRow<AuditRow>
{
    public const string Prefix = "audit|";

    /// <summary>The property by which a changed row names the entry that wrote it: as long as it does, nobody has changed the row since.</summary>
    public const string Stamp = "Audit";

    // A text property holds 32,768 characters.
    private const int PieceLength = 32_000;

    /// <summary>The id of the member who did it.</summary>
    public required string By { get; init; }

    /// <summary>What was done, in words that follow a name: “ghi kết quả chỉ tiêu 7 năm 2026”.</summary>
    public required string What { get; init; }

    public required IReadOnlyList<AuditedChange> Changes { get; init; }

    /// <summary>When it was undone; null while it stands.</summary>
    public DateTimeOffset? UndoneAt { get; init; }

    /// <summary>It undid an earlier entry, and can't be undone itself.</summary>
    public bool IsUndo { get; init; }

    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => KeyOf(At, Id);

    public static string KeyOf(DateTimeOffset at, string id) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{long.MaxValue - at.UtcTicks:D19}|{id}");

    /// <summary>The entries from one moment to another, both included.</summary>
    public static RowRange Between(DateTimeOffset from, DateTimeOffset to) => new(KeyOf(to, ""), KeyOf(from, "~"));

    public void Write(RowWriter row)
    {
        row.Text("By", By).Text("What", What).Flag("IsUndo", IsUndo).Instant("UndoneAt", UndoneAt);
        var json = JsonSerializer.Serialize(Changes, AuditJson.Default.IReadOnlyListAuditedChange);
        for (var piece = 0; piece * PieceLength < json.Length; piece++)
        {
            row.Text($"Changes{piece}", json.Substring(piece * PieceLength, Math.Min(PieceLength, json.Length - (piece * PieceLength))));
        }
    }

    public static AuditRow Read(RowReader row)
    {
        var keys = row.RowKey.Split('|');
        var by = row.Text("By");
        var what = row.Text("What");
        var isUndo = row.Flag("IsUndo");
        var undoneAt = row.InstantOrNull("UndoneAt");
        var json = new StringBuilder();
        for (var piece = 0; row.TextOrNull($"Changes{piece}") is { } text; piece++)
        {
            json.Append(text);
        }

        return new(row.PartitionKey, new DateTimeOffset(long.MaxValue - long.Parse(keys[1], CultureInfo.InvariantCulture), TimeSpan.Zero), keys[2])
        {
            By = by,
            What = what,
            IsUndo = isUndo,
            UndoneAt = undoneAt,
            Changes = JsonSerializer.Deserialize(json.ToString(), AuditJson.Default.IReadOnlyListAuditedChange) ?? [],
        };
    }
}

/// <summary>One row that an entry changed.</summary>
/// <param name="Was">The row's properties before; null for a new row.</param>
/// <param name="Is">The row's properties after; null for a row that was taken away.</param>
internal sealed record AuditedChange(string Row, string? Was, string? Is);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<AuditedChange>))]
internal sealed partial class AuditJson : JsonSerializerContext;
