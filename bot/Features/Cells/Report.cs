using ChiBoBot.Cards;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Cells;

/// <summary>Báo cáo: what the records of a feature say of a time, as a table that can be had as a file.</summary>
internal interface IReport
{
    /// <summary>As sentences name it, e.g. <c>attendance</c>.</summary>
    string Name { get; }

    /// <summary>Who gets it must be allowed this.</summary>
    Act Act { get; }

    /// <summary>The table; null where the records hold nothing to write.</summary>
    Task<Report?> Make(ReportAsked asked, CancellationToken cancel);
}

/// <summary>Which report is meant: the particulars of the sentence on its day, and until when records are looked at.</summary>
internal sealed record ReportAsked(string CellId, Slots Slots, DateOnly Day, DateTimeOffset At);

/// <summary>A table with what stands around it.</summary>
/// <param name="File">The file's name, without its ending.</param>
/// <param name="Sums">Its numbers in short: a card says them before the file is made.</param>
internal sealed record Report(string Title, string File, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<Fact> Sums, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>What stands below the table.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What stands in the file, where it is not what stands in most of its kind.</summary>
    public string? What { get; init; }

    /// <summary>What is said of a filter that was asked for and can't be done.</summary>
    public string? Hint { get; init; }

    /// <summary>The id of the round that it is about.</summary>
    public string? Round { get; init; }

    public Workbook Book(string sheet, string cell, DateTimeOffset at) => new(sheet, [[.. Columns.Select(column => column.Heading)], .. Rows], [.. Columns.Select(column => column.Width)])
    {
        Above = [cell, Title],
        Below = [.. Sums.Select(sum => ReportText.Sum(sum.Title, sum.Value)), .. Notes, ReportText.WrittenAt(at)],
        IsWide = true,
    };
}
