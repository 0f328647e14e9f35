namespace ChiBoBot.Cards;

/// <summary>Clauses in words: as a line that can be edited, and as they were understood.</summary>
public static class ClauseText
{
    public const string Stretch = "phấn đấu";
    public const string NoNumber = "thiếu con số phải đạt, ví dụ 100% hoặc ít nhất 10.";
    public const string WrongNumber = "con số chưa đúng: tỷ lệ không quá 100%, và số sau không nhỏ hơn số trước.";
    public const string NoWords = "thiếu phần tính cho ai, việc gì, ví dụ “đảng viên hoàn thành tốt nhiệm vụ trở lên”.";
    public const string ShareOfActivities = "hoạt động, công trình, mô hình thì tính số lượng, không tính phần trăm.";

    /// <summary>“phấn đấu trên 15% cán bộ, công chức là chiến sĩ thi đua cơ sở mỗi năm”.</summary>
    public static string Line(string text, bool isShare, Bound bound, decimal threshold, decimal? upTo, bool isStretch, string period) =>
        $"{(isStretch ? Stretch + " " : "")}{Asked(isShare, bound, threshold, upTo)} {text} {Period(period)}";

    public static string Asked(bool isShare, Bound bound, decimal threshold, decimal? upTo)
    {
        var unit = isShare ? "%" : "";
        var number = VietnamNumbers.Number(threshold).Replace(".", "", StringComparison.Ordinal) + unit;
        return bound switch
        {
            Bound.Equal => $"đủ {number}",
            Bound.AtLeast => $"ít nhất {number}",
            Bound.MoreThan => $"trên {number}",
            Bound.AtMost => $"không quá {number}",
            Bound.LessThan => $"dưới {number}",
            _ => $"từ {VietnamNumbers.Number(threshold).Replace(".", "", StringComparison.Ordinal)} đến {VietnamNumbers.Number(upTo ?? threshold).Replace(".", "", StringComparison.Ordinal)}{unit}",
        };
    }

    /// <summary>“Vế 1. Đảng viên · xếp loại từ hoàn thành tốt · đủ 100% · mỗi năm”.</summary>
    public static string Explained(int number, string text, string population, string metric, string? level, string asked, bool isStretch, string period) =>
        $"Vế {number}. {Population(population)} · {Metric(metric, level, text)} · {asked} · {Period(period)}{(isStretch ? " · phấn đấu, không bắt buộc" : "")}";

    private static string Population(string name) => name switch
    {
        "Cell" => "Chi bộ",
        "Units" => "Tập thể phòng",
        "Members" => "Đảng viên",
        "MembersAndCivilServants" => "Đảng viên, công chức",
        "Officials" => "Cán bộ, công chức",
        _ => "Số lượng",
    };

    private static string Metric(string name, string? level, string text) => name switch
    {
        "GradeAtLeast" => $"xếp loại từ {Level(level)} trở lên",
        "GradeIs" => $"xếp loại {Level(level)}",
        "TitleAtLeast" => $"danh hiệu từ {Level(level)} trở lên",
        "NoViolation" => "không vi phạm",
        "Studied" => "học nghị quyết",
        "Present" => "dự sinh hoạt",
        _ => text,
    };

    private static string Level(string? name) => name switch
    {
        "Excellent" => "hoàn thành xuất sắc",
        "Good" => "hoàn thành tốt",
        "Completed" => "hoàn thành",
        "NotCompleted" => "không hoàn thành",
        "Advanced" => "lao động tiên tiến",
        "ExcellentCollective" => "tập thể lao động xuất sắc",
        _ => "chiến sĩ thi đua cơ sở",
    };

    private static string Period(string name) => name switch
    {
        "Year" => "mỗi năm",
        "Month" => "mỗi tháng",
        _ => "trong nhiệm kỳ",
    };
}
