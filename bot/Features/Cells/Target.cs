using System.Text.Json.Serialization.Metadata;

namespace ChiBoBot.Features.Cells;

/// <summary>Chỉ tiêu: a conjunction of clauses. It is met when every clause is, stretch clauses apart.</summary>
/// <param name="Resolution">The id of the resolution that sets it.</param>
/// <param name="Number">Its number in the resolution.</param>
/// <param name="Title">A few words to call it by.</param>
/// <param name="Text">The whole sentence, as members read it.</param>
internal sealed record Target(string Id, string Resolution, int Number, string Title, string Text) : ICellPart<Target>
{
    public required IReadOnlyList<Clause> Clauses { get; init; }

    /// <summary>The id of the member who looks after it.</summary>
    public string? Owner { get; init; }

    public PartialDate? Due { get; init; }

    public static string Kind => "target";

    public static JsonTypeInfo<Target> Json => CellJson.Default.Target;

    string ICellPart<Target>.Key => Id;
}

/// <summary>Vế of a target: of whom, what, how many, how often. A share is <c>count / of</c> in percent.</summary>
/// <param name="Text">The clause in words, without its number: “đảng viên hoàn thành xuất sắc nhiệm vụ”.</param>
internal sealed record Clause(string Text, Population Population, Metric Metric, Measure Measure, Comparator Comparator, decimal Threshold, Period Period)
{
    /// <summary>The grade that <see cref="Metric.GradeAtLeast"/> and <see cref="Metric.GradeIs"/> ask for.</summary>
    public Grade? Grade { get; init; }

    /// <summary>The title that <see cref="Metric.TitleAtLeast"/> asks for.</summary>
    public Title? Title { get; init; }

    /// <summary>The upper end of <see cref="Comparator.Between"/>, included.</summary>
    public decimal? UpTo { get; init; }

    /// <summary>“Phấn đấu”: missing it does not fail the target.</summary>
    public bool Stretch { get; init; }
}

/// <summary>Whom or what a clause counts.</summary>
internal enum Population
{
    /// <summary>The cell itself: one.</summary>
    Cell,

    /// <summary>Tập thể phòng.</summary>
    Units,

    /// <summary>Đảng viên.</summary>
    Members,

    /// <summary>Đảng viên and công chức who are none.</summary>
    MembersAndCivilServants,

    /// <summary>Cán bộ, công chức.</summary>
    Officials,

    /// <summary>Things done, e.g. mô hình, hoạt động, công trình.</summary>
    Activities,
}

/// <summary>What must be true of each one that is counted.</summary>
internal enum Metric
{
    /// <summary>Rated the clause's grade or better.</summary>
    GradeAtLeast,

    /// <summary>Rated exactly the clause's grade.</summary>
    GradeIs,

    /// <summary>Awarded the clause's title or a higher one.</summary>
    TitleAtLeast,

    /// <summary>No violation of discipline.</summary>
    NoViolation,

    /// <summary>Took part in studying the resolutions.</summary>
    Studied,

    /// <summary>The cell judges that it is so.</summary>
    Judged,

    /// <summary>Done at all: activities are only counted.</summary>
    Done,

    /// <summary>Came to the cell's meetings.</summary>
    Present,
}

/// <summary>Whether the threshold is a percentage of the population or a number.</summary>
internal enum Measure
{
    Share,
    Count,
}

internal enum Comparator
{
    Equal,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,

    /// <summary>From the threshold to <see cref="Clause.UpTo"/>; more is better still.</summary>
    Between,
}

/// <summary>How often a clause is asked for.</summary>
internal enum Period
{
    Year,
    Term,

    /// <summary>In each month of each year.</summary>
    Month,
}

/// <summary>Mức xếp loại, the best first.</summary>
internal enum Grade
{
    /// <summary>Hoàn thành xuất sắc nhiệm vụ.</summary>
    Excellent,

    /// <summary>Hoàn thành tốt nhiệm vụ.</summary>
    Good,

    /// <summary>Hoàn thành nhiệm vụ.</summary>
    Completed,

    /// <summary>Không hoàn thành nhiệm vụ.</summary>
    NotCompleted,
}

/// <summary>Danh hiệu thi đua, the lowest first.</summary>
internal enum Title
{
    /// <summary>Lao động tiên tiến; tập thể lao động tiên tiến.</summary>
    Advanced,

    /// <summary>Tập thể lao động xuất sắc.</summary>
    ExcellentCollective,

    /// <summary>Chiến sĩ thi đua cơ sở.</summary>
    GrassrootsFighter,
}
