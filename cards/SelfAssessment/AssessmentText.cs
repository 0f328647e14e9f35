namespace ChiBoBot.Cards;

/// <summary>The words about rounds, sheets, grades and commitments.</summary>
public static class AssessmentText
{
    public const string Next = "Lưu, tiếp tục";
    public const string Back = "Lưu, quay lại";
    public const string Outline = "Lưu, xem toàn bản";
    public const string Later = "Để sau, sang phần kế";
    public const string HandIn = "Nộp bản này";
    public const string Withdraw = "Rút lại để sửa";
    public const string OpenSection = "Mở phần này";
    public const string WhichSection = "Phần cần mở";
    public const string ShowKept = "Nội dung được giữ";
    public const string Start = "Bắt đầu viết";
    public const string Resume = "Viết tiếp";
    public const string ReadIt = "Xem bản của tôi";
    public const string Objecting = "Gửi ý kiến khác";
    public const string ObjectText = "Nếu có ý kiến khác về kết quả xếp loại, đồng chí viết ở đây (chỉ bí thư, chi ủy đọc được)";
    public const string Required = "bắt buộc";
    public const string Empty = "(chưa viết)";
    public const string Yes = "Có";
    public const string No = "Không";

    public const string StateNone = "Chưa viết";
    public const string StateDraft = "Đang viết, chưa nộp";
    public const string StateHandedIn = "Đã nộp";
    public const string StateMissing = "Không nộp, đợt đã đóng";
    public const string Deadline = "Hạn nộp";
    public const string HandedInAt = "Nộp lúc";
    public const string SelfProposed = "Tự nhận";
    public const string Decided = "Kết quả xếp loại";
    public const string Document = "Văn bản";
    public const string Theme = "Chủ đề năm";
    public const string Objected = "Có ý kiến khác";
    public const string Commitment = "Cam kết";

    public const string NoRound = "Hiện chi bộ chưa có đợt kiểm điểm hay cam kết nào. Khi bí thư mở đợt, tôi gửi bản cần viết vào khung trò chuyện này.";
    public const string NotInRound = "Đợt này không có bản của đồng chí. Nếu chưa đúng, đồng chí báo bí thư chi bộ.";
    public const string NotYours = "Tôi chỉ mở bản tự đánh giá cho chính người viết. Bản của đồng chí khác tôi không hiển thị được.";
    public const string Gone = "Không còn thấy đợt này. Đồng chí hỏi lại để nhận thẻ mới.";
    public const string KeptNothing = "Không có nội dung nào được giữ riêng.";
    public const string KeptTitle = "Nội dung được giữ riêng, chưa nằm trong bản của đồng chí:";
    public const string PaperBegun = "Đồng chí này đã tự viết trên Teams nên tôi không nhập bản giấy đè lên; chữ vừa gõ ở đây không được ghi.";

    public const string KeptOtherWindow = "Phần này vừa được lưu ở một cửa sổ khác. Chỗ trùng nhau tôi lấy bản đồng chí vừa lưu; bản kia ở “Nội dung được giữ”.";
    public const string KeptHandedIn = "Bản này đã nộp nên chưa sửa được. Nội dung đồng chí vừa viết tôi giữ riêng, không mất; muốn đưa vào, đồng chí rút lại hoặc nhờ bí thư trả lại.";
    public const string KeptClosed = "Đợt đã đóng. Nội dung đồng chí vừa viết tôi giữ riêng, không mất; cần nộp, đồng chí nhờ bí thư trả lại bản.";
    public const string KeptTooLong = "Có ô dài quá mức. Toàn văn tôi giữ ở “Nội dung được giữ”; đồng chí rút gọn rồi lưu lại.";
    public const string KeptEmptied = "Có ô vừa bị xóa trắng. Bản trước tôi giữ ở “Nội dung được giữ”.";

    public const string RefusedHandedIn = "Bản này đã nộp rồi.";
    public const string RefusedNotHandedIn = "Chưa có bản nào được nộp.";
    public const string RefusedClosed = "Đợt đã đóng. Cần sửa hoặc nộp, đồng chí nhờ bí thư trả lại bản.";
    public const string RefusedAfterDeadline = "Đã quá hạn nên không tự rút được. Cần sửa, đồng chí nhờ bí thư trả lại bản.";
    public const string RefusedProposed = "Chi bộ đã đề xuất mức xếp loại nên bản này không đổi được nữa.";
    public const string RefusedDecided = "Cấp trên đã quyết định nên không đổi đề xuất được nữa.";
    public const string RefusedNotProposed = "Chi bộ chưa đề xuất mức xếp loại nên chưa ghi quyết định được.";
    public const string RefusedStillOpen = "Chưa nộp mà đợt còn mở nên chưa đề xuất được.";
    public const string RefusedNotDecided = "Chưa có kết quả xếp loại nên chưa có gì để nêu ý kiến.";
    public const string ObjectionEmpty = "Đồng chí viết ý kiến vào ô trước khi gửi; tối đa 2.000 ký tự.";

    public const string Missing = "Chưa bắt đầu";
    public const string Writing = "Đang viết";
    public const string Late = "Nộp sau hạn";
    public const string Reopened = "Đã trả lại";
    public const string OnPaper = "Nhập từ bản giấy";
    public const string NotReached = "Chưa gửi tới được";
    public const string NotReachedHint = "Người chưa gửi tới được là người chưa cài hoặc chưa nhắn tôi lần nào: nhờ đồng chí ấy nhắn tôi “viết tự đánh giá”, hoặc nộp bản giấy.";
    public const string Closed = "Đợt đã đóng.";
    public const string Remind = "Nhắc người chưa nộp";
    public const string Close = "Đóng đợt";
    public const string Extend = "Gia hạn";
    public const string ExtendTo = "Hoặc đổi hạn nộp (hết ngày)";
    public const string GroupHint = "Đồng chí chưa nộp nhắn riêng cho tôi “tự đánh giá của tôi” để viết.";
    public const string DeadlineOver = "Đã hết hạn nộp. Đồng chí xem rồi nhắc, gia hạn hoặc đóng đợt.";
    public const string Reopen = "Trả lại một bản";
    public const string Paper = "Nhập bản giấy";
    public const string Propose = "Đề xuất của chi bộ";
    public const string Decide = "Quyết định xếp loại";
    public const string Refresh = "Xem tiến độ";
    public const string Member = "Đảng viên";
    public const string ReopenReason = "Lý do trả lại (người viết đọc được)";
    public const string ReopenDo = "Trả lại để sửa";
    public const string ReopenMissing = "Đồng chí chọn người và ghi lý do giúp, tối đa 500 ký tự.";
    public const string PaperDo = "Bắt đầu nhập";
    public const string PaperHint = "Dùng khi một đồng chí nộp bản giấy. Bản nhập được đánh dấu là từ bản giấy.";
    public const string Find = "Tìm";
    public const string FindMember = "Tìm theo tên";
    public const string NobodyFound = "Không thấy đồng chí nào tên như vậy.";
    public const string Left = "Đã chuyển khỏi chi bộ";
    public const string Joined = "Mới về, chưa trong đợt";
    public const string AddToRound = "Thêm vào đợt";
    public const string AddedBefore = "Không còn ai mới để thêm.";
    public const string NobodyYet = "chưa có ai";
    public const string OpenChanges = "Đổi mẫu cho ai, mỗi dòng một người, ví dụ “Nguyễn Văn A: 2B” (không bắt buộc)";
    public const string NobodyToChoose = "Hiện không có ai để chọn.";

    public const string ChooseRound = "Mở đợt nào?";
    public const string OpenRound = "Mở đợt này";
    public const string OpenDeadline = "Hạn nộp (hết ngày)";
    public const string OpenTheme = "Chủ đề năm (không bắt buộc)";
    public const string OpenOwn = "Câu hỏi riêng của chi bộ, mỗi dòng một câu (không bắt buộc)";
    public const string OpenHint = "Bấm mở thì tôi gửi bản cần viết vào khung riêng của từng đồng chí. Mẫu không sửa được sau khi mở; cần sửa trước, đồng chí nhắn “sửa mẫu”.";
    public const string OpenNobody = "Không có đồng chí nào thuộc diện của đợt này.";
    public const string OpenBadDeadline = "Hạn nộp phải từ hôm nay đến hết năm sau.";
    public const string OpenTooManyQuestions = "Tối đa 5 câu hỏi riêng, mỗi câu không quá 300 ký tự; chủ đề không quá 300 ký tự.";
    public const string OwnSection = "Nội dung riêng của chi bộ";
    public const string Everybody = "các đồng chí còn lại";

    public const string RatingDay = "Ngày họp chi bộ";
    public const string RatingBase = "Số thành viên được biểu quyết";
    public const string DecisionDay = "Ngày văn bản";
    public const string DecisionNumber = "Số văn bản, ví dụ 45-QĐ/ĐU";
    public const string RatingGrade = "Mức";
    public const string RatingVotes = "Phiếu tán thành";
    public const string RatingComments = "Nhận xét của chi bộ (không bắt buộc)";
    public const string SaveProposals = "Ghi đề xuất";
    public const string SaveDecisions = "Ghi quyết định";
    public const string NextPage = "Trang sau";
    public const string PreviousPage = "Trang trước";
    public const string RatingNone = "Chưa ghi";
    public const string GradeIsDecided = "Đã có quyết định xếp loại của đồng chí";
    public const string SeeGrade = "Xếp loại của tôi";
    public const string Unsaved = "Trang này có chỗ vừa sửa mà chưa ghi. Đồng chí ghi trước; còn nếu bỏ chỗ vừa sửa thì bấm lại lần nữa.";
    public const string RatingDayWrong = "Chọn một ngày không muộn hơn hôm nay.";
    public const string RatingBaseWrong = "Số thành viên phải là số nguyên từ 1 đến số đảng viên của chi bộ.";
    public const string DecisionNumberMissing = "Ghi số văn bản giúp, tối đa 60 ký tự.";
    public const string SumsOnly = "Chỉ có tổng số; mức của từng đồng chí tôi chỉ báo riêng cho chính đồng chí ấy.";
    public const string NoGradesYet = "Chưa có kết quả xếp loại nào được quyết định.";

    public const string FlawMissing = "Ô này chưa có.";
    public const string FlawNoNumber = "Ghi một con số, ví dụ 5 hoặc 4,5.";
    public const string FlawUnknownChoice = "Chọn một trong các mức.";
    public const string FlawNoDate = "Chọn một ngày.";
    public const string FlawNoReason = "Nói rõ lý do giúp.";
    public const string FlawVague = "Nêu con số để cuối năm kiểm được, ví dụ “2 sáng kiến” hay “100% hồ sơ đúng hạn”.";

    public const string QuotaGoodOnly = "hoàn thành tốt";
    public const string QuotaGoodOrBetter = "hoàn thành tốt trở lên";
    public const string QuotaWide = "Trần áp dụng cho cả tổ chức cơ sở đảng: số trong chi bộ là phần để cân đối, cấp trên xem chung các chi bộ.";

    public static string GradeDecided(string title) =>
        $"{title}: quyết định xếp loại của đồng chí đã được ghi. Đồng chí bấm nút dưới đây để xem; nếu có ý kiến khác, đồng chí gửi ngay trên thẻ đó.";

    public static string Title(string kind, int year, int? quarter) => kind switch
    {
        "Year" => $"Kiểm điểm, tự đánh giá năm {year}",
        "HalfYear" => $"Rà soát cam kết giữa năm {year}",
        "Quarter" => $"Kiểm điểm quý {quarter}/{year}",
        _ => $"Đăng ký cam kết năm {year}",
    };

    public static string KindButton(string kind, int year, int? quarter) => kind switch
    {
        "Year" => $"Kiểm điểm năm {year}",
        "HalfYear" => $"Giữa năm {year}",
        "Quarter" => $"Quý {quarter}/{year}",
        _ => $"Cam kết năm {year}",
    };

    public static string QuarterInYear(int quarter, int year) =>
        $"Quý {quarter}/{year} không mở đợt riêng: kiểm điểm quý {quarter} gộp vào kiểm điểm năm {year}, mẫu cho cán bộ lãnh đạo có phần quý {quarter}.";

    public static string Step(int number, int count, string title) => $"Phần {number}/{count} · {title}";

    public static string PaperOf(string name) => $"Nhập từ bản giấy của đồng chí {name}";

    public static string Saved(DateTimeOffset at) => $"Đã lưu nháp lúc {VietnamTime.Clock(at)}.";

    public static string Label(string label, bool isRequired, int? most) => (isRequired, most) switch
    {
        (true, { } length) => $"{label} ({Required}, tối đa {VietnamNumbers.Count(length)} ký tự)",
        (false, { } length) => $"{label} (tối đa {VietnamNumbers.Count(length)} ký tự)",
        (true, null) => $"{label} ({Required})",
        _ => label,
    };

    public static string ScoredLabel(string label, int most) => $"{label} (0–{most} điểm)";

    public static string ReasonLabel(string answer) => $"Nếu “{answer}”: nói rõ";

    public static string TooLong(int length, int most) => $"Dài {VietnamNumbers.Count(length)}/{VietnamNumbers.Count(most)} ký tự: rút bớt {VietnamNumbers.Count(length - most)} ký tự giúp.";

    public static string TooShort(int least) => $"Ngắn quá: viết ít nhất {least} ký tự, nêu việc cụ thể.";

    public static string OutOfRange(int min, int max) => $"Ghi số từ {min} đến {max}.";

    public static string Threshold(string grade, int from) => $"{Capital(grade)}: từ {from} điểm";

    public static string ThresholdBelow(string grade, int below) => $"{Capital(grade)}: dưới {below} điểm";

    public static string ExceededTasks(string grade, int percent) => $"{Capital(grade)} còn cần từ {percent}% nhiệm vụ vượt mức.";

    public static string Points(decimal general, int generalMost, decimal tasks, int tasksMost) =>
        $"{VietnamNumbers.Number(general + tasks)}/{generalMost + tasksMost} điểm: tiêu chí chung {VietnamNumbers.Number(general)}/{generalMost}, nhiệm vụ {VietnamNumbers.Number(tasks)}/{tasksMost}";

    public static string PointsDiffer(string self, string byPoints) => $"Đồng chí tự nhận {self}; điểm tự chấm ứng với {byPoints}. Vẫn nộp được, chi bộ sẽ xem xét.";

    public static string Answered(string question, string answer) => question.EndsWith('?') ? $"{question} {answer}" : $"{question}: {answer}";

    public static string Lacking(int count) => $"còn {count} ô";

    public static string Shortened(string text, int left) => $"{text}… (còn {VietnamNumbers.Count(left)} ký tự)";

    public const string HandInUnfinished = "Chưa nộp được: phần này còn ô chưa có hoặc chưa đúng.";

    public static string HandedIn(DateTimeOffset at, bool isLate) => $"Đã nộp lúc {VietnamTime.Clock(at)}{(isLate ? " (sau hạn)" : "")}. Bản đã khóa.";

    public static string Withdrawn(DateTimeOffset deadline) => $"Đã rút lại. Nội dung còn nguyên; đồng chí sửa rồi nộp lại trước {VietnamTime.Clock(deadline)}.";

    public static string ReopenedFor(string reason) => $"Bí thư trả lại để sửa: {reason}";

    public static string ReopenedSaid(string name) => $"Đã trả lại bản của đồng chí {name}. Bản đã nộp vẫn được giữ; đồng chí ấy sửa rồi nộp lại.";

    public static string Figure(int handedIn, int total) => $"{VietnamNumbers.Ratio(handedIn, total)} đã nộp";

    public static string DeadlineIs(string title, DateTimeOffset deadline, string left) => $"{title}: hạn nộp {VietnamTime.Clock(deadline)}, {left}.";

    public static string DeadlineLine(DateTimeOffset deadline, string left) => $"Hạn nộp {VietnamTime.Clock(deadline)}, {left}.";

    public static string DaysLeft(int days) => days switch { 0 => "hạn là hôm nay", _ => $"còn {days} ngày" };

    public static string DaysOver(int days) => days switch { 0 => "vừa hết hạn hôm nay", _ => $"đã quá hạn {days} ngày" };

    public static string InTime(DateOnly day, bool isInTime) => isInTime ? $"Nộp ngày {VietnamTime.Date(day)} là trong hạn." : $"Nộp ngày {VietnamTime.Date(day)} là quá hạn.";

    public const string Extension = "Hạn trên là hạn hiện nay; bí thư gia hạn được. Quá hạn vẫn nộp được đến khi bí thư đóng đợt, và được ghi là nộp sau hạn.";

    public static string ClosedAt(string title, DateTimeOffset at) => $"{title} đã đóng lúc {VietnamTime.Clock(at)}.";

    public static string Numbers(string title, int handedIn, int total, int late) =>
        $"{title}: {Figure(handedIn, total)}, {total - handedIn} chưa nộp{(late > 0 ? $", {late} nộp sau hạn" : "")}.";

    public static string SubmissionOf(string name, bool isHandedIn) => isHandedIn ? $"Đồng chí {name} đã nộp." : $"Đồng chí {name} chưa nộp.";

    public static string NotInRoundNamed(string name) => $"Đồng chí {name} không trong đợt này.";

    /// <summary>How many, and who: at most 40 names, for a list on a card must fit a phone, and 28 KB.</summary>
    public static string People(IReadOnlyList<string> names, int most = 40) => $"{VietnamNumbers.Count(names.Count)} đồng chí: {Names(names, most)}";

    public static string Names(IReadOnlyList<string> names, int most = 40) =>
        string.Join(", ", names.Count <= most ? names : [.. names.Take(most), Others(names.Count - most)]);

    public static string AllOfThem(int count) => $"cả {VietnamNumbers.Count(count)} đồng chí chưa nộp";

    public static string Opened(string title, int people, DateTimeOffset deadline) =>
        $"Đã mở: {title}. {people} đồng chí, hạn {VietnamTime.Clock(deadline)}. Tôi gửi bản cần viết vào khung riêng của từng đồng chí.";

    public static string OpenedBefore(string title) => $"Đã mở trước đó: {title}. Mỗi đợt chỉ mở một lần.";

    public static string ClosedSaid(string title, int handedIn, int total) => $"Đã đóng: {title}. {Figure(handedIn, total)}.";

    public static string CloseAsk(int missing) => missing == 0
        ? "Mọi đồng chí đã nộp. Đóng đợt thì không ai tự rút hay sửa được nữa."
        : $"Còn {missing} đồng chí chưa nộp. Đóng đợt thì các đồng chí ấy không tự nộp được nữa; phần đang viết vẫn được giữ.";

    public static string Reminding(int count) => count == 0 ? "Mọi đồng chí đã nộp, không phải nhắc ai." : $"Tôi nhắc {count} đồng chí chưa nộp, mỗi người một tin trong khung riêng.";

    public static string RemindedAt(DateTimeOffset at) => $"Tôi vừa nhắc lúc {VietnamTime.Clock(at)}; mỗi giờ nhắc nhiều nhất một lần.";

    public const string MailHint = "Viết từng phần, nghỉ lúc nào cũng được: mỗi lần bấm là đã lưu. Chỉ đồng chí đọc được nội dung mình viết.";

    public static string DeadlineNear(DateTimeOffset deadline) => $"Sắp hết hạn nộp ({VietnamTime.Clock(deadline)}).";

    public static string GroupReminder(string title, DateTimeOffset deadline) => $"{title}: hạn nộp {VietnamTime.Clock(deadline)}.";

    public static string GroupCount(int handedIn, int total) => $"Đã nộp {handedIn}/{total} bản.";

    public static string Reminder(string title, DateTimeOffset deadline) => $"{title}: đồng chí chưa nộp. Hạn {VietnamTime.Clock(deadline)}.";

    public static string NewRound(string title, DateTimeOffset deadline) => $"{title}: có bản cần đồng chí viết, hạn {VietnamTime.Clock(deadline)}.";

    public static string FormFor(string form, string people, bool isChanged) => $"Mẫu {form}{(isChanged ? " (chi bộ đã sửa)" : "")}: {people}";

    public static string Apart(string standing) => $"Không trong đợt ({standing})";

    public static string HiddenMembers(int count) => $"Còn {VietnamNumbers.Count(count)} đồng chí không hiện ở đây: gõ tên để tìm.";

    public static string Added(IReadOnlyList<string> names) => $"Đã thêm vào đợt {People(names)}. Tôi gửi bản cần viết vào khung riêng.";

    public static string DidAddToRound(int members, string title) => $"thêm {members} đồng chí vào đợt “{title}”";

    public static string LateNow(int days) => $"Đã quá hạn{(days == 0 ? "" : $" {days} ngày")}. Vẫn nộp được đến khi bí thư đóng đợt, và được ghi là nộp sau hạn.";

    public static string ChangeUnreadable(int line) => $"Dòng {line}: viết “họ tên: mẫu”, ví dụ “Nguyễn Văn A: 2B”.";

    public static string ChangeUnknown(int line, string name) => $"Dòng {line}: không có đồng chí {name} trong diện của đợt.";

    public static string ChangeSeveral(int line, string name, IEnumerable<string> ids) => $"Dòng {line}: có nhiều đồng chí tên {name}; viết mã thay tên: {string.Join(", ", ids)}.";

    public static string ChangeNoForm(int line, IEnumerable<string> forms) => $"Dòng {line}: chọn một trong các mẫu {string.Join(", ", forms)}.";

    public static string Others(int count) => $"và {count} đồng chí khác";

    public static string Quota(int percent, string ofWhat, int rated, int most) =>
        $"Trần hoàn thành xuất sắc: {percent}% số {ofWhat}. {rated} đồng chí được xếp loại thì nhiều nhất {most}.";

    public static string QuotaOver(int excellent, int allowed, string ofWhat, int of, IReadOnlyList<string> names) =>
        $"Vượt trần: đang có {excellent} xuất sắc, mà {of} {ofWhat} thì chỉ được {allowed}. Mức xuất sắc: {Names(names)}.";

    public static string QuotaWithin(int excellent, int allowed, string ofWhat, int of) => $"Trong trần: đang có {excellent} xuất sắc; {of} {ofWhat} thì được {allowed}.";

    public static string NoMajority(int votes, int of, int percent) =>
        $"{VietnamNumbers.Ratio(votes, of)} tán thành, chưa quá {(percent == 50 ? "nửa" : $"{percent}%")} số thành viên nên chưa ghi.";

    public const string GradeMissing = "chọn mức xếp loại; chưa ghi gì cho đồng chí này.";

    public const string VotesWrong = "ghi số phiếu tán thành: số nguyên, không quá số thành viên.";

    public static string About(string name, string what) => $"Đồng chí {name}: {what}";

    public static string Self(bool isHandedIn) => isHandedIn ? "Đã tự đánh giá" : "Không nộp bản tự đánh giá";

    public static string ProposalWas(string grade, int votes, int of) => $"Chi bộ đề xuất {grade} ({VietnamNumbers.Ratio(votes, of)} phiếu)";

    public static string Recorded(int count) => count == 0 ? "Không có gì thay đổi." : $"Đã ghi {count} đồng chí.";

    public static string DocumentOf(string number, DateOnly day) => $"{number} ngày {VietnamTime.Date(day)}";

    public static string Sums(string title) => $"Kết quả xếp loại · {title}";

    public static string SelfSums(string title) => $"Mức tự nhận · {title}";

    public static string SelfLine(string counts) => $"Tự nhận: {counts}";

    public static string ProposedLine(string counts) => $"Chi bộ đề xuất: {counts}";

    public static string DecidedLine(string counts) => $"Đã quyết định: {counts}";

    public static string Count(string grade, int count) => $"{count} {grade}";

    public static string Share(int count, int of) => $"{VietnamNumbers.Ratio(count, of)} ({VietnamNumbers.Percent(count, of)})";

    public static string Rated(int count) => $"{VietnamNumbers.Count(count)} đồng chí được xếp loại";

    public static string Page(int page, int pages) => $"Trang {page}/{pages}";

    public static string Attended(int attended, int held) => $"Dự {VietnamNumbers.Ratio(attended, held)} buổi sinh hoạt đã điểm danh trong năm.";

    public static string Contributed(int remarks, int papers) => $"{remarks} lượt phát biểu, {papers} tham luận.";

    public static string Promised(string what, string measure, DateOnly due) => $"Cam kết: {what} (đo bằng: {measure}; hạn {VietnamTime.Date(due)}).\nKết quả: ";

    public static string CommitmentLine(string what, string measure, DateOnly due) => $"{what} – {measure}, trước {VietnamTime.Date(due)}";

    public static string KeptLine(string section, DateTimeOffset at, string reason) => $"{section} · {VietnamTime.Clock(at)} · {reason}";

    public static string DidOpen(string title) => $"mở đợt “{title}”";

    public static string Extended(DateTimeOffset deadline) => $"Hạn nộp nay là {VietnamTime.Clock(deadline)}.";

    public static string DidExtend(string title, DateTimeOffset deadline) => $"đổi hạn đợt “{title}” thành {VietnamTime.Clock(deadline)}";

    public static string DidErase(int texts, string title) => $"xóa {VietnamNumbers.Count(texts)} nội dung đã viết, đợt “{title}”, hết thời hạn lưu";

    public static string DidClose(string title) => $"đóng đợt “{title}”";

    public static string DidRemind(int members, string title) => $"nhắc {members} đồng chí chưa nộp, đợt “{title}”";

    public static string DidReopen(string name) => $"trả lại bản tự đánh giá của đồng chí {name}";

    public static string DidPropose(int members, string title) => $"ghi đề xuất của chi bộ về {members} đảng viên, đợt “{title}”";

    public static string DidDecide(int members, string document) => $"ghi quyết định xếp loại {members} đảng viên theo {document}";

    public static string KeptReason(string reason) => reason switch
    {
        "HandedIn" => "viết sau khi đã nộp",
        "Closed" => "viết sau khi đợt đóng",
        "OtherWindow" => "lưu ở cửa sổ khác",
        "TooLong" => "dài quá mức",
        _ => "bản trước khi xóa trắng",
    };

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
