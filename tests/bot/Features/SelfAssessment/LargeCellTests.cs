using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.SelfAssessment;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Features.Cells;
using Microsoft.Extensions.DependencyInjection;

namespace ChiBoBot.Tests.Features.SelfAssessment;

/// <summary>A cell of 500 members with long names: every card of a round fits Teams, and whom one looks for is found.</summary>
public class LargeCellTests
{
    private const int TeamsBudget = 28 * 1024;
    private const string Wanted = "n377";

    [Fact]
    public async Task From_opening_to_the_decided_grade_no_card_exceeds_28_KB()
    {
        await using var talk = await Large();
        await talk.Say("mở đợt kiểm điểm");
        var card = await talk.Press("Kiểm điểm năm 2026");
        Assert.Contains("và 35 đồng chí khác", card, StringComparison.Ordinal);

        Assert.Contains("\nDòng 2: không có đồng chí Không Ai Cả trong diện của đợt.\n", await talk.Press("Mở đợt này", inputs: [("deadline", "2026-12-05"), ("changes", $"{Wanted}: 2B\nKhông Ai Cả: 2B")]), StringComparison.Ordinal);
        Assert.Contains("\nDòng 1: chọn một trong các mẫu 2B, 2C, 2A.\n", await talk.Press("Mở đợt này", inputs: [("deadline", "2026-12-05"), ("changes", $"{Wanted}: 9Z")]), StringComparison.Ordinal);
        Assert.Contains("\nDòng 1: viết “họ tên: mẫu”, ví dụ “Nguyễn Văn A: 2B”.\n", await talk.Press("Mở đợt này", inputs: [("deadline", "2026-12-05"), ("changes", "n377")]), StringComparison.Ordinal);
        Assert.Contains("\nDòng 1: có nhiều đồng chí tên trung ten trung ho; viết mã thay tên: n498, n499.\n", await talk.Press("Mở đợt này", inputs: [("deadline", "2026-12-05"), ("changes", "trung ten trung ho: 2B")]), StringComparison.Ordinal);
        await talk.Press("Mở đợt này", inputs: [("deadline", "2026-12-05"), ("changes", $"{Wanted}: 2b\n\n{Name(379)}: 2B")]);
        var round = (await talk.Tables.Find<PartRow<Round>>("hdnd", PartRow<Round>.KeyOf("2026-year"), default))!.Row.Part;
        Assert.Equal(("2B", "2B", "2A"), (round.Forms[Wanted], round.Forms["n379"], round.Forms["m05"]));

        // All are counted, some are named.
        var board = await talk.Say("tiến độ kiểm điểm");
        Assert.Contains("\nChưa bắt đầu: 445 đồng chí: ", board, StringComparison.Ordinal);
        Assert.Contains(", và 405 đồng chí khác\n", board, StringComparison.Ordinal);

        Assert.Contains("\nKhông thấy đồng chí nào tên như vậy.\n", await Find("rounds.paperAsk", "xyz"), StringComparison.Ordinal);
        Assert.Contains("Tìm theo tên", await Find("rounds.paperAsk", ""), StringComparison.Ordinal);
        Assert.Contains(Name(377), await Offered("rounds.paperAsk", Name(377)), StringComparison.Ordinal);

        // Everybody has handed in at the last moment, half of them late, some on paper.
        foreach (var (member, form) in round.Forms)
        {
            var i = int.Parse(member[1..], System.Globalization.CultureInfo.InvariantCulture);
            await talk.Tables.Add(
                new PartRow<Sheet>("hdnd", new Sheet(round.Id, member, form)
                {
                    State = i % 5 == 0 ? SheetState.Draft : SheetState.HandedIn,
                    Version = 1,
                    Revision = 1,
                    IsLate = i % 2 == 0,
                    Clerk = i % 3 == 0 ? "m01" : null,
                    Reopened = i % 10 == 0 ? new("bổ sung", "m01", talk.Clock.GetUtcNow()) : null,
                }),
                default);
            await talk.Tables.Add(new PartRow<Objection>("hdnd", new Objection(round.Id, member, 1) { Text = new string('ệ', 2000), At = talk.Clock.GetUtcNow() }), default);
            await talk.Tables.Add(
                new PartRow<CellProposal>("hdnd", new CellProposal(round.Id, member, 1)
                {
                    Grade = Grade.Excellent,
                    Votes = 400,
                    Base = 500,
                    Day = new DateOnly(2026, 11, 21),
                    Comments = new string('ệ', 500),
                    By = "m01",
                    At = talk.Clock.GetUtcNow(),
                }),
                default);
        }

        await talk.Say("tiến độ kiểm điểm");
        await talk.Say("ai chưa nộp tự đánh giá");
        Assert.Contains("Trả lại để sửa", await Find("rounds.reopenAsk", ""), StringComparison.Ordinal);
        Assert.Contains($"\n{Name(377)}\n", await Find("rating.proposals", Name(377)), StringComparison.Ordinal);
        Assert.Contains($"\n{Name(377)}\n", await Find("rating.decisions", Name(377)), StringComparison.Ordinal);
        Assert.Contains("\nKhông thấy đồng chí nào tên như vậy.\n", await Find("rating.proposals", "xyz"), StringComparison.Ordinal);
        await talk.Say("xem ý kiến khác");
        Assert.InRange(talk.LargestCard, 10_000, TeamsBudget);

        Task<string> Find(string verb, string name) => talk.Send(verb, new() { ["round"] = "2026-year", ["page"] = "1", ["find"] = name });

        async Task<string> Offered(string verb, string name)
        {
            await Find(verb, name);
            return string.Join(", ", talk.Choices("m01", "who"));
        }
    }

    [Fact]
    public async Task Who_is_added_when_the_letters_of_a_step_fill_a_part_gets_one_of_the_next()
    {
        await using var talk = await Large(77);
        await talk.Open();
        Assert.DoesNotContain(await Steps(), key => key.EndsWith("|1", StringComparison.Ordinal));
        await talk.Tables.Add(new PartRow<Member>("hdnd", new Member("z1", "Mã Thị Mới", Gender.Female) { Joined = new PartialDate(2010), Official = new PartialDate(2011), Service = Service.CivilServant }), default);

        await talk.Say("tiến độ kiểm điểm");
        Assert.Contains("Đã thêm vào đợt 1 đồng chí: Mã Thị Mới.", await talk.Press("Thêm vào đợt"), StringComparison.Ordinal);

        Assert.Contains(await Steps(), key => key.EndsWith("|1", StringComparison.Ordinal));

        async Task<IEnumerable<string>> Steps() => (await talk.Services.GetRequiredService<Schedule>().List("hdnd", "sheets", "2026-year|Unanswered", default)).Select(thing => thing.Key);
    }

    private static string Name(int i) => i >= 498 ? "Trùng Tên Trùng Họ" : $"Nguyễn Phước Bảo Quỳnh Hương Số{(char)('A' + (i / 100))}{(char)('A' + (i / 10 % 10))}{(char)('A' + (i % 10))}";

    private static Task<Talk> Large(int more = 486)
    {
        var cell = SampleFiles.Council;
        return Talk.Begin(cell with
        {
            Members =
            [
                .. cell.Members,
                .. Enumerable.Range(14, more).Select(i => new Member($"n{i}", Name(i), Gender.Female)
                {
                    Joined = new PartialDate(2010),
                    Official = new PartialDate(2011),
                    Service = Service.CivilServant,
                    Standings = more > 100 && i % 9 == 0 ? [new(Standing.Exempt, new PartialDate(2020))] : [],
                }),
            ],
        });
    }
}
