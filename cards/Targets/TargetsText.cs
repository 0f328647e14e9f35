namespace ChiBoBot.Cards;

/// <summary>What the bot says about targets.</summary>
public static class TargetsText
{
    public const string OverviewTitle = "Tổng quan chỉ tiêu";
    public const string FailuresTitle = "Vì sao chưa đạt?";
    public const string Owner = "Phụ trách";
    public const string ByYear = "Kết quả từng năm";
    public const string TermInstead = "Không có kết quả riêng của năm này; dưới đây là kết quả cả nhiệm kỳ.";
    public const string Blank = "Chi bộ chưa có nhiệm kỳ, nghị quyết hay chỉ tiêu nào trong dữ liệu của tôi. Đồng chí nhờ bí thư nhập dữ liệu của chi bộ giúp.";
    public const string NoSuchTerm = "Trong dữ liệu của tôi không có nhiệm kỳ nào ứng với thời gian đồng chí hỏi.";
    public const string NotNamed = "Sổ sách chỉ ghi con số, không ghi chỉ tiêu nào chưa đạt.";

    public const string OnlyComputed = "Đây chỉ là tính thử, không có gì được ghi.";
    public const string QuotaTitle = "Trần hoàn thành xuất sắc";
    public const string NoQuota = "Tôi chưa có quy định nào về trần hoàn thành xuất sắc cho thời gian đồng chí hỏi.";
    public const string NobodyRated = "Tôi chưa có danh sách đảng viên được xếp loại của năm nay nên chưa tính được trần xuất sắc. Đồng chí nhờ bí thư nhập dữ liệu đảng viên giúp.";

    /// <summary>What a button asks; the same words as a person would type.</summary>
    public const string AskOverview = "Tổng quan chỉ tiêu";
    public const string AskNotMet = "Chỉ tiêu nào chưa đạt?";
    public const string AskFailures = "Vì sao chưa đạt?";

    public static string AskWhy(int number) => $"Vì sao chỉ tiêu {number} không đạt?";

    public static string Status(AskedStatus status) => status switch
    {
        AskedStatus.Met => "Chỉ tiêu đạt",
        AskedStatus.NotMet => "Chỉ tiêu chưa đạt",
        AskedStatus.Failed => "Chỉ tiêu không đạt",
        AskedStatus.Exceeded => "Chỉ tiêu đạt và vượt",
        AskedStatus.NearlyMet => "Chỉ tiêu sắp đạt",
        _ => "Chỉ tiêu có nguy cơ không đạt",
    };

    /// <summary>No target has the status that was asked for.</summary>
    public static string None(AskedStatus status, string scope) => status switch
    {
        AskedStatus.Met => $"{scope}: chưa có chỉ tiêu nào đạt.",
        AskedStatus.NotMet => $"{scope}: không có chỉ tiêu nào chưa đạt.",
        AskedStatus.Failed => $"{scope}: không có chỉ tiêu nào không đạt.",
        AskedStatus.Exceeded => $"{scope}: không có chỉ tiêu nào vượt.",
        AskedStatus.NearlyMet => $"{scope}: không có chỉ tiêu nào sắp đạt.",
        _ => $"{scope}: không có chỉ tiêu nào có nguy cơ không đạt.",
    };

    public static string NothingAssessed(string scope, int targets) => $"{scope}: {targets} chỉ tiêu, chưa chỉ tiêu nào được đánh giá.";

    public static string NotAssessedYet(int count) => $"Còn {count} chỉ tiêu chưa đánh giá.";

    public static string NoTargets(string scope) => $"{scope}: chưa có chỉ tiêu nào trong dữ liệu của tôi.";

    public static string NoSuchNumber(int number, string scope, int targets) => $"{scope} không có chỉ tiêu số {number}: chỉ có {targets} chỉ tiêu.";

    public static string NoSuchWords(string hint) => $"Tôi không tìm thấy chỉ tiêu nào về “{hint}”. Đồng chí hỏi “tổng quan chỉ tiêu” để xem tất cả nhé.";

    public static string Scope(TargetBoardView board)
    {
        var terms = string.Join(", ", board.Terms.Select(term => $"{term.From}–{term.To}").Distinct());
        return board.Year is { } year ? $"Năm {year}, nhiệm kỳ {terms}" : $"Nhiệm kỳ {terms}";
    }

    public static string Running(RunningTermView term)
    {
        var open = term.Targets - term.Concluded - term.UnderWay;
        return $"Nhiệm kỳ {term.From}–{term.To}: {term.Targets} chỉ tiêu"
            + (term.Concluded > 0 ? $", {term.Concluded} đã đánh giá" : "")
            + (term.UnderWay > 0 ? $", {term.UnderWay} đang thực hiện" : "")
            + (open > 0 ? $", {open} chưa đánh giá" : "")
            + ".";
    }

    public static string Source(TargetBoardView board)
    {
        var papers = string.Join("; ", board.Resolutions.Select(Paper));
        return board.AsOf is { } asOf ? $"Nguồn: {papers}. Kết quả đến {Date(asOf)}." : $"Nguồn: {papers}.";
    }

    public static string Outcome(TargetOutcome outcome) => outcome switch
    {
        TargetOutcome.Exceeded => "đạt và vượt",
        TargetOutcome.Met => "đạt",
        TargetOutcome.NearlyMet => "sắp đạt",
        TargetOutcome.NotYet => "chưa đạt",
        TargetOutcome.AtRisk => "có nguy cơ không đạt",
        TargetOutcome.Failed => "không đạt",
        TargetOutcome.NotAssessed => "chưa đánh giá",
        _ => "không áp dụng",
    };

    /// <summary>A sign before the words, so that neither colour nor sign is alone.</summary>
    public static string Sign(TargetOutcome outcome) => outcome switch
    {
        TargetOutcome.Exceeded => "★",
        TargetOutcome.Met => "✔",
        TargetOutcome.Failed => "✘",
        TargetOutcome.AtRisk => "⚠",
        TargetOutcome.NearlyMet or TargetOutcome.NotYet => "◔",
        TargetOutcome.NotAssessed => "○",
        _ => "–",
    };

    /// <summary>“✘ Chỉ tiêu 7. Xếp loại đảng viên: không đạt”.</summary>
    public static string Line(TargetView target) => $"{Sign(target.Outcome)} Chỉ tiêu {target.Number}. {target.Title}: {Outcome(target.Outcome)}{Year(target)}";

    public static string MetOf(int met, int total) => $"{VietnamNumbers.Ratio(met, total)} chỉ tiêu đạt";

    public static string CountOf(AskedStatus status, int count, int total) => status switch
    {
        AskedStatus.Met => MetOf(count, total),
        AskedStatus.NotMet => $"{VietnamNumbers.Ratio(count, total)} chưa đạt",
        AskedStatus.Failed => $"{VietnamNumbers.Ratio(count, total)} không đạt",
        AskedStatus.Exceeded => $"{VietnamNumbers.Ratio(count, total)} vượt",
        AskedStatus.NearlyMet => $"{VietnamNumbers.Ratio(count, total)} sắp đạt",
        _ => $"{VietnamNumbers.Ratio(count, total)} có nguy cơ",
    };

    /// <summary>“4 đạt · 2 vượt · 1 không đạt”.</summary>
    public static string Counts(ResolutionView resolution) => string.Join(" · ", new[]
    {
        (TargetOutcome.Met, "đạt"),
        (TargetOutcome.Exceeded, "đạt và vượt"),
        (TargetOutcome.Failed, "không đạt"),
        (TargetOutcome.AtRisk, "có nguy cơ"),
        (TargetOutcome.NearlyMet, "sắp đạt"),
        (TargetOutcome.NotYet, "chưa đạt"),
        (TargetOutcome.NotAssessed, "chưa đánh giá"),
        (TargetOutcome.NotApplicable, "không áp dụng"),
    }.Where(kind => resolution.Count(kind.Item1) > 0).Select(kind => $"{resolution.Count(kind.Item1)} {kind.Item2}"));

    /// <summary>“■■■■■■□ 85,7%”: one box a target, at most twelve boxes.</summary>
    public static string Bar(int met, int total)
    {
        var boxes = Math.Min(total, 12);
        var full = met * boxes / total;
        return $"{new string('■', full)}{new string('□', boxes - full)} {VietnamNumbers.Percent(met, total)}";
    }

    /// <summary>“✘ 13/14 đảng viên hoàn thành tốt nhiệm vụ trở lên (92,9%) &lt; 100%: không đạt; 1/14 không hoàn thành nhiệm vụ (7,14%)”.</summary>
    /// <param name="isOver">Nothing can change it any more.</param>
    public static string Reason(ClauseView clause, bool isOver)
    {
        var stretch = clause.IsStretch ? "Phấn đấu: " : "";
        if (clause.Count is not { } count)
        {
            return $"○ {stretch}{clause.Text}, yêu cầu {Asked(clause)}: chưa có số liệu";
        }

        var month = clause.Month is { } lowest ? $" trong tháng thấp nhất ({lowest:00})" : "";
        var open = clause.Unknown > 0 ? $"; còn {clause.Unknown} chưa ghi" : "";

        var measured = clause is { IsShare: true, Of: > 0 and var of }
            ? $"{VietnamNumbers.Ratio(count, of)} {clause.Text} ({VietnamNumbers.Percent(count, of)}){month}"
            : $"{VietnamNumbers.Count(count)} {clause.Text}";
        return (clause.Holds switch
        {
            true when clause.IsSurpassed => $"★ {stretch}{measured}, yêu cầu {Asked(clause)}: vượt",
            true => $"✔ {stretch}{measured} {Sign(clause, true)}: đạt",
            false when clause.IsStretch => $"– {stretch}{measured} {Sign(clause, false)}: chưa tới mức phấn đấu",
            false => $"{(isOver ? "✘" : "◔")} {measured} {Sign(clause, false)}: {(isOver ? "không đạt" : "chưa đạt")}{Below(clause)}",
            null => $"○ {stretch}{measured}, yêu cầu {Asked(clause)}: chưa đủ số liệu",
        }) + open;
    }

    /// <summary>How much is missing, in one short sentence.</summary>
    public static string Missing(ClauseView clause)
    {
        if (clause.Needed is { } all)
        {
            return clause is { IsShare: true, Of: { } whole } ? $"Cần {VietnamNumbers.Ratio(all, whole)}." : $"Cần {VietnamNumbers.Count(all)}.";
        }

        var needed = clause.Count + clause.Missing;
        return clause is { IsShare: true, Of: { } of }
            ? $"Cần {VietnamNumbers.Ratio(needed ?? 0, of)}, còn thiếu {clause.Missing}."
            : $"Cần {VietnamNumbers.Count(needed ?? 0)}, còn thiếu {clause.Missing}.";
    }

    /// <summary>“Nếu thêm 2 đồng chí hoàn thành xuất sắc nhiệm vụ”.</summary>
    /// <param name="what">Whom or what there would be more of.</param>
    public static string If(int more, string what) => $"Nếu {(more < 0 ? "bớt" : "thêm")} {Math.Abs(more)} {what}";

    public static string MoreOf(string grade) => $"đồng chí {grade}";

    public const string MoreDeeds = "hoạt động";
    public const string MoreWorks = "công trình";
    public const string MoreModels = "mô hình";
    public const string MoreAdvanced = "đồng chí đạt lao động tiên tiến";
    public const string MoreFighters = "đồng chí là chiến sĩ thi đua cơ sở";

    public static string Untouched(string question) => $"{question} thì không chỉ tiêu nào của nhiệm kỳ đang thực hiện thay đổi.";

    public static string Change(TargetView before, TargetView after) => before.Outcome == after.Outcome
        ? $"Chỉ tiêu {after.Number}: vẫn {Outcome(after.Outcome)}"
        : $"Chỉ tiêu {after.Number}: {Outcome(before.Outcome)} → {Outcome(after.Outcome)}";

    public static string WhatIfSummary(string question, IReadOnlyList<(TargetView Before, TargetView After)> touched) =>
        $"{question}: {string.Join("; ", touched.Select(change => Change(change.Before, change.After)))}.";

    public static string Basis(string source, bool isOwn) => $"Cách đánh giá: {source}{(isOwn ? OwnRule : "")}.";

    private const string OwnRule = " (chi bộ có mức đặt riêng)";

    public static string Records((int Count, int? Of) records) =>
        $"Dữ liệu đã ghi cho số khác: {(records.Of is { } of ? $"{VietnamNumbers.Ratio(records.Count, of)} ({VietnamNumbers.Percent(records.Count, of)})" : VietnamNumbers.Count(records.Count))}. Đề nghị đối chiếu.";

    public static string ByRecords(TargetOutcome outcome) =>
        $"Kết quả trên do người nhập; tính theo dữ liệu đã ghi thì {Outcome(outcome)}.";

    /// <summary>“Tính trên 12 đảng viên được xếp loại ngày 31/12/2025; không tính 1 dự bị, 1 miễn sinh hoạt.”.</summary>
    public static string Base(CountedView of)
    {
        var left = string.Join(", ", new[]
        {
            (of.Probationary, "dự bị"),
            (of.Exempt, "miễn sinh hoạt"),
            (of.TemporaryHere, "sinh hoạt tạm thời"),
            (of.TemporaryAway, "đang sinh hoạt tạm thời nơi khác"),
            (of.Suspended, "bị đình chỉ sinh hoạt"),
            (of.OtherFunction, "không phải cán bộ, công chức"),
        }.Where(kind => kind.Item1 > 0).Select(kind => $"{kind.Item1} {kind.Item2}"));
        return $"Tính trên {of.Of} {(of.AreOfficials ? "cán bộ, công chức của chi bộ" : "đảng viên được xếp loại")} ngày {VietnamTime.Date(of.Day)}{(left.Length > 0 ? $"; không tính {left}" : "")}.";
    }

    /// <summary>“Năm 2025: ✘ không đạt; 12/14 (85,7%); 3/14 (21,4%)”.</summary>
    public static string InYear(TargetYearView year)
    {
        var numbers = string.Join("; ", year.Clauses.Where(clause => clause.Count is not null).Select(clause =>
            clause is { IsShare: true, Of: > 0 and var of } ? $"{VietnamNumbers.Ratio(clause.Count!.Value, of)} ({VietnamNumbers.Percent(clause.Count.Value, of)})" : VietnamNumbers.Count(clause.Count!.Value)));
        return $"Năm {year.Year}: {Sign(year.Outcome)} {Outcome(year.Outcome)}{(numbers.Length > 0 ? $"; {numbers}" : "")}";
    }

    public static string Clash(QuotaClashView clash) =>
        $"⚠ Chỉ tiêu {clash.Number} cần ít nhất {VietnamNumbers.Ratio(clash.Needed, clash.Rated)} đồng chí xuất sắc ({VietnamNumbers.Percent(clash.Needed, clash.Rated)}), "
        + $"nhưng trần {Cap(clash.Percent, clash.OfTheGoodOnly)} chỉ cho nhiều nhất {clash.Most} trong {clash.Rated} người. "
        + (clash.WithinTheCell ? "Trần áp dụng trong từng chi bộ." : "Trần tính trong toàn tổ chức cơ sở đảng, nên chi bộ cần thống nhất với cấp trên.");

    public static string ClashSource(QuotaClashView clash) => $"Căn cứ: {clash.Source}{(clash.IsOwn ? OwnRule : "")}.";

    public static string QuotaFigure(QuotaView quota) => $"Nhiều nhất {quota.Most}/{quota.Rated} đồng chí";

    public static string QuotaWords(QuotaView quota) =>
        $"Năm {quota.Year}: chi bộ có {quota.Rated} đảng viên được xếp loại; số hoàn thành xuất sắc không quá {Cap(quota.Percent, quota.OfTheGoodOnly)}. "
        + (quota.WithinTheCell ? "Trần áp dụng trong từng chi bộ." : "Trần tính trong toàn tổ chức cơ sở đảng; con số trên là khi chi bộ áp dụng riêng.");

    public static string QuotaSource(QuotaView quota) => $"Căn cứ: {quota.Source}{(quota.IsOwn ? OwnRule : "")}.";

    public static string QuotaSummary(QuotaView quota) => $"{QuotaTitle} năm {quota.Year}: nhiều nhất {quota.Most}/{quota.Rated} đồng chí.";

    private static string Cap(int percent, bool ofTheGoodOnly) => $"{percent}% số {(ofTheGoodOnly ? "hoàn thành tốt" : "hoàn thành tốt trở lên")}";

    public static string Stated(TargetOutcome stated) => $"Chi bộ kết luận: {Outcome(stated)}. Số liệu đã ghi cho kết quả khác; đề nghị kiểm tra lại.";

    public static string Note(string note) => $"Ghi chú: {note}";

    public static string Total(YearTotalView total) =>
        $"{VietnamNumbers.PaddedRatio(total.Met, total.Total)} chỉ tiêu {(total.Exceeded ? "đạt và vượt" : "đạt")}";

    /// <summary>Which resolutions a total sums up; all of them need no names.</summary>
    public static string Summed(YearTotalView total) =>
        total.Resolutions.Count > 1 ? $"Cả {total.Resolutions.Count} nghị quyết" : string.Concat(total.Resolutions);

    public static string Comrade(string name) => $"Đồng chí {name}";

    public static string TotalsMissed(int year, int missed) => $"Năm {year}: {missed} chỉ tiêu chưa đạt. {NotNamed}";

    public static string StatusSummary(AskedStatus status, string scope, int count, int total) => $"{scope}: {CountOf(status, count, total)}.";

    public static string OverviewSummary(string scope, int met, int total) => $"{scope}: {MetOf(met, total)}.";

    /// <summary>“Năm 2020: 08/08; năm 2021: 09/09; năm 2022: 06/07 chỉ tiêu đạt.”.</summary>
    public static string SeriesSummary(TargetBoardView board) =>
        $"{Scope(board)}: {string.Join("; ", board.Totals.Select(total => $"năm {total.Year} {VietnamNumbers.PaddedRatio(total.Met, total.Total)}"))} chỉ tiêu đạt.";

    public static string Named(IReadOnlyList<TargetView> named) => named.Count == 1
        ? $"Chỉ tiêu {named[0].Number}. {named[0].Title}"
        : $"{named.Count} chỉ tiêu đồng chí hỏi";

    public static string NamedSummary(IReadOnlyList<TargetView> named) => string.Join(". ", named.Select(Line)) + ".";

    /// <summary>“✘ Không đạt”.</summary>
    public static string Result(TargetOutcome outcome)
    {
        var words = Outcome(outcome);
        return $"{Sign(outcome)} {char.ToUpperInvariant(words[0])}{words[1..]}";
    }

    private static string Year(TargetView target) => target.Year is { } year ? $" (năm {year})" : "";

    private static string Paper(ResolutionView resolution) =>
        resolution.Number is { } number ? $"{resolution.Title} (số {number})" : resolution.Title;

    private static string Date((int Year, int? Month, int? Day) date) => date switch
    {
        (var year, { } month, { } day) => VietnamTime.Date(new DateOnly(year, month, day)),
        (var year, { } month, _) => $"tháng {month:00}/{year}",
        _ => $"năm {date.Year}",
    };

    private static string Below(ClauseView clause)
    {
        var text = "";
        if (clause is { Of: > 0 and var of })
        {
            text += clause.OnlyCompleted > 0 ? $"; {VietnamNumbers.Ratio(clause.OnlyCompleted, of)} hoàn thành nhiệm vụ ({VietnamNumbers.Percent(clause.OnlyCompleted, of)})" : "";
            text += clause.NotCompleted > 0 ? $"; {VietnamNumbers.Ratio(clause.NotCompleted, of)} không hoàn thành nhiệm vụ ({VietnamNumbers.Percent(clause.NotCompleted, of)})" : "";
        }

        return text;
    }

    /// <summary>How what was measured lies to the threshold: “&gt; 20%”, and where it is missed “&lt; 100%”.</summary>
    private static string Sign(ClauseView clause, bool holds) => (clause.Bound, holds) switch
    {
        (Bound.Equal, true) => $"= {Threshold(clause)}",
        (Bound.Equal, false) => $"{(IsAbove(clause) ? ">" : "<")} {Threshold(clause)}",
        (Bound.AtLeast or Bound.Between, true) => $"≥ {Threshold(clause)}",
        (Bound.AtLeast or Bound.Between, false) => $"< {Threshold(clause)}",
        (Bound.MoreThan, true) or (Bound.AtMost, false) => $"> {Threshold(clause)}",
        (Bound.MoreThan, false) or (Bound.AtMost, true) => $"≤ {Threshold(clause)}",
        (_, true) => $"< {Threshold(clause)}",
        _ => $"≥ {Threshold(clause)}",
    };

    /// <summary>What was asked for, in words.</summary>
    private static string Asked(ClauseView clause) => clause.Bound switch
    {
        Bound.Equal => Threshold(clause),
        Bound.AtLeast => $"ít nhất {Threshold(clause)}",
        Bound.MoreThan => $"trên {Threshold(clause)}",
        Bound.AtMost => $"không quá {Threshold(clause)}",
        Bound.LessThan => $"dưới {Threshold(clause)}",
        _ => $"{VietnamNumbers.Number(clause.Threshold)}–{VietnamNumbers.Number(clause.UpTo ?? clause.Threshold)}{Unit(clause)}",
    };

    private static bool IsAbove(ClauseView clause) =>
        clause.IsShare ? clause.Count * 100m > clause.Threshold * clause.Of : clause.Count > clause.Threshold;

    private static string Threshold(ClauseView clause) => VietnamNumbers.Number(clause.Threshold) + Unit(clause);

    private static string Unit(ClauseView clause) => clause.IsShare ? "%" : "";
}
