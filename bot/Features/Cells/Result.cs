using System.Globalization;
using System.Text.Json.Serialization.Metadata;

namespace ChiBoBot.Features.Cells;

/// <summary>What came of a target, in a year or over the whole term, as the cell concluded it.</summary>
/// <param name="Target">The id of the target.</param>
internal sealed record Result(string Target, ResultStatus Status) : ICellPart<Result>
{
    /// <summary>The year it is for; null for the whole term.</summary>
    public int? Year { get; init; }

    /// <summary>What was measured, clause by clause.</summary>
    public IReadOnlyList<Measurement> Measurements { get; init; } = [];

    /// <summary>How many got which grade, where the target is about grades.</summary>
    public GradeCounts? Grades { get; init; }

    /// <summary>When the cell concluded it.</summary>
    public PartialDate? Concluded { get; init; }

    public string? Note { get; init; }

    public static string Kind => "result";

    public static JsonTypeInfo<Result> Json => CellJson.Default.Result;

    string ICellPart<Result>.Key => $"{Target}|{Year?.ToString(CultureInfo.InvariantCulture) ?? "term"}";
}

/// <summary>How a target stands.</summary>
internal enum ResultStatus
{
    /// <summary>Đạt.</summary>
    Met,

    /// <summary>Đạt và vượt.</summary>
    Exceeded,

    /// <summary>Không đạt.</summary>
    Failed,

    /// <summary>Đang thực hiện.</summary>
    InProgress,

    /// <summary>Chưa đánh giá.</summary>
    NotAssessed,

    /// <summary>Không áp dụng.</summary>
    NotApplicable,
}

/// <summary>What was measured for one clause: <paramref name="Count"/> of <see cref="Of"/>, or a count alone.</summary>
/// <param name="Clause">The clause's number in its target, from 1.</param>
internal sealed record Measurement(int Clause, int Count)
{
    public int? Of { get; init; }
}

/// <summary>How many got which grade.</summary>
internal sealed record GradeCounts(int Excellent, int Good, int Completed, int NotCompleted);
