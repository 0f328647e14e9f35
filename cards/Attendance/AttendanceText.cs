namespace ChiBoBot.Cards;

/// <summary>What the bot says about roll calls, absences and contributions.</summary>
public static class AttendanceText
{
    public const string Title = "Điểm danh";
    public const string OpenTitle = "Mở điểm danh";
    public const string ReopenTitle = "Mở lại điểm danh";
    public const string DeskTitle = "Bảng điểm danh của thư ký";
    public const string AbsenceTitle = "Xin vắng";
    public const string DecideTitle = "Đơn xin vắng";
    public const string VoteTitle = "Ghi kết quả biểu quyết";
    public const string SpokeTitle = "Ghi phát biểu";
    public const string OwnTitle = "Dự họp của đồng chí";
    public const string Meeting = "Cuộc họp";
    public const string When = "Thời gian";
    public const string Place = "Địa điểm";
    public const string Group = "Đăng vào";
    public const string Called = "Triệu tập";
    public const string LateFrom = "Tính đến muộn";
    public const string Closes = "Tự đóng";
    public const string Present = "Có mặt";
    public const string Late = "Đến muộn";
    public const string Excused = "Vắng có lý do";
    public const string Absent = "Vắng không lý do";
    public const string NotMarked = "Chưa điểm danh";
    public const string Guests = "Ngoài số triệu tập";
    public const string AskAbsence = "Xin vắng";
    public const string ComingTitle = "Báo dự họp";
    public const string WillCome = "Tôi sẽ dự";
    public const string NotSure = "Chưa chắc dự được";
    public const string Send = "Gửi đơn";
    public const string Approve = "Đồng ý";
    public const string Decline = "Không đồng ý";
    public const string Withdraw = "Rút đơn";
    public const string DoOpen = "Mở điểm danh";
    public const string DoReopen = "Mở lại";
    public const string Close = "Đóng điểm danh";
    public const string Write = "Ghi cho người đã chọn";
    public const string AllBut = "Tất cả có mặt, trừ người đã chọn";
    public const string Refresh = "Làm mới";
    public const string ToVote = "Biểu quyết…";
    public const string ToSpoke = "Phát biểu…";
    public const string ToDesk = "Bảng điểm danh";
    public const string WriteVote = "Ghi kết quả";
    public const string WriteSpoke = "Ghi";
    public const string Who = "Đồng chí";
    public const string As = "Ghi là";
    public const string Reason = "Lý do";
    public const string Because = "Lý do sửa (bắt buộc khi đã đóng)";
    public const string ReopenBecause = "Vì sao mở lại?";
    public const string NoteTitle = "Ghi chú";
    public const string NoteLabel = "Ghi chú (không bắt buộc; không ghi chi tiết về sức khỏe)";
    public const string Question = "Nội dung biểu quyết";
    public const string Threshold = "Mức thông qua";
    public const string Base = "Số thành viên";
    public const string Majority = "Trên một nửa";
    public const string TwoThirds = "Từ hai phần ba";
    public const string Agreed = "Tán thành";
    public const string Disagreed = "Không tán thành";
    public const string Abstained = "Ý kiến khác";
    public const string Kind = "Hình thức";
    public const string Remark = "Ý kiến phát biểu";
    public const string Paper = "Tham luận";
    public const string Topic = "Về việc gì (không bắt buộc)";
    public const string Asker = "Người xin vắng";
    public const string Decision = "Kết quả";
    public const string CommitteeOnly = "Lý do chỉ chi ủy xem được.";
    public const string NoGroup = "Chi bộ chưa gắn với nhóm Teams nào nên không có thẻ chung; thư ký ghi trong bảng này.";
    public const string PressYourself = "Đồng chí bấm cho chính mình. Ai không dùng Teams thì thư ký ghi giúp.";
    public const string NoRoll = "Hiện không có cuộc họp nào đang mở điểm danh.";
    public const string NoRollButAbsence = "Hiện không có cuộc họp nào đang mở điểm danh. Muốn xin vắng trước, đồng chí nhắn: “xin vắng”.";
    public const string NotCalled = "Đồng chí không thuộc diện triệu tập của cuộc họp này nên không cần điểm danh.";
    public const string RollGone = "Không thấy cuộc họp của thẻ này trong chi bộ của đồng chí.";
    public const string ClerksWord = "Thư ký đã ghi cho đồng chí. Nếu chưa đúng, đồng chí báo thư ký sửa.";
    public const string ChooseSomebody = "Đồng chí chọn ít nhất một người rồi bấm lại.";
    public const string ChooseMark = "Đồng chí chọn cách ghi (có mặt, đến muộn, vắng…) rồi bấm lại.";
    public const string GiveBecause = "Điểm danh đã đóng: đồng chí ghi lý do sửa rồi bấm lại.";
    public const string GiveReopenBecause = "Đồng chí ghi vì sao mở lại rồi bấm lần nữa.";
    public const string NothingChanged = "Không có gì thay đổi so với đã ghi.";
    public const string AlreadyOpen = "Cuộc họp này đang mở điểm danh rồi.";
    public const string AlreadyClosed = "Điểm danh đã đóng rồi.";
    public const string NoMeetingToday = "Hôm nay lịch của chi bộ không có cuộc họp nào. Đồng chí tạo lịch họp trước, hoặc nói rõ ngày.";
    public const string NoSuchMeeting = "Tôi không thấy cuộc họp đó trong lịch của chi bộ.";
    public const string NotADay = "Chỉ mở điểm danh trong ngày họp; sau ngày họp thì thư ký ghi bổ sung trong bảng điểm danh.";
    public const string MayNotMark = "Việc này dành cho bí thư, phó bí thư và thư ký.";
    public const string NoMeetingToMiss = "Lịch của chi bộ chưa có cuộc họp nào sắp tới mà đồng chí được triệu tập.";
    public const string ChooseReason = "Đồng chí chọn lý do rồi bấm lại.";
    public const string MeetingBegun = "Cuộc họp đã qua: đồng chí báo thư ký hoặc bí thư.";
    public const string MeetingCancelled = "Cuộc họp này đã hủy nên đồng chí không cần báo hay xin vắng.";
    public const string MeetingIsOn = "Cuộc họp đang diễn ra: đồng chí điểm danh tại cuộc họp, hoặc báo thư ký.";
    public const string AbsenceGone = "Đơn này không còn hiệu lực: đã được rút, hoặc cuộc họp đã hủy hay dời sang ngày khác.";
    public const string NoAbsences = "Không có đơn xin vắng nào chờ duyệt.";
    public const string Withdrawn = "Đồng chí đã rút đơn xin vắng.";
    public const string VangQuestion = "“Vang” là “vắng” hay “vâng”? Tôi chưa ghi gì cả.";
    public const string VangAbsent = "Tôi xin vắng";
    public const string VangYes = "Tôi chỉ nói “vâng”";
    public const string VangNothing = "Tôi hiểu. Không có gì được ghi.";
    public const string BadVote = "Đồng chí ghi nội dung và các con số (từ 0 trở lên) rồi bấm lại.";
    public const string NoAttendance = "Chưa có cuộc họp nào có điểm danh trong thời gian này.";
    public const string NoAttendanceOf = "Cuộc họp này chưa điểm danh.";
    public const string Unknown = "Chi bộ không có đồng chí nào tên như vậy.";
    public const string NamesAreForCommittee = "Tên người vắng chỉ chi ủy và thư ký xem được; trên đây là số chung.";
    public const string PersonIsForCommittee = "Việc dự họp của từng đồng chí chỉ chi ủy và thư ký xem được. Đồng chí hỏi được về chính mình: “tôi vắng mấy buổi?”.";
    public const string Nobody = "Không có đồng chí nào.";
    public const string RateTitle = "Tỷ lệ dự họp";
    public const string Spoke = "Phát biểu";
    public const string NotSpoken = "Chưa phát biểu";
    public const string NoPost = "Không giữ chức vụ";
    public const string AllSpoke = "Mọi đồng chí đều đã phát biểu.";
    public const string SilentHint = "Trên đây là các đồng chí chưa phát biểu; chỉ bí thư và phó bí thư thấy tên.";
    public const string AbsentAll = "Vắng";
    public const string Counted = "Số lượt";
    public const string Meetings = "Số cuộc họp";
    public const string AbsenceRateTitle = "Tỷ lệ vắng";
    public const string RecordTitle = "Vắng cần lưu ý";
    public const string RecordIsCounted = "Chỉ mình đồng chí nhận tin này. Tôi chỉ đếm theo điểm danh; tìm hiểu và xử lý là việc của chi ủy.";

    public const string Committee = "chi ủy";
    public const string Chosen = "những đồng chí được mời";

    private const string Everybody = "cả chi bộ";

    public static string WhenOf(string weekday, DateOnly day, TimeOnly? time) =>
        time is { } at ? $"{Time(at)}, {weekday} {VietnamTime.Date(day)}" : $"{weekday} {VietnamTime.Date(day)}";

    public static string People(int count) => $"{VietnamNumbers.Count(count)} đồng chí";

    /// <summary>“9/14 có mặt”.</summary>
    public static string Figure(int present, int summoned) => $"{VietnamNumbers.Ratio(present, summoned)} có mặt";

    /// <summary>“9/14 có mặt (64,3%)”.</summary>
    public static string FigureWithRate(int present, int summoned) =>
        summoned == 0 ? Figure(present, summoned) : $"{Figure(present, summoned)} ({VietnamNumbers.Percent(present, summoned)})";

    public static string LateOnes(int count) => $"{VietnamNumbers.Count(count)} (đã tính trong số có mặt)";

    public static string OpenUntil(DateTimeOffset at) => $"Đang mở, tự đóng lúc {VietnamTime.Clock(at)}.";

    public static string ClosedAt(DateTimeOffset at) => $"Đã đóng lúc {VietnamTime.Clock(at)}.";

    public static string Closed(DateTimeOffset at) => $"Điểm danh đã đóng lúc {VietnamTime.Clock(at)}. Đồng chí báo thư ký nếu cần ghi thêm.";

    public static string Reopened(string because) => $"Đã mở lại: {because}";

    public static string FromClock(DateTimeOffset at) => $"từ {VietnamTime.Clock(at)}";

    public static string Own(string state, DateTimeOffset at) => $"Đồng chí: {state}, ghi lúc {VietnamTime.Clock(at)}.";

    public static string OwnByClerk(string state, DateTimeOffset at) => $"Đồng chí: {state}, thư ký ghi lúc {VietnamTime.Clock(at)}.";

    public static string OwnAbsence(string decision) => $"Đồng chí đã xin vắng: {decision}.";

    public const string OwnOpen = "Đồng chí chưa điểm danh.";

    public static string State(SeatMark mark) => mark switch
    {
        SeatMark.Present => "có mặt",
        SeatMark.Late => "đến muộn",
        SeatMark.Excused => "vắng có lý do",
        SeatMark.Absent => "vắng không lý do",
        _ => "chưa điểm danh",
    };

    public static string Decided(AbsenceDecision decision) => decision switch
    {
        AbsenceDecision.Approved => "chi ủy đồng ý",
        AbsenceDecision.Declined => "chi ủy không đồng ý",
        _ => "đang chờ chi ủy",
    };

    public static string ReasonOf(string reason) => reason switch
    {
        "Duty" => "Đi công tác, trực",
        "Health" => "Lý do sức khỏe",
        "Family" => "Việc gia đình",
        "Study" => "Đi học",
        _ => "Lý do khác",
    };

    public static string Seat(string name, SeatMark mark, bool byClerk) => $"{name} – {State(mark)}{(byClerk ? " (thư ký ghi)" : "")}";

    public static string Opened(string meeting, string? group) => group is null
        ? $"Đã mở điểm danh: {meeting}."
        : $"Đã mở điểm danh: {meeting}. Thẻ điểm danh đang được đăng vào nhóm của chi bộ.";

    public static string Opens(string meeting) => $"mở điểm danh {meeting}";

    public static string Reopens(string meeting) => $"mở lại điểm danh {meeting}";

    public static string Closing(string meeting) => $"đóng điểm danh {meeting}";

    public static string DidErase(int opinions, int reasons) =>
        $"xóa {VietnamNumbers.Count(opinions)} góp ý trước cuộc họp và {VietnamNumbers.Count(reasons)} lý do xin vắng, hết thời hạn lưu";

    public static string Marks(int count, string state, string meeting) => $"ghi {People(count)} {state} tại {meeting}";

    public static string Corrects(int count, string state, string meeting, string because) => $"sửa {People(count)} thành {state} tại {meeting} (lý do: {because})";

    public static string VoteDone(string question) => $"ghi kết quả biểu quyết: {question}";

    public static string SpokeDone(int count, string meeting) => $"ghi {VietnamNumbers.Count(count)} lượt phát biểu tại {meeting}";

    public static string Decides(string name, bool approved) => $"{(approved ? "đồng ý" : "không đồng ý")} đơn xin vắng của đồng chí {name}";

    public static string ComingNoted(string meeting) => $"Đã ghi: đồng chí sẽ dự {meeting}. Đến buổi họp, đồng chí vẫn bấm điểm danh.";

    public static string AskedToMiss(string meeting) => $"Đồng chí đang xin vắng {meeting}. Nếu dự được, đồng chí rút đơn trước rồi báo lại.";

    public static string AbsenceAsked(string meeting) => $"Đã gửi đơn xin vắng {meeting} tới chi ủy. Tôi báo đồng chí khi có kết quả.";

    /// <summary>What becomes of a request when its meeting is moved.</summary>
    /// <param name="was">The day that it was asked for.</param>
    public static string AbsenceMoved(string meeting, DateOnly was) =>
        $"Cuộc họp ngày {VietnamTime.Date(was)} mà đồng chí xin vắng đã dời: {meeting}. Đơn cũ không tính cho ngày mới. Nếu ngày mới đồng chí vẫn vắng thì xin vắng lại; nếu dự được thì bấm “{WillCome}”.";

    /// <summary>What becomes of a request when its meeting comes back to the day that it was asked for.</summary>
    public static string AbsenceBack(string meeting) =>
        $"Cuộc họp đã trở lại đúng ngày mà đồng chí từng xin vắng: {meeting}. Đơn cũ không còn tính. Nếu đồng chí vẫn vắng thì xin vắng lại; nếu dự được thì bấm “{WillCome}”.";

    public static string AbsenceDecided(string meeting, AbsenceDecision decision) => $"Đơn xin vắng {meeting}: {Decided(decision)}.";

    public static string AbsenceOf(string name) => $"Đồng chí {name} xin vắng";

    public static string Adopted(bool adopted, int agreed, int whole) =>
        $"{(adopted ? "✔ Đã thông qua" : "✘ Không thông qua")}: {VietnamNumbers.Ratio(agreed, whole)} tán thành{(whole > 0 ? $" ({VietnamNumbers.Percent(agreed, whole)})" : "")}";

    public static string BaseOf(int whole) => $"{People(whole)} (đảng viên chính thức được triệu tập, không phải số có mặt)";

    public static string VotesTooMany(int votes, int whole) => $"Tổng số phiếu ({votes}) nhiều hơn số thành viên ({whole}). Đồng chí kiểm tra lại rồi bấm lần nữa.";

    public static string By(string source) => $"Căn cứ: {source}.";

    public static string SpokeCount(int people, int turns) => $"{People(people)} đã phát biểu, {VietnamNumbers.Count(turns)} lượt";

    public static string Speaker(string name, int turns) => turns == 0 ? name : $"{name} – {VietnamNumbers.Count(turns)} lượt";

    public static string OtherMeeting(string line) => $"Tôi hiểu là cuộc họp: {line}.";

    public static string Times(int count) => $"{VietnamNumbers.Count(count)} buổi";

    public static string MeetingsHeld(int count) => $"{VietnamNumbers.Count(count)} cuộc họp có điểm danh";

    public static string RateFigure(int present, int summoned) => VietnamNumbers.Percent(present, summoned);

    public static string RateDetail(int present, int summoned) => $"{VietnamNumbers.Ratio(present, summoned)} lượt";

    public static string Compared(string range, string rate) => $"{range}: {rate}";

    public static string SpokeTimes(int count) => $"{VietnamNumbers.Count(count)} lượt";

    public static string Young(int under) => $"Đảng viên trẻ (dưới {under})";

    /// <summary>“5/13 đã phát biểu”.</summary>
    public static string SpokeOf(int count, int whole) => $"{VietnamNumbers.Ratio(count, whole)} đã phát biểu";

    public static string Silent(string name, int meetings) => $"{name} – dự {VietnamNumbers.Count(meetings)} buổi, chưa phát biểu";

    public static string Labelled(string label, int count) => $"{label}: {People(count)}";

    public static string AnnouncedAbsent(int count) => $"{People(count)} đã xin vắng";

    public static string AbsentOf(int count, int summoned) => $"{VietnamNumbers.Ratio(count, summoned)} vắng";

    /// <summary>“Nguyễn Văn An – vắng có lý do (đi công tác)”.</summary>
    public static string Named(string name, string state, string? reason) => $"{name} – {state}{(reason is null ? "" : $" ({char.ToLowerInvariant(reason[0])}{reason[1..]})")}";

    public static string OwnAbsenceShort(string decision) => $"xin vắng, {decision}";

    public static string StateTitle(SeatMark mark)
    {
        var state = State(mark);
        return char.ToUpperInvariant(state[0]) + state[1..];
    }

    /// <summary>“Vắng 2/11 buổi”.</summary>
    public static string TimesOf(string what, int times, int whole) => $"{what} {VietnamNumbers.Ratio(times, whole)} buổi";

    public static string Missed(int missed, int excused, int whole) =>
        $"vắng {VietnamNumbers.Ratio(missed, whole)} buổi{(excused > 0 ? $", {VietnamNumbers.Count(excused)} có lý do" : "")}";

    public static string RecordAfter(string meeting) => $"Sau buổi {meeting}:";

    public static string RecordInARow(string name, int count) => $"Đồng chí {name}: vắng {count} buổi sinh hoạt liên tiếp.";

    public static string RecordMonths(string name, int months, int year) => $"Đồng chí {name}: năm {year} có {months} tháng không sinh hoạt mà không có lý do.";

    public static string InARow(int count) => $"{VietnamNumbers.Count(count)} buổi liên tiếp";

    public static string Source(string? rules) => rules is null ? "Nguồn: điểm danh của chi bộ." : $"Nguồn: điểm danh của chi bộ; {rules}.";

    public static string WhichOf(IEnumerable<string> names) => $"Đồng chí muốn hỏi ai: {string.Join(", ", names)}?";

    public static string RankingTitle(string order) => order switch
    {
        "least_absent" => "Vắng ít nhất",
        "zero_absent" => "Dự họp đầy đủ",
        "consecutive_absent" => "Vắng liên tiếp",
        "most_late" => "Đến muộn nhiều nhất",
        "lowest" => "Tỷ lệ dự họp thấp nhất",
        "highest" => "Tỷ lệ dự họp cao nhất",
        _ => "Vắng nhiều nhất",
    };

    /// <summary>Whom a meeting calls.</summary>
    public static string CalledOf(int count, string? whom) => $"{whom ?? Everybody}, {People(count)} được tính";

    private static string Time(TimeOnly time) => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>How somebody stands in a roll call, as cards say it.</summary>
public enum SeatMark
{
    Open,
    Present,
    Late,
    Excused,
    Absent,
}

/// <summary>What became of a request to be excused.</summary>
public enum AbsenceDecision
{
    Waiting,
    Approved,
    Declined,
}
