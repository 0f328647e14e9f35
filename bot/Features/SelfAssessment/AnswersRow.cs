using System.Globalization;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>One section as it was saved once, <c>answers|round|member|section|revision</c>. It is only ever added: a later one stands beside it, so that no text is overwritten.</summary>
internal sealed record AnswersRow(string CellId, string Round, string Member, string Section, int Revision, IReadOnlyDictionary<string, string> Answers) : ITableRow<AnswersRow>
{
    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => KeyOf(Round, Member, Section, Revision);

    public static string KeyOf(string round, string member, string section, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"answers|{round}|{member}|{section}|{revision:D5}");

    public void Write(RowWriter row) => Texts.Write(row, Answers);

    public static AnswersRow Read(RowReader row)
    {
        var keys = row.RowKey.Split('|');
        return new(row.PartitionKey, keys[1], keys[2], keys[3], int.Parse(keys[4], CultureInfo.InvariantCulture), Texts.Read(row));
    }
}

/// <summary>What was typed and could not become the section's text, <c>kept|round|member|…</c>: kept as it is, with the reason.</summary>
/// <param name="Turn">The key of the turn that typed it: two windows may press at one moment.</param>
internal sealed record KeptRow(string CellId, string Round, string Member, DateTimeOffset At, string Section, KeptFor Reason, string Turn, IReadOnlyDictionary<string, string> Answers) : ITableRow<KeptRow>
{
    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => string.Create(CultureInfo.InvariantCulture, $"{Prefix(Round, Member)}{At.UtcTicks:D19}|{Section}|{Reason}|{Turn}");

    public static string Prefix(string round, string member) => $"kept|{round}|{member}|";

    public void Write(RowWriter row) => Texts.Write(row, Answers);

    public static KeptRow Read(RowReader row)
    {
        var keys = row.RowKey.Split('|');
        return new(
            row.PartitionKey,
            keys[1],
            keys[2],
            new DateTimeOffset(long.Parse(keys[3], CultureInfo.InvariantCulture), TimeSpan.Zero),
            keys[4],
            Enum.Parse<KeptFor>(keys[5]),
            keys[6],
            Texts.Read(row));
    }
}

/// <summary>Why a text was put aside.</summary>
internal enum KeptFor
{
    /// <summary>The sheet was handed in already.</summary>
    HandedIn,

    /// <summary>The round was closed.</summary>
    Closed,

    /// <summary>Another window saved the same field in between.</summary>
    OtherWindow,

    /// <summary>It is longer than the field takes.</summary>
    TooLong,

    /// <summary>The field was emptied: this is what stood in it.</summary>
    Emptied,
}

/// <summary>Answers as the properties of a row; a text longer than a property holds goes into several.</summary>
internal static class Texts
{
    private const int PieceLength = 30_000;

    public static void Write(RowWriter row, IReadOnlyDictionary<string, string> answers)
    {
        row.Text("Ids", string.Join(',', answers.Keys));
        foreach (var (id, text) in answers)
        {
            for (var piece = 0; piece == 0 || piece * PieceLength < text.Length; piece++)
            {
                row.Text($"A{piece}_{id}", text.Substring(piece * PieceLength, Math.Min(PieceLength, text.Length - (piece * PieceLength))));
            }
        }
    }

    public static Dictionary<string, string> Read(RowReader row)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in row.Text("Ids").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var text = "";
            for (var piece = 0; row.TextOrNull($"A{piece}_{id}") is { } part; piece++)
            {
                text += part;
            }

            answers[id] = text;
        }

        return answers;
    }
}
