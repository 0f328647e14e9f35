using ChiBoBot.Features.Cells;
using ChiBoBot.Tests.Features.Cells;

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
    private const string SelfSums = "Mức tự nhận";

    private readonly LivedRound _round;

    public AccessMatrixTests(LivedRound round) => _round = round;

    public static TheoryData<string, string, string> Table
    {
        get
        {
            // The record, then who sees it: in his own chat, in the cell's group, in a group of nobody.
            // + the asker sees it at once where he asks; > it goes to his own chat, the group doesn't see it; - nobody sees it.
            string[] rows =
            [
                "own text          | m05:+>>",
                "text of another   | m01:--- m02:--- m03:--- m04:--- m06:--- gone:--- exempt:---",
                "paper text        | m04:+>> m07:+>> m01:+>> m02:+>> m03:--- m05:---",
                "own grade         | m05:+>>",
                "grade of another  | m01:--- m02:--- m03:--- m04:--- m06:--- gone:---",
                "names missing     | m01:+>> m02:+>> m03:+>> m04:--- m05:--- exempt:--- gone:---",
                "numbers handed in | m04:++> m05:++> exempt:++> gone:---",
                "sums decided      | m01:++> m03:++> m05:++> exempt:++> gone:---",
                "sums self         | m01:+-- m02:+-- m03:+-- m04:--- m05:--- exempt:--- gone:---",
                "deadline          | m01:++> m05:++> exempt:++> gone:---",
                "board             | m01:+>> m02:+>> m03:--- m04:--- m05:--- gone:---",
                "proposals         | m01:+>> m02:+>> m03:--- m04:--- m05:--- gone:---",
                "decisions         | m01:+>> m02:+>> m03:--- m04:--- m05:--- gone:---",
                "reopen            | m01:+>> m02:+>> m03:--- m04:--- m05:--- gone:---",
                "close             | m01:+>> m02:+>> m03:--- m04:--- m05:--- gone:---",
                "objections        | m01:+>> m02:+>> m03:+>> m04:--- m05:--- m06:--- exempt:--- gone:---",
                "objection of own  | m05:+>>",
                "objection answer  | m01:+>> m02:+>> m03:+>> m04:--- m05:--- gone:---",
                "open              | m01:+>> m02:+>> m03:--- m04:--- m05:--- gone:---",
                "paper             | m01:+>> m02:+>> m03:--- m04:+>> m05:--- gone:---",
            ];
            var data = new TheoryData<string, string, string>();
            foreach (var row in rows)
            {
                var parts = row.Split('|');
                foreach (var cell in parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    data.Add(parts[0].Trim(), cell.Split(':')[0], cell.Split(':')[1]);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Each_record_is_seen_by_exactly_those_and_there(string record, string who, string seen)
    {
        var talk = _round.Talk;
        string[] places = [Talk.OwnChat(Id(who)), Talk.Group, Elsewhere];
        var found = "";
        foreach (var place in places)
        {
            // So long that what was asked before is no story to this question.
            talk.Clock.Advance(TimeSpan.FromMinutes(30));
            var before = talk.Teams.Posts.Count;
            var answer = await Try(_round.Door, record, Id(who), place);
            var posts = talk.Teams.Posts.Skip(before).ToList();
            var inPlace = posts.Any(post => post.Conversation == place && post.Text.Contains(Mark(record), StringComparison.Ordinal));
            var inPrivate = posts.Any(post => post.Conversation != place && post.Text.Contains(Mark(record), StringComparison.Ordinal));

            // The response to a press is shown to the presser alone.
            var toPresser = answer.Contains(Mark(record), StringComparison.Ordinal) && !inPlace && !inPrivate;
            found += inPlace || (toPresser && place == places[0]) ? '+' : inPrivate || toPresser ? '>' : '-';

            Assert.DoesNotContain(posts, post => post.Conversation is Talk.Group or Elsewhere && (post.Text.Contains(TextOf5, StringComparison.Ordinal) || post.Text.Contains(TextOf7, StringComparison.Ordinal) || post.Text.Contains(ObjectionOf5, StringComparison.Ordinal) || post.Text.Contains(NameOf8, StringComparison.Ordinal)));
        }

        Assert.Equal(seen, found);
    }

    private static Task<string> Try(Door door, string record, string who, string at)
    {
        return record switch
        {
            "own text" => Send("assessment.open", ("section", "review")),
            "text of another" => Send("assessment.open", ("section", "review"), ("member", "m05")),
            "paper text" => Send("assessment.open", ("section", "review"), ("member", "m07")),
            "own grade" => door.Say("xếp loại của tôi", who, at),
            "grade of another" => door.Say("xếp loại của đồng chí Hồ Sỹ Nhượng", who, at),
            "names missing" or "numbers handed in" => door.Say("ai chưa nộp tự đánh giá", who, at),
            "sums decided" or "sums self" => door.Say("tổng hợp xếp loại đảng viên", who, at),
            "deadline" => door.Say("hạn nộp tự đánh giá là bao giờ", who, at),
            "board" => door.Say("tiến độ kiểm điểm", who, at),
            "proposals" => Send("rating.proposals", ("page", "1")),
            "decisions" => Send("rating.decisions", ("page", "1")),
            "objections" => door.Say("xem ý kiến khác", who, at),
            "objection of own" => door.Say("xếp loại của tôi", who, at),
            "objection answer" => Send("objections.answer", ("member", "m05"), ("number", "1")),
            "reopen" => Send("rounds.reopenAsk"),
            "close" => Send("rounds.closeAsk"),
            "open" => door.Say("mở đợt kiểm điểm", who, at),
            _ => Send("rounds.paperAsk"),
        };

        Task<string> Send(string verb, params (string Name, string Value)[] data) =>
            door.Press(verb, data.Append(("round", "2026-year")).ToDictionary(one => one.Item1, one => one.Item2), who, at);
    }

    private static string Mark(string record) => record switch
    {
        "own text" or "text of another" => TextOf5,
        "paper text" => TextOf7,
        "own grade" => "Kết quả xếp loại: Hoàn thành tốt nhiệm vụ",
        "grade of another" => "oàn thành tốt",
        "names missing" => NameOf8,
        "numbers handed in" => "3/13 đã nộp, 10 chưa nộp",
        "sums decided" => "1 đồng chí được xếp loại",
        "sums self" => SelfSums,
        "deadline" => "đã đóng lúc",
        "board" => NameOf8,
        "proposals" => "Ghi đề xuất",
        "decisions" => "Số văn bản",
        "objections" or "objection of own" => ObjectionOf5,
        "objection answer" => "Ghi số văn bản (tối đa 60 ký tự)",
        "reopen" => "Lý do trả lại",
        "close" => "Đóng đợt thì",
        "open" => "Mở đợt nào?",
        _ => "Dùng khi một đồng chí nộp bản giấy",
    };

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
