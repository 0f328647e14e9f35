using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Features.Events;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Features.Cells;

namespace ChiBoBot.Tests.Features.Events;

/// <summary>What an event is about, who is called and who comes to direct: as its fields on the cards are filled in. It is Sunday, 22/11/2026, 08:00.</summary>
public class EditTalkTests
{
    private const string December = "2026-12-03|dinh-ky-12-2026";

    [Fact]
    public async Task Agenda_documents_and_guests_are_written_line_by_line_and_shown_in_the_answer()
    {
        await using var talk = await Talk.Begin();

        Assert.Contains("Sửa lịch", await talk.Say("sửa cuộc họp ngày 3/12"), StringComparison.Ordinal);
        Assert.StartsWith("Điểm danh, thông qua chương trình\n", talk.Input("m01", "agenda"), StringComparison.Ordinal);
        var done = await talk.Press(
            "Lưu thay đổi",
            "m01",
            null,
            ("agenda", "[Thời sự] Thông tin tháng 11\n[chuyen de] Chuyên đề số 2\nThảo luận"),
            ("documents", "Dự thảo nghị quyết: https://docs.example.org/du-thao"),
            ("guests", "Phó Bí thư Đảng ủy\nỦy viên phụ trách"));
        Assert.Contains("✔ Đã sửa lịch.\n14:00, Thứ Năm 03/12/2026", done, StringComparison.Ordinal);

        var answer = await talk.Say("họp ngày 3/12 bàn nội dung gì", "m06");
        Assert.Contains("Nội dung\n1. Thời sự: Thông tin tháng 11\n2. Chuyên đề: Chuyên đề số 2\n3. Thảo luận", answer, StringComparison.Ordinal);
        Assert.Contains("Dự và chỉ đạo: Phó Bí thư Đảng ủy, Ủy viên phụ trách", answer, StringComparison.Ordinal);
        Assert.Contains("Dự thảo nghị quyết", answer, StringComparison.Ordinal);
        Assert.Contains("Thời lượng: 90 phút, đến 15:30", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Sửa sự kiện này", answer, StringComparison.Ordinal);

        await talk.Say("hoàn tác");
        await talk.Press("Hoàn tác");
        Assert.Empty((await December12(talk)).Guests);
    }

    [Fact]
    public async Task What_can_t_be_read_is_said_and_nothing_is_saved()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("sửa cuộc họp ngày 3/12");

        Assert.Contains("Không có loại nội dung “Văn nghệ”. Loại nội dung: Thời sự, Kết quả,", await talk.Press("Lưu thay đổi", "m01", null, ("agenda", "[Văn nghệ] Hát")), StringComparison.Ordinal);
        Assert.Contains("Dòng tài liệu “Báo cáo” thiếu liên kết bắt đầu bằng https://.", await talk.Press("Lưu thay đổi", "m01", null, ("agenda", ""), ("documents", "Báo cáo")), StringComparison.Ordinal);
        Assert.Contains("Dòng tài liệu", await talk.Press("Lưu thay đổi", "m01", null, ("agenda", ""), ("documents", "Báo cáo javascript:alert(1)")), StringComparison.Ordinal);
        Assert.Equal(4, (await December12(talk)).Agenda.Count);
    }

    [Fact]
    public async Task Two_who_edit_at_once_see_each_others_change_before_one_overwrites_it()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("sửa cuộc họp ngày 3/12");
        await talk.Say("sửa cuộc họp ngày 3/12", "m02");

        Assert.Contains("✔ Đã sửa lịch.", await talk.Press("Lưu thay đổi", "m02", null, ("place", "Phòng 9")), StringComparison.Ordinal);
        Assert.Contains("Lịch này vừa được người khác sửa.", await talk.Press("Lưu thay đổi", "m01", null, ("place", "Phòng 7")), StringComparison.Ordinal);
        Assert.Equal("Phòng 9", (await December12(talk)).Place);
        Assert.Contains("✔ Đã sửa lịch.", await talk.Press("Lưu thay đổi", "m01", null, ("place", "Phòng 7")), StringComparison.Ordinal);
        Assert.Equal("Phòng 7", (await December12(talk)).Place);
    }

    [Fact]
    public async Task Those_who_were_chosen_are_the_whole_of_the_roll_call()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("tạo họp đột xuất 9h ngày 24/11");

        // The list of names comes only for who asks for it.
        Assert.Contains("Đồng chí chọn người được triệu tập", await talk.Press("Tạo lịch", "m01", null, ("summons", "Chosen")), StringComparison.Ordinal);
        Assert.Contains("Triệu tập: 3 đồng chí được chọn", await talk.Press("Tạo lịch", "m01", null, ("summons", "Chosen"), ("chosen", "m02,m04,m06,nobody")), StringComparison.Ordinal);

        talk.Clock.Advance(TimeSpan.FromHours(48) + TimeSpan.FromMinutes(50));
        Assert.Contains("3 đồng chí được tính", await talk.Say("mở điểm danh"), StringComparison.Ordinal);
        await talk.Press("Mở điểm danh");

        // From now on the meeting stands as it is.
        await talk.Say("sửa cuộc họp ngày 24/11");
        Assert.Contains("Cuộc họp này đã mở điểm danh nên không sửa được nữa.", await talk.Press("Lưu thay đổi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_is_not_taken_back_under_an_open_roll_call()
    {
        await using var talk = await Talk.Begin();
        talk.Clock.Advance(new DateTimeOffset(2026, 12, 2, 9, 0, 0, TimeSpan.FromHours(7)) - talk.Clock.GetUtcNow());
        await talk.Say("sửa cuộc họp ngày 3/12");
        Assert.Contains("✔ Đã sửa lịch.", await talk.Press("Lưu thay đổi", "m01", null, ("date", "2026-12-02"), ("time", "14:00")), StringComparison.Ordinal);
        talk.Clock.Advance(TimeSpan.FromHours(5));
        await talk.Say("mở điểm danh");
        await talk.Press("Mở điểm danh");

        await talk.Say("hoàn tác");
        Assert.StartsWith("Sau đó nội dung này đã được thay đổi tiếp nên không hoàn tác được.", await talk.Press("Hoàn tác"), StringComparison.Ordinal);
        Assert.NotNull(await talk.Tables.Find<PartRow<Event>>(SampleCells.CellId, PartRow<Event>.KeyOf("2026-12-02|dinh-ky-12-2026"), default));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Chosen")]
    public async Task The_fullest_event_of_a_large_cell_can_be_edited_and_loses_nobody(string? calls)
    {
        var people = Enumerable.Range(1, 90).Select(number => new Member($"x{number:00}", $"Nguyễn Hoàng Phương {number:00}", Gender.Male) { Joined = SampleFiles.Council.Members[0].Joined, Official = SampleFiles.Council.Members[0].Official });
        var full = new Event("e-" + new string('0', 24), EventKind.Regular, new string('a', 150), new(2026, 12, 3))
        {
            Time = new(14, 0),
            Place = new string('p', 120),
            Link = "https://example.org/" + new string('l', 480),
            Chair = "x89",
            Clerk = "x90",
            Summons = calls is null ? null : Summons.Chosen,
            Chosen = calls is null ? [] : ["x87", "x88"],
            Agenda = [.. Enumerable.Range(10, 15).Select(number => new AgendaItem($"{number}{new string('đ', 198)}") { Category = AgendaCategory.SelfCriticism })],
            Documents = [.. Enumerable.Range(1, 6).Select(number => new Document($"{number}{new string('t', 119)}", "https://example.org/" + new string('d', 290)))],
            Guests = [.. Enumerable.Range(1, 10).Select(number => $"{number:00}{new string('g', 118)}")],
        };
        await using var talk = await Talk.Begin(SampleFiles.Council with { Events = [full], Members = [.. SampleFiles.Council.Members, .. people] });

        Assert.Contains("Thẻ đã đầy", await talk.Say("sửa cuộc họp ngày 3/12"), StringComparison.Ordinal);
        Assert.Contains("✔ Đã sửa lịch.", await talk.Press("Lưu thay đổi", "m01", null, ("place", "Phòng 9"), ("agenda", talk.Input("m01", "agenda")!), ("documents", talk.Input("m01", "documents")!), ("guests", talk.Input("m01", "guests")!)), StringComparison.Ordinal);
        Assert.InRange(talk.LargestCard, 1, 28 * 1024);
        var edited = (await talk.Tables.Find<PartRow<Event>>(SampleCells.CellId, PartRow<Event>.KeyOf("2026-12-03|" + full.Id), default))!.Row.Part;
        Assert.Equal(("Phòng 9", "x89", "x90"), (edited.Place, edited.Chair, edited.Clerk));
        Assert.Equal(full.Chosen, edited.Chosen);
        Assert.Equal(full.Agenda, edited.Agenda);
        Assert.Equal(full.Documents, edited.Documents);
        Assert.Equal(full.Guests, edited.Guests);
    }

    [Fact]
    public async Task Whoever_is_named_is_offered_however_many_members_there_are()
    {
        var people = Enumerable.Range(1, 90).Select(number => new Member($"x{number:00}", $"Nguyễn Văn {number:00}", Gender.Male) { Joined = SampleFiles.Council.Members[0].Joined, Official = SampleFiles.Council.Members[0].Official });
        await using var talk = await Talk.Begin(SampleFiles.Council with { Members = [.. SampleFiles.Council.Members, .. people], Events = [new("hop", EventKind.Regular, "Sinh hoạt", new(2026, 12, 3)) { Time = new(14, 0), Chair = "x90" }] });

        await talk.Say("sửa cuộc họp ngày 3/12");
        await talk.Press("Lưu thay đổi", "m01", null, ("title", ""));
        Assert.Contains("Nguyễn Văn 90", talk.Choices("m01", "chair"));
        Assert.Equal(60, talk.Choices("m01", "clerk").Count);
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_named_with_its_length_and_nothing_is_cut()
    {
        await using var talk = await Talk.Begin();
        await talk.Say("sửa cuộc họp ngày 3/12");

        Assert.Contains("Dòng “" + new string('a', 40) + "…” dài 201/200 ký tự: đồng chí rút bớt 1 ký tự.", await talk.Press("Lưu thay đổi", "m01", null, ("agenda", "Mở đầu\n" + new string('a', 201))), StringComparison.Ordinal);
        Assert.Contains("dài 121/120 ký tự", await talk.Press("Lưu thay đổi", "m01", null, ("agenda", ""), ("guests", new string('b', 121))), StringComparison.Ordinal);
        Assert.Contains("dài 122/120 ký tự", await talk.Press("Lưu thay đổi", "m01", null, ("agenda", ""), ("documents", new string('c', 122) + ": https://example.org/x")), StringComparison.Ordinal);
        Assert.Equal(4, (await December12(talk)).Agenda.Count);
    }

    [Fact]
    public async Task An_imported_agenda_stays_whole_where_only_the_room_is_edited()
    {
        var imported = SampleFiles.Council.Events.Single(happening => happening.Id == "dinh-ky-12-2026") with { Agenda = [.. Enumerable.Range(1, 16).Select(number => new AgendaItem($"{number}. *{new string('x', 210)}*"))] };
        await using var talk = await Talk.Begin(SampleFiles.Council with { Events = [imported] });
        await talk.Say("sửa cuộc họp ngày 3/12");

        Assert.Contains("✔ Đã sửa lịch.", await talk.Press("Lưu thay đổi", "m01", null, ("place", "Phòng 9")), StringComparison.Ordinal);
        var edited = await December12(talk);
        Assert.Equal("Phòng 9", edited.Place);
        Assert.Equal(imported.Agenda, edited.Agenda);
    }

    [Fact]
    public async Task Where_several_may_be_meant_the_card_asks_which_and_a_member_can_t_edit()
    {
        await using var talk = await Talk.Begin();

        Assert.Contains("Sự kiện cần sửa", await talk.Say("sửa lịch"), StringComparison.Ordinal);
        Assert.Contains("Lưu thay đổi", await talk.Press("Sửa sự kiện này", "m01", null, ("event", December)), StringComparison.Ordinal);
        Assert.DoesNotContain("Sự kiện cần sửa", await talk.Say("sửa lịch", "m06"), StringComparison.Ordinal);
        Assert.DoesNotContain("Lưu thay đổi", await talk.Send(EventPlanCards.EditVerb, new() { ["event"] = December }, "m06"), StringComparison.Ordinal);
        Assert.Equal(EventsText.NothingToEdit, await talk.Send(EventPlanCards.EditVerb, new() { ["event"] = "2026-12-03|nothing" }));
    }

    [Fact]
    public void Lines_are_read_as_they_are_written()
    {
        const string Agenda = "[Chuyên đề] Báo cáo\nThảo luận";

        Assert.Equal(Agenda, AgendaLines.Write(AgendaLines.Agenda(Agenda)));
        Assert.Equal("Tài liệu 1 https://a.example.org/x", AgendaLines.Write(AgendaLines.Documents("https://a.example.org/x")));
        Assert.Equal("Nội dung: nhiều nhất 15 dòng.", AgendaLines.Problem(string.Join('\n', Enumerable.Repeat("Mục", 16)), null, null));
    }

    private static async Task<Event> December12(Talk talk) =>
        (await talk.Tables.Find<PartRow<Event>>(SampleCells.CellId, PartRow<Event>.KeyOf(December), default))!.Row.Part;
}
