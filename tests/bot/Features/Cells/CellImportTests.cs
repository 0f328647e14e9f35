using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Storage;

namespace ChiBoBot.Tests.Features.Cells;

/// <summary>Importing changes what differs and nothing else, keeps what the bot wrote, and can be broken off anywhere.</summary>
public class CellImportTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly BrokenTables _tables = new(new InMemoryTables());

    [Fact]
    public async Task Everything_in_the_file_is_a_row_of_the_cell()
    {
        var report = await Import(SampleFiles.Council);

        Assert.True(report.IsNew);
        Assert.Equal(16 + 2 + 2 + 15 + 8 + 6 + 37 + 9, report.Plan.Added);
        Assert.Equal(16, (await Rows<Member>()).Count);
        Assert.Equal(37, (await Rows<Event>()).Count);
        Assert.Null((await Cell())!.Importing);
    }

    [Fact]
    public async Task Rows_give_back_the_parts_of_the_file()
    {
        await Import(SampleFiles.Council);

        Assert.Equal(
            SampleFiles.Council.Members.Select(Fingerprint.Of),
            (await Rows<Member>()).Select(row => Fingerprint.Of(row.Row.Part)));
        Assert.Equal(
            SampleFiles.Council.Targets.Select(Fingerprint.Of),
            (await Rows<Target>()).Select(row => Fingerprint.Of(row.Row.Part)));
        Assert.Equal(["m12", "m16"], (await Rows<Member>()).Where(row => row.Row.Part.Upn is null).Select(row => row.Row.Part.Id));
    }

    [Fact]
    public async Task Events_lie_in_the_order_of_their_days()
    {
        await Import(SampleFiles.Council);

        var days = (await Rows<Event>()).Select(row => row.Row.Part.Date).ToList();

        Assert.Equal(days.Order(), days);
    }

    [Fact]
    public async Task The_same_file_again_writes_nothing()
    {
        await Import(SampleFiles.Council);
        var commits = _tables.Commits;

        var report = await Import(SampleFiles.Council);

        Assert.Equal(commits, _tables.Commits);
        Assert.Equal((0, 0, 0, 95), (report.Plan.Added, report.Plan.Changed, report.Plan.Removed, report.Plan.Unchanged));
    }

    [Fact]
    public async Task A_changed_file_changes_only_what_differs()
    {
        await Import(SampleFiles.Council);
        var before = (await Rows<Member>()).ToDictionary(row => row.Row.Part.Id, row => row.ETag);

        var report = await Import(SampleFiles.Valid(SampleFiles.With("\"job\": \"Trưởng Ban Pháp chế\"", "\"job\": \"Trưởng Ban Dân tộc\"")));

        Assert.Equal((0, 1, 0), (report.Plan.Added, report.Plan.Changed, report.Plan.Removed));
        Assert.Equal(["m02"], (await Rows<Member>()).Where(row => row.ETag != before[row.Row.Part.Id]).Select(row => row.Row.Part.Id));
    }

    [Fact]
    public async Task What_the_bot_made_of_a_row_stays_while_the_file_says_the_same()
    {
        await Import(SampleFiles.Council);
        await Record("B8", ResultStatus.Met);

        await Import(SampleFiles.Council);

        Assert.Equal(ResultStatus.Met, await StatusOf("B8"));
    }

    [Fact]
    public async Task The_file_has_the_last_word_where_it_says_something_new()
    {
        await Import(SampleFiles.Council);
        await Record("B8", ResultStatus.Met);

        await Import(SampleFiles.Valid(SampleFiles.With("\"status\": \"inProgress\"", "\"status\": \"exceeded\"")));

        Assert.Equal(ResultStatus.Exceeded, await StatusOf("B8"));
    }

    [Fact]
    public async Task A_row_that_only_the_bot_wrote_is_never_touched()
    {
        await Import(SampleFiles.Council);
        await _tables.Add(new PartRow<Result>("hdnd", new Result("B1", ResultStatus.Met) { Year = 2025 }), None);

        await Import(SampleFiles.Council);
        var report = await Import(SampleFiles.Council with { Results = [.. SampleFiles.Council.Results, new Result("B1", ResultStatus.Failed) { Year = 2025 }] });

        Assert.Equal(["result|B1|2025"], report.Plan.Kept);
        Assert.Equal(ResultStatus.Met, (await Rows<Result>()).Single(row => row.Row.Part.Target == "B1").Row.Part.Status);
    }

    [Fact]
    public async Task What_left_the_file_goes_unless_the_bot_has_changed_it()
    {
        await Import(SampleFiles.Council);
        var held = (await Rows<Event>()).Single(row => row.Row.Part.Id == "hien-mau-11-2026");
        await _tables.Replace(held, held.Row with { Part = held.Row.Part with { State = EventState.Held } }, None);

        var report = await Import(SampleFiles.Council with
        {
            Events = [.. SampleFiles.Council.Events.Where(one => one.Id is not ("hien-mau-11-2026" or "den-on-07-2026"))],
        });

        Assert.Equal(1, report.Plan.Removed);
        Assert.Equal(["event|2026-11-27|hien-mau-11-2026"], report.Plan.Kept);
    }

    [Fact]
    public async Task A_moved_event_is_the_same_event_on_another_day()
    {
        await Import(SampleFiles.Council);

        await Import(SampleFiles.Valid(SampleFiles.With("\"date\": \"2026-12-03\"", "\"date\": \"2026-12-04\"")));

        var moved = Assert.Single(await Rows<Event>(), row => row.Row.Part.Id == "dinh-ky-12-2026");
        Assert.Equal("event|2026-12-04|dinh-ky-12-2026", moved.Row.RowKey);
    }

    [Fact]
    public async Task An_event_that_the_bot_moved_stays_where_it_is()
    {
        await Import(SampleFiles.Council);
        var row = (await Rows<Event>()).Single(row => row.Row.Part.Id == "dinh-ky-12-2026");
        await _tables.Commit([Change.Delete(row.Row, row.ETag), Change.Add(row.Row with { Part = row.Row.Part with { Date = new(2026, 12, 5) } })], None);

        var report = await Import(SampleFiles.Council);

        Assert.Empty(report.Plan.Changes);
        Assert.Equal(new DateOnly(2026, 12, 5), (await Rows<Event>()).Single(row => row.Row.Part.Id == "dinh-ky-12-2026").Row.Part.Date);
    }

    [Fact]
    public async Task A_member_never_disappears()
    {
        await Import(SampleFiles.Merged);
        var commits = _tables.Commits;

        var report = await Import(SampleFiles.Merged with { Members = [.. SampleFiles.Merged.Members.Where(member => member.Id != "m08")] });

        Assert.Equal(
            "$.members: the member 'm08' was imported before and is not in the file; a member who has left stays in it with a transfer 'out' and its date",
            Assert.Single(report.Plan.Refused).ToString());
        Assert.Equal(commits, _tables.Commits);
    }

    [Fact]
    public async Task A_target_with_a_result_from_the_bot_does_not_go()
    {
        await Import(SampleFiles.Merged);
        await _tables.Add(new PartRow<Result>("van-phong", new Result("C1", ResultStatus.Met) { Year = 2026 }), None);

        var report = await Import(SampleFiles.Merged with { Targets = [] });

        Assert.Equal("$.targets: the target 'C1' is not in the file any more, but a result was recorded for it in the bot", Assert.Single(report.Plan.Refused).ToString());
    }

    [Fact]
    public async Task A_cell_stays_in_its_tenant()
    {
        await Import(SampleFiles.Merged);

        var report = await Import(SampleFiles.Merged with { Cell = SampleFiles.Merged.Cell with { TenantId = "00000000-0000-0000-0000-000000000001" } });

        Assert.Equal("$.cell.tenant", Assert.Single(report.Plan.Refused).Path);
    }

    [Fact]
    public async Task The_sample_cells_go_into_a_database_file_and_a_repeat_finds_them_there()
    {
        using var folder = new ScratchFolder();
        using var file = new Sqlite(folder.File("chibobot.db"));
        await file.Prepare(CellsFeature.Tables, None);
        var counted = new BrokenTables(file);
        var import = new CellImport(counted);

        await import.Run(SampleFiles.Council, None);
        await import.Run(SampleFiles.Merged, None);
        var commits = counted.Commits;
        var again = await import.Run(SampleFiles.Council, None);

        Assert.Equal((95, commits), (again.Plan.Unchanged, counted.Commits));
    }

    [Fact]
    public async Task Two_cells_know_nothing_of_each_other()
    {
        await Import(SampleFiles.Council);
        await Import(SampleFiles.Merged);

        Assert.Equal(16, (await Rows<Member>()).Count);
        Assert.Equal(11, (await Rows<Member>("van-phong")).Count);
    }

    [Fact]
    public async Task Until_a_first_import_is_finished_there_is_no_cell_and_a_repeat_finishes_it()
    {
        var large = Large();
        await Import(large);
        var whole = _tables.Commits;

        for (var died = 0; died < whole; died++)
        {
            var tables = new BrokenTables(new InMemoryTables()) { Left = died };
            await Assert.ThrowsAsync<IOException>(() => new CellImport(tables).Run(large, None));
            Assert.Null(await tables.Find<CellRow>("hdnd", CellRow.Key, None));

            tables.Left = int.MaxValue;
            await new CellImport(tables).Run(large, None);

            Assert.Equal(16 + 250, (await tables.List("Cells", "hdnd", RowRange.All, None)).Count(row => row.RowKey.StartsWith("member|", StringComparison.Ordinal) || row.RowKey.StartsWith("event|", StringComparison.Ordinal)));
            Assert.Null((await tables.Find<CellRow>("hdnd", CellRow.Key, None))!.Row.Importing);
        }
    }

    [Fact]
    public async Task A_repeated_import_that_breaks_off_is_marked_until_a_repeat_finishes_it()
    {
        await Import(SampleFiles.Council);
        _tables.Left = 2;

        await Assert.ThrowsAsync<IOException>(() => Import(Large()));
        Assert.NotNull((await Cell())!.Importing);

        _tables.Left = int.MaxValue;
        var report = await Import(Large());
        Assert.True(report.WasUnfinished);
        Assert.Null((await Cell())!.Importing);
        Assert.Equal(250, (await Rows<Event>()).Count);
    }

    [Fact]
    public async Task What_somebody_writes_meanwhile_is_compared_again()
    {
        await Import(SampleFiles.Council);
        _tables.Before = () => Record("B8", ResultStatus.Met);

        await Import(SampleFiles.Valid(SampleFiles.With("\"status\": \"inProgress\"", "\"status\": \"exceeded\"")));

        Assert.Equal(ResultStatus.Exceeded, await StatusOf("B8"));
    }

    [Fact]
    public async Task People_are_found_by_object_id_and_by_the_hash_of_their_name()
    {
        await Import(SampleFiles.Council);

        var byId = Assert.Single(await _tables.List<PersonRow>("o|1035796f-deb2-4126-a93f-e8300e7b7808", RowRange.All, None));
        Assert.Equal(("hdnd", "m01"), (byId.Row.CellId, byId.Row.MemberId));
        var byUpn = Assert.Single(await _tables.List<PersonRow>(PersonRow.KeyOfUpn("5F0C2A7E-8D41-4B6A-9C3E-71D2E4A80B15", "Tho.NX@hdnd.example.org"), RowRange.All, None));
        Assert.Equal("m10", byUpn.Row.MemberId);
        Assert.DoesNotContain("tho", byUpn.Row.PartitionKey, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_account_leaves_nothing_behind_under_the_old_one()
    {
        await Import(SampleFiles.Council);

        await Import(SampleFiles.Valid(SampleFiles.With("1035796f-deb2-4126-a93f-e8300e7b7808", "00000000-0000-4000-8000-000000000001")));

        Assert.Empty(await _tables.List<PersonRow>("o|1035796f-deb2-4126-a93f-e8300e7b7808", RowRange.All, None));
        Assert.Single(await _tables.List<PersonRow>("o|00000000-0000-4000-8000-000000000001", RowRange.All, None));
    }

    private static CellFile Large() => SampleFiles.Council with
    {
        Events =
        [
            .. SampleFiles.Council.Events,
            .. Enumerable.Range(0, 250 - SampleFiles.Council.Events.Count).Select(i => new Event($"them-{i}", EventKind.Activity, $"Hoạt động {i}", new DateOnly(2027, 1, 1).AddDays(i))),
        ],
    };

    private Task<ImportReport> Import(CellFile file) => new CellImport(_tables).Run(file, None);

    private async Task<CellRow?> Cell() => (await _tables.Find<CellRow>("hdnd", CellRow.Key, None))?.Row;

    private Task<IReadOnlyList<Stored<PartRow<T>>>> Rows<T>(string cell = "hdnd")
        where T : ICellPart<T> => _tables.List<PartRow<T>>(cell, PartRow<T>.Range, None);

    private async Task Record(string target, ResultStatus status)
    {
        var row = (await Rows<Result>()).Single(row => row.Row.Part.Target == target);
        await _tables.Replace(row, row.Row with { Part = row.Row.Part with { Status = status } }, None);
    }

    private async Task<ResultStatus> StatusOf(string target) => (await Rows<Result>()).Single(row => row.Row.Part.Target == target).Row.Part.Status;
}
