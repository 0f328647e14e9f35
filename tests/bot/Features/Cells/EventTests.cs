using System.Text;
using System.Text.Json;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Storage;

namespace ChiBoBot.Tests.Features.Cells;

public class EventTests
{
    private static readonly DateOnly Day = new(2026, 12, 3);

    [Fact]
    public void A_meeting_ends_after_its_minutes_or_two_hours_and_a_whole_day_with_the_day()
    {
        var meeting = new Event("e", EventKind.Regular, "Sinh hoạt định kỳ", Day);

        Assert.Equal(new DateTimeOffset(2026, 12, 3, 15, 30, 0, TimeSpan.FromHours(7)), (meeting with { Time = new(14, 0), Minutes = 90 }).EndsAt);
        Assert.Equal(new DateTimeOffset(2026, 12, 3, 16, 0, 0, TimeSpan.FromHours(7)), (meeting with { Time = new(14, 0) }).EndsAt);
        Assert.Equal(new DateTimeOffset(2026, 12, 4, 0, 0, 0, TimeSpan.FromHours(7)), meeting.EndsAt);
    }

    [Fact]
    public void The_committee_is_called_to_its_own_meetings_the_chosen_to_theirs_and_the_suspended_to_none()
    {
        var all = new Event("e", EventKind.Regular, "Sinh hoạt định kỳ", Day);
        var secretary = Member("m01") with { Posts = [new(Post.Secretary, PartialDate.Parse("2024"))] };
        var clerk = Member("m02") with { Posts = [new(Post.Clerk, PartialDate.Parse("2024"))] };
        var suspended = Member("m03") with { Standings = [new(Standing.Suspended, PartialDate.Parse("2026-11"))] };
        var exempt = Member("m04") with { Standings = [new(Standing.Exempt, PartialDate.Parse("2026"))] };
        var gone = Member("m05") with { Transfers = [new(Direction.Out, PartialDate.Parse("2026-12-03"), TransferReason.Retired)] };
        Member[] members = [secretary, clerk, suspended, exempt, gone];
        string Called(Event happening) => string.Join(' ', members.Where(member => member.IsCalled(happening)).Select(member => member.Id));

        Assert.Equal("m01 m02 m04", Called(all));
        Assert.Equal("m01", Called(all with { Kind = EventKind.Committee }));
        Assert.Equal("m01 m02 m04", Called(all with { Kind = EventKind.Committee, Summons = Summons.All }));
        Assert.Equal("m02", Called(all with { Summons = Summons.Chosen, Chosen = ["m02", "m03"] }));
    }

    [Fact]
    public async Task A_row_written_before_agendas_had_categories_is_read_as_before()
    {
        var tables = new InMemoryTables();
        await tables.Prepare([CellRow.Table], default);
        await tables.Commit(new Change(ChangeKind.Add, CellRow.Table, "cell", "event|2026-12-03|e1", """
            {"Part":"{\"id\":\"e1\",\"kind\":\"Regular\",\"title\":\"Sinh hoạt\",\"date\":\"2026-12-03\",\"agenda\":[\"Điểm danh\",\"Thảo luận\"]}"}
            """u8.ToArray(), default), default);

        var read = (await tables.Find<PartRow<Event>>("cell", "event|2026-12-03|e1", default))!.Row.Part;

        Assert.Equal([new AgendaItem("Điểm danh"), new AgendaItem("Thảo luận")], read.Agenda);
    }

    [Fact]
    public void Everything_of_a_meeting_survives_its_row()
    {
        var meeting = new Event("e1", EventKind.Thematic, "Chuyên đề quý IV", Day)
        {
            Time = new(14, 0),
            Link = "https://meet.example.org/a",
            Agenda = [new("Báo cáo chuyên đề") { Category = AgendaCategory.Thematic }, new("Kết luận")],
            Summons = Summons.Chosen,
            Chosen = ["m01", "m02"],
            Guests = ["Đồng chí Phó Bí thư Đảng ủy"],
            Documents = [new("Đề cương", "https://docs.example.org/de-cuong")],
        };

        var written = JsonSerializer.Serialize(meeting, CellJson.Default.Event);
        var read = JsonSerializer.Deserialize(written, CellJson.Default.Event)!;

        Assert.Equal(written, JsonSerializer.Serialize(read, CellJson.Default.Event));
        Assert.Equal(meeting.Agenda, read.Agenda);
        Assert.Equal(meeting.Documents, read.Documents);
        Assert.Contains("""{"text":"B""", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_may_say_who_is_called_what_to_read_and_what_each_point_is_about()
    {
        var (file, mistakes) = Read("""
            { "id": "x1", "kind": "commemoration", "title": "Kỷ niệm", "date": "2026-12-22", "time": "08:00", "link": "https://meet.example.org/a",
              "agenda": ["Ôn truyền thống", { "text": "Tặng quà", "category": "procedure" }], "summons": "chosen", "chosen": ["m01"],
              "guests": ["Đồng chí Bí thư Đảng ủy"], "documents": [{ "title": "Kế hoạch", "link": "https://docs.example.org/ke-hoach" }] }
            """);

        Assert.Empty(mistakes);
        var read = Assert.Single(file!.Events);
        Assert.Equal([new AgendaItem("Ôn truyền thống"), new AgendaItem("Tặng quà") { Category = AgendaCategory.Procedure }], read.Agenda);
        Assert.Equal(Summons.Chosen, read.Summons);
        Assert.False(read.IsMeeting);
    }

    [Theory]
    [InlineData("\"link\": \"http://meet.example.org\"", "$.events[0].link", "'http://meet.example.org' is no link; it looks like https://example.org/page")]
    [InlineData("\"documents\": [{ \"title\": \"A\", \"link\": \"tệp\" }]", "$.events[0].documents[0].link", "'tệp' is no link; it looks like https://example.org/page")]
    [InlineData("\"summons\": \"chosen\"", "$.events[0].chosen", "goes with the summons 'chosen', and that names at least one member")]
    [InlineData("\"chosen\": [\"m01\"]", "$.events[0].chosen", "goes with the summons 'chosen', and that names at least one member")]
    [InlineData("\"summons\": \"chosen\", \"chosen\": [\"m99\"]", "$.events[0].chosen[0]", "names the member 'm99', which is not in the file")]
    [InlineData("\"agenda\": [{ \"text\": \"A\" }]", "$.events[0].agenda[0].category", "is missing; it must be one of information, results, tasks, thematic, study, organisation, selfCriticism, professional, procedure")]
    public void What_cannot_be_is_said_with_its_place(string wrong, string path, string problem)
    {
        var (file, mistakes) = Read($$"""{ "id": "x1", "kind": "regular", "title": "Sinh hoạt", "date": "2026-12-03", {{wrong}} }""");

        Assert.Null(file);
        var mistake = Assert.Single(mistakes);
        Assert.Equal((path, problem), (mistake.Path, mistake.Problem));
    }

    private static (CellFile? File, IReadOnlyList<Mistake> Mistakes) Read(string meeting) => CellFileReader.Read(Encoding.UTF8.GetBytes($$"""
        { "version": 1, "cell": { "id": "c", "name": "Chi bộ", "tenant": "{{SampleCells.TenantId}}" },
          "members": [{ "id": "m01", "name": "Lâm Văn Thử", "gender": "male", "joined": "2010" }], "events": [{{meeting}}] }
        """));

    private static Member Member(string id) => new(id, "Lâm Văn Thử", Gender.Male) { Joined = PartialDate.Parse("2010"), Official = PartialDate.Parse("2011") };
}
