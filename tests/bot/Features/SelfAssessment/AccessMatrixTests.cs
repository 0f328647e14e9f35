using ChiBoBot.Features.Cells;
using ChiBoBot.Features.SelfAssessment;
using ChiBoBot.Tests.Features.Cells;
using ChiBoBot.Turns;

namespace ChiBoBot.Tests.Features.SelfAssessment;

/// <summary>Who sees and does what, where: role × record × place. Each cell of the table is tried through the bot's endpoint.</summary>
/// <remarks>The round is closed; m05 has handed in and is decided on; m06 has handed in; m07 was entered on paper by the clerk; m08 has not handed in.</remarks>
public sealed class AccessMatrixTests : IClassFixture<AccessMatrixTests.LivedRound>
{
    private const string Elsewhere = "19:elsewhere@thread.v2";

    // Words that stand in records and nowhere else.
    private const string TextOf5 = "Bí mật của đồng chí năm.";
    private const string TextOf7 = "Bản giấy của đồng chí bảy.";
    private const string ObjectionOf5 = "Đề nghị xem lại mức của đồng chí năm.";
    private const string NameOf8 = "Mạc Văn Trưởng";

    private readonly LivedRound _round;

    public AccessMatrixTests(LivedRound round) => _round = round;

    // Who sees it in his own chat, in the cell's group, in a group of nobody:
    // + at once where he asks; > in his own chat, the group doesn't see it; - nobody sees it.
    private const string Leaders = "m01:+>> m02:+>> m03:--- m04:--- m05:--- exempt:--- gone:---";
    private const string LeadersAndClerk = "m01:+>> m02:+>> m03:--- m04:+>> m05:--- exempt:--- gone:---";
    private const string Committee = "m01:+>> m02:+>> m03:+>> m04:--- m05:--- m06:--- exempt:--- gone:---";
    private const string Nobody = "m01:--- m02:--- m03:--- m04:--- m06:--- exempt:--- gone:---";
    private const string Clerks = "m01:+>> m02:+>> m03:--- m04:+>> m05:--- m06:--- exempt:--- gone:---";

    /// <summary>What is asked or pressed, the words by which one knows that it was seen or would have been done, and by whom. Presses lack something, so that they change nothing for the next.</summary>
    private static readonly Row[] Rows =
    [
        Asked("own grade", "xếp loại của tôi", "Kết quả xếp loại: Hoàn thành tốt nhiệm vụ", "m05:+>>"),
        Asked("grade of another", "xếp loại của đồng chí Hồ Sỹ Nhượng", "oàn thành tốt", Nobody),
        Asked("names missing", "ai chưa nộp tự đánh giá", NameOf8, Committee),
        Asked("numbers handed in", "ai chưa nộp tự đánh giá", "3/13 đã nộp, 10 chưa nộp", "m04:++> m05:++> exempt:++> gone:---"),
        Asked("sums decided", "tổng hợp xếp loại đảng viên", "1 đồng chí được xếp loại", "m01:++> m03:++> m05:++> exempt:++> gone:---"),
        Asked("sums self", "tổng hợp xếp loại đảng viên", "Mức tự nhận", "m01:+-- m02:+-- m03:+-- m04:--- m05:--- exempt:--- gone:---"),
        Asked("deadline", "hạn nộp tự đánh giá là bao giờ", "đã đóng lúc", "m01:++> m05:++> exempt:++> gone:---"),
        Asked("board", "tiến độ kiểm điểm", NameOf8, Leaders),
        Asked("open", "mở đợt kiểm điểm", "Mở đợt nào?", Leaders),
        Asked("forms", "sửa mẫu kiểm điểm", "Mẫu cần sửa", Leaders),
        Asked("paper", "nhập bản giấy", "Dùng khi một đồng chí nộp bản giấy", LeadersAndClerk),
        Asked("results", "xuất kết quả xếp loại", "Tạo địa chỉ tải", Leaders),
        Asked("objections", "xem ý kiến khác", ObjectionOf5, Committee),
        Asked("objection of own", "xếp loại của tôi", ObjectionOf5, "m05:+>>"),

        Pressed("own text", "assessment.open", TextOf5, "m05:+>>", ("section", "review")),
        Pressed("text of another", "assessment.open", TextOf5, Nobody, ("section", "review"), ("member", "m05")),
        Pressed("paper text", "assessment.open", TextOf7, Clerks, ("section", "review"), ("member", "m07")),
        Pressed("paper text, by its member", "assessment.open", TextOf7, "m07:+>>", ("section", "review")),
        Pressed("save one's own", "assessment.save", TextOf5, "m05:+>>", ("section", "review")),
        Pressed("save another's", "assessment.save", TextOf5, Nobody, ("section", "review"), ("member", "m05")),
        Pressed("save a paper form", "assessment.save", TextOf7, Clerks, ("section", "review"), ("member", "m07")),
        Pressed("look one's own over", "assessment.outline", TextOf5, "m05:+>>"),
        Pressed("look another's over", "assessment.outline", TextOf5, Nobody, ("member", "m05")),
        Pressed("hand in one's own", "assessment.handIn", TextOf5, "m05:+>>"),
        Pressed("hand in another's", "assessment.handIn", TextOf5, Nobody, ("member", "m05")),
        Pressed("withdraw one's own", "assessment.withdraw", TextOf5, "m05:+>>"),
        Pressed("withdraw another's", "assessment.withdraw", TextOf5, Nobody, ("member", "m05")),
        Pressed("one's own kept texts", "assessment.kept", "Không có nội dung nào được giữ riêng.", "m05:+>>"),
        Pressed("another's kept texts", "assessment.kept", "Không có nội dung nào được giữ riêng.", Nobody, ("member", "m05")),
        Pressed("object", "assessment.object", "Đồng chí viết ý kiến vào ô trước khi gửi", "m05:+>> m06:--- gone:---"),
        Pressed("object for another", "assessment.object", "Đồng chí viết ý kiến vào ô trước khi gửi", Nobody, ("member", "m05")),

        Pressed("an objection", "objections.show", ObjectionOf5, Committee, ("member", "m05"), ("number", "1")),
        Pressed("objection answer", "objections.answer", "Ghi số văn bản (tối đa 60 ký tự)", Committee, ("member", "m05"), ("number", "1")),

        Pressed("choose a round", "rounds.choose", "Đã mở trước đó", Leaders, ("kind", "Year"), ("year", "2026"), ("quarter", "")),
        Pressed("open a round", "rounds.open", "Hạn nộp phải từ hôm nay đến hết năm sau.", Leaders, ("kind", "HalfYear"), ("year", "2026"), ("quarter", "")),
        Pressed("the board", "rounds.board", NameOf8, Leaders),
        Pressed("remind", "rounds.remind", NameOf8, Leaders),
        Pressed("extend", "rounds.extend", "Đợt đã đóng.", Leaders),
        Pressed("add", "rounds.add", "Đợt đã đóng.", Leaders, ("who", "m08")),
        Pressed("ask to close", "rounds.closeAsk", "Đóng đợt thì", Leaders),
        Pressed("close", "rounds.close", NameOf8, Leaders),
        Pressed("ask to reopen", "rounds.reopenAsk", "Lý do trả lại", Leaders),
        Pressed("reopen", "rounds.reopen", "Đồng chí chọn người và ghi lý do giúp", Leaders),
        Pressed("ask for a paper form", "rounds.paperAsk", "Dùng khi một đồng chí nộp bản giấy", LeadersAndClerk),
        Pressed("enter a paper form", "rounds.paper", "Hiện không có ai để chọn.", LeadersAndClerk),

        Pressed("proposals", "rating.proposals", "Ghi đề xuất", Leaders, ("page", "1")),
        Pressed("save proposals", "rating.saveProposals", "Chọn một ngày không muộn hơn hôm nay.", Leaders, ("page", "1")),
        Pressed("decisions", "rating.decisions", "Số văn bản", Leaders, ("page", "1")),
        Pressed("save decisions", "rating.saveDecisions", "Ghi số văn bản giúp", Leaders, ("page", "1")),

        Pressed("choose a form", "forms.choose", "Mẫu cần sửa", Leaders),
        Pressed("a form", "forms.show", "Phần cần sửa", Leaders, ("form", "2A")),
        Pressed("preview a section", "forms.preview", "đảng viên sẽ thấy phần này như sau", Leaders, ("form", "2A"), ("section", "review")),
        Pressed("a question", "forms.question", "Ghi câu này", Leaders, ("form", "2A"), ("section", "review"), ("question", "remedy")),
        Pressed("try a question", "forms.try", "Đảng viên sẽ thấy:", Leaders, ("form", "2A"), ("section", "review"), ("question", "remedy"), ("text", "Hạn chế đã khắc phục đến đâu?")),
        Pressed("save a question", "forms.save", "Câu hỏi phải có", Leaders, ("form", "2A"), ("section", "review"), ("question", "remedy")),
        Pressed("drop a question", "forms.drop", "Câu này không bỏ được", Leaders, ("form", "2A"), ("section", "grade"), ("question", "grade")),
        Pressed("bring a question back", "forms.bringBack", "Tên phần", Leaders, ("form", "2A"), ("section", "review")),
        Pressed("save a section", "forms.saveSection", "Tên phần phải có", Leaders, ("form", "2A"), ("section", "review")),
        Pressed("reset a form", "forms.reset", "Phần cần sửa", Leaders, ("form", "2A")),
    ];

    public static TheoryData<string, string, string> Table
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var row in Rows)
            {
                foreach (var cell in row.Seen.Split(' '))
                {
                    data.Add(row.Record, cell.Split(':')[0], cell.Split(':')[1]);
                }
            }

            return data;
        }
    }

    [Fact]
    public void Every_verb_of_the_feature_has_a_row() =>
        Assert.Equal(new Routes().MapSelfAssessment().Verbs.Order(), Rows.Select(row => row.Verb).OfType<string>().Distinct().Order());

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Each_record_is_seen_by_exactly_those_and_there(string record, string who, string seen)
    {
        var talk = _round.Talk;
        var row = Rows.Single(row => row.Record == record);
        string[] places = [Talk.OwnChat(Id(who)), Talk.Group, Elsewhere];
        var found = "";
        foreach (var place in places)
        {
            if (row.Verb is null)
            {
                // So long that what was asked before is no story to this question.
                talk.Clock.Advance(TimeSpan.FromMinutes(30));
            }

            var before = talk.Teams.Posts.Count;
            var answer = row.Verb is { } verb
                ? await _round.Door.Press(verb, row.Data.Append(("round", "2026-year")).ToDictionary(one => one.Item1, one => one.Item2), Id(who), place)
                : await _round.Door.Say(row.Says, Id(who), place);
            var posts = talk.Teams.Posts.Skip(before).ToList();
            var inPlace = posts.Any(post => post.Conversation == place && post.Text.Contains(row.Mark, StringComparison.Ordinal));
            var inPrivate = posts.Any(post => post.Conversation != place && post.Text.Contains(row.Mark, StringComparison.Ordinal));

            // The response to a press is shown to the presser alone.
            var toPresser = answer.Contains(row.Mark, StringComparison.Ordinal) && !inPlace && !inPrivate;
            found += inPlace || (toPresser && place == places[0]) ? '+' : inPrivate || toPresser ? '>' : '-';

            foreach (var secret in (string[])[TextOf5, TextOf7, ObjectionOf5, NameOf8])
            {
                Assert.DoesNotContain(posts, post => post.Conversation is Talk.Group or Elsewhere && post.Text.Contains(secret, StringComparison.Ordinal));
            }
        }

        Assert.Equal(seen, found);
    }

    private static Row Asked(string record, string says, string mark, string seen) => new(record, says, null, [], mark, seen);

    private static Row Pressed(string record, string verb, string mark, string seen, params (string Name, string Value)[] data) => new(record, "", verb, data, mark, seen);

    private sealed record Row(string Record, string Says, string? Verb, IReadOnlyList<(string Name, string Value)> Data, string Mark, string Seen);

    private static string Id(string who) => who switch { "gone" => LivedRound.Gone, "exempt" => LivedRound.Exempt, _ => who };

    /// <summary>The round that all cells of the table look at.</summary>
    public sealed class LivedRound : IAsyncLifetime
    {
        public const string Gone = "m15";
        public const string Exempt = "m09";

        internal Talk Talk { get; private set; } = null!;

        internal Door Door { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            // m04 is the clerk and nothing else, m05 holds no post; everybody has an account.
            var cell = SampleFiles.Council;
            cell = cell with
            {
                Members = [.. cell.Members.Select((member, i) => member with
                {
                    ObjectId = member.ObjectId ?? $"00000000-0000-4000-8000-0000000000{i:00}",
                    Posts = member.Id switch { "m04" => [new HeldPost(Post.Clerk, new PartialDate(2024))], "m05" => [], _ => member.Posts },
                })],
            };
            Talk = await Talk.Begin(cell);
            Door = new Door(await Talk.Listen(), cell);
            await Talk.Open();
            await Hand("m05", TextOf5);
            await Hand("m06", "Văn bản của đồng chí sáu.");
            await Talk.Send("rounds.paper", new() { ["round"] = "2026-year", ["who"] = "m07" }, by: "m04");
            await Talk.Press(Filling.Next, by: "m04", inputs: Filling.Meetings);
            await Talk.Press(Filling.Next, by: "m04", inputs: Filling.General());
            await Talk.Press(Filling.Next, by: "m04", inputs: Filling.Tasks);
            await Talk.Press(Filling.Next, by: "m04", inputs: [("f_strengths", TextOf7), .. Filling.Review.Skip(1)]);
            await Talk.Press(Filling.Next, by: "m04", inputs: Filling.Promises);
            await Talk.Press(Filling.Next, by: "m04", inputs: Filling.Grade());
            await Talk.Press("Nộp bản này", by: "m04");
            await Talk.Send("rounds.close", new() { ["round"] = "2026-year" });
            await Talk.Say("tiến độ kiểm điểm");
            await Talk.PageWith("m05", "Đề xuất của chi bộ");
            await Talk.Press("Ghi đề xuất", inputs: [("day", "2026-11-21"), ("base", "13"), ("g_m05", "Good"), ("v_m05", "12")]);
            await Talk.Say("tiến độ kiểm điểm");
            await Talk.PageWith("m05", "Quyết định xếp loại");
            await Talk.Press("Ghi quyết định", inputs: [("document", "45-QĐ/ĐU"), ("day", "2026-11-21"), ("g_m05", "Good")]);
            await Talk.Send("assessment.object", new() { ["round"] = "2026-year", ["objection"] = ObjectionOf5 }, by: "m05");
        }

        public async Task DisposeAsync()
        {
            Door.Dispose();
            await Talk.DisposeAsync();
        }

        private async Task Hand(string who, string text)
        {
            await Talk.Say("viết tự đánh giá", who);
            await Talk.Press(Filling.Next, who, inputs: Filling.Meetings);
            await Talk.Press(Filling.Next, who, inputs: Filling.General());
            await Talk.Press(Filling.Next, who, inputs: Filling.Tasks);
            await Talk.Press(Filling.Next, who, inputs: [("f_strengths", text), .. Filling.Review.Skip(1)]);
            await Talk.Press(Filling.Next, who, inputs: Filling.Promises);
            await Talk.Press(Filling.Next, who, inputs: Filling.Grade());
            await Talk.Press("Nộp bản này", who);
        }
    }
}
