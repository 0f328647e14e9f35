using Azure;
using ChiBoBot.Storage;

namespace ChiBoBot.Tests.Storage;

/// <summary>What every engine of the tables promises. Each engine runs it; the in-memory one too, so that it can't lie to other tests.</summary>
public abstract class TablesContract
{
    private static int CellsGiven;

    // Each test works in a partition of its own, so that they may share one store.
    private readonly string _cell = $"cell-{Interlocked.Increment(ref CellsGiven)}";

    private protected static string[] TableNames => ["Samples", "Others"];

    private protected abstract ITables Tables { get; }

    [Fact]
    public async Task A_row_comes_back_as_it_was_written()
    {
        var row = new SampleRow(_cell, "r")
        {
            Text = "Đồng chí \"Ân\" \\ 100% 😀\n\t<b>&",
            Number = int.MinValue,
            Long = long.MaxValue,
            Double = 71.4,
            Flag = true,
            Instant = new DateTimeOffset(2026, 12, 3, 14, 0, 0, TimeSpan.Zero).AddTicks(1234567),
            Day = new DateOnly(1988, 2, 29),
        };

        var tag = await Tables.Add(row, default);

        var found = await Tables.Find<SampleRow>(_cell, "r", default);
        Assert.Equal(row, found!.Row);
        Assert.Equal(tag, found.ETag);
    }

    [Theory]
    [InlineData(2.0)]
    [InlineData(-0.5)]
    [InlineData(1e300)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public async Task A_double_stays_a_double(double value)
    {
        await Tables.Add(new SampleRow(_cell, "r") { Double = value }, default);

        Assert.Equal(value, (await Tables.Find<SampleRow>(_cell, "r", default))!.Row.Double);
    }

    [Fact]
    public async Task A_row_without_any_value_is_a_row()
    {
        await Tables.Add(new SampleRow(_cell, "r"), default);

        Assert.Equal(new SampleRow(_cell, "r"), (await Tables.Find<SampleRow>(_cell, "r", default))!.Row);
    }

    [Fact]
    public async Task Where_there_is_no_row_none_is_found()
    {
        await Tables.Add(new SampleRow(_cell, "r"), default);

        Assert.Null(await Tables.Find<SampleRow>(_cell, "R", default));
        Assert.Null(await Tables.Find<SampleRow>(_cell + "x", "r", default));
        Assert.Null(await Tables.Find("Others", _cell, "r", default));
    }

    [Fact]
    public async Task Adding_a_row_that_is_there_is_a_conflict_and_changes_nothing()
    {
        await Tables.Add(new SampleRow(_cell, "r") { Text = "first" }, default);

        await Refused(Conflict.Exists, "r", Change.Add(new SampleRow(_cell, "r") { Text = "second" }));

        Assert.Equal("first", await TextOf("r"));
    }

    [Fact]
    public async Task Putting_makes_the_row_what_is_put_and_nothing_of_the_old_one_stays()
    {
        await Tables.Put(new SampleRow(_cell, "r") { Text = "first", Number = 1 }, default);
        var tag = await Tables.Put(new SampleRow(_cell, "r") { Text = "second" }, default);

        var found = await Tables.Find<SampleRow>(_cell, "r", default);
        Assert.Equal(new SampleRow(_cell, "r") { Text = "second" }, found!.Row);
        Assert.Equal(tag, found.ETag);
    }

    [Fact]
    public async Task Replacing_wants_the_tag_that_was_read()
    {
        var first = await Tables.Add(new SampleRow(_cell, "r") { Text = "first", Number = 1 }, default);
        var second = await Tables.Commit(Change.Replace(new SampleRow(_cell, "r") { Text = "second" }, first), default);

        await Refused(Conflict.Changed, "r", Change.Replace(new SampleRow(_cell, "r") { Text = "third" }, first));

        var found = await Tables.Find<SampleRow>(_cell, "r", default);
        Assert.Equal(new SampleRow(_cell, "r") { Text = "second" }, found!.Row);
        Assert.Equal(second, found.ETag);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Replacing_a_row_that_is_gone_says_so()
    {
        var tag = await Tables.Add(new SampleRow(_cell, "r"), default);
        await Tables.Commit(Change.Delete(new SampleRow(_cell, "r"), tag), default);

        await Refused(Conflict.Missing, "r", Change.Replace(new SampleRow(_cell, "r"), tag));
        await Refused(Conflict.Missing, "r", Change.Replace(new SampleRow(_cell, "r"), ETag.All));
    }

    [Fact]
    public async Task Replacing_whatever_is_there_wants_a_row_only()
    {
        await Tables.Add(new SampleRow(_cell, "r") { Text = "first" }, default);

        await Tables.Commit(Change.Replace(new SampleRow(_cell, "r") { Text = "second" }, ETag.All), default);

        Assert.Equal("second", await TextOf("r"));
    }

    [Fact]
    public async Task Deleting_wants_the_tag_that_was_read()
    {
        var row = new SampleRow(_cell, "r");
        var first = await Tables.Add(row, default);
        var second = await Tables.Put(row, default);

        await Refused(Conflict.Changed, "r", Change.Delete(row, first));
        Assert.NotNull(await Tables.Find<SampleRow>(_cell, "r", default));

        Assert.Equal(default, await Tables.Commit(Change.Delete(row, second), default));
        Assert.Null(await Tables.Find<SampleRow>(_cell, "r", default));
        await Refused(Conflict.Missing, "r", Change.Delete(row, second));
    }

    [Fact]
    public async Task Deleting_whatever_is_there_wants_a_row_only()
    {
        var row = new SampleRow(_cell, "r");
        await Tables.Add(row, default);

        await Tables.Commit(Change.Delete(row, ETag.All), default);

        Assert.Null(await Tables.Find<SampleRow>(_cell, "r", default));
        await Refused(Conflict.Missing, "r", Change.Delete(row, ETag.All));
    }

    [Fact]
    public async Task A_row_that_went_and_came_back_is_another_one()
    {
        var row = new SampleRow(_cell, "r");
        var first = await Tables.Add(row, default);
        await Tables.Commit(Change.Delete(row, first), default);
        await Tables.Add(row, default);

        await Refused(Conflict.Changed, "r", Change.Replace(row, first));
    }

    [Fact]
    public async Task A_change_that_names_no_tag_is_refused()
    {
        var row = new SampleRow(_cell, "r");
        await Tables.Add(row, default);

        await Impossible(Change.Replace(row, default));
        await Impossible(Change.Delete(row, default));
    }

    [Fact]
    public async Task Rows_are_listed_in_the_ordinal_order_of_their_keys()
    {
        // By UTF-16 units, where 😀 (a pair beginning with D83D) comes before the full-width ａ (FF41), as it does not by bytes of UTF-8.
        string[] ordered = ["A", "Z", "_", "a", "a b", "a|1", "a|2", "b", "Đ", "đ", "ế", "😀", "ａ"];
        foreach (var key in ordered.Reverse())
        {
            await Tables.Add(new SampleRow(_cell, key), default);
        }

        Assert.Equal(ordered, await Keys(RowRange.All));
        Assert.Equal(["a|1", "a|2", "b", "Đ", "đ", "ế", "😀", "ａ"], await Keys(new RowRange("a|", null)));
        Assert.Equal(["A", "Z", "_"], await Keys(new RowRange(null, "a")));
        Assert.Equal(["a|1", "a|2"], await Keys(RowRange.StartingWith("a|")));
        Assert.Equal(["😀"], await Keys(RowRange.StartingWith("😀")));
        Assert.Equal(["b", "Đ"], await Keys(new RowRange("b", "đ")));
        Assert.Equal(ordered, await Keys(RowRange.StartingWith("")));
        Assert.Empty(await Keys(RowRange.StartingWith("c")));
        Assert.Empty(await Keys(new RowRange("b", "a")));
    }

    [Fact]
    public async Task Only_the_rows_of_the_partition_and_the_table_are_listed()
    {
        foreach (var partition in (string[])[_cell, _cell + "'", _cell + "0", "x" + _cell])
        {
            await Tables.Add(new SampleRow(partition, "r"), default);
        }

        Assert.Equal(["r"], await Keys(RowRange.All));
        Assert.Empty(await Tables.List("Others", _cell, RowRange.All, default));
        Assert.Empty(await Tables.List("Samples", "nobody", RowRange.All, default));
    }

    [Fact]
    public async Task Quotes_and_Vietnamese_in_keys_and_ranges_mean_themselves()
    {
        var partition = $"{_cell} Chi bộ 'Kỹ thuật' số 1";
        foreach (var key in (string[])["Ân", "Đỗ 'Ba'", "Đỗ 'Ba'' or 1 eq 1", "Nguyễn", "Ước"])
        {
            await Tables.Add(new SampleRow(partition, key) { Text = key }, default);
        }

        var found = await Tables.List<SampleRow>(partition, RowRange.StartingWith("Đỗ 'Ba'"), default);

        Assert.Equal(["Đỗ 'Ba'", "Đỗ 'Ba'' or 1 eq 1"], found.Select(row => row.Row.RowKey));
        Assert.All(found, row => Assert.Equal(partition, row.Row.PartitionKey));
        Assert.Equal("Ước", (await Tables.Find<SampleRow>(partition, "Ước", default))!.Row.Text);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("it's ''quoted''")]
    [InlineData("%41%2f")]
    [InlineData("a+b=c&d")]
    [InlineData("29:1a@thread.v2;messageid=1,2")]
    [InlineData("..")]
    [InlineData(" ")]
    [InlineData("(x)!*$~")]
    [InlineData("{\"<>^`[]|")]
    [InlineData("e\u0302\u0301 ế \u00A0")]
    public async Task An_odd_key_works_in_every_operation(string key)
    {
        var row = new SampleRow(_cell + key, key);
        var tag = await Tables.Add(row, default);
        tag = await Tables.Commit(Change.Replace(row, tag), default);
        await Tables.Commit([Change.Put(row with { Number = 2 }), Change.Add(new SampleRow(_cell + key, key + "2"))], default);

        var found = await Tables.Find<SampleRow>(_cell + key, key, default);
        Assert.Equal(row with { Number = 2 }, found!.Row);
        Assert.Equal([key, key + "2"], (await Tables.List<SampleRow>(_cell + key, new RowRange(key, null), default)).Select(each => each.Row.RowKey));
        await Tables.Commit(Change.Delete(row, found.ETag), default);
        Assert.Null(await Tables.Find<SampleRow>(_cell + key, key, default));
    }

    [Fact]
    public async Task More_rows_than_a_page_holds_are_all_listed()
    {
        for (var i = 0; i < 1100; i += 100)
        {
            await Tables.Commit([.. Enumerable.Range(i, 100).Select(n => Change.Add(new SampleRow(_cell, $"{n:D4}") { Number = n }))], default);
        }

        var found = await Tables.List<SampleRow>(_cell, RowRange.All, default);

        Assert.Equal(Enumerable.Range(0, 1100), found.Select(row => row.Row.Number!.Value));
    }

    [Fact]
    public async Task Changes_of_a_commit_are_made_together()
    {
        var replaced = await Tables.Add(new SampleRow(_cell, "replaced") { Text = "old" }, default);
        var deleted = await Tables.Add(new SampleRow(_cell, "deleted"), default);

        await Tables.Commit(
        [
            Change.Add(new SampleRow(_cell, "added") { Text = "Mới" }),
            Change.Put(new SampleRow(_cell, "put") { Text = "new" }),
            Change.Replace(new SampleRow(_cell, "replaced") { Text = "new" }, replaced),
            Change.Delete(new SampleRow(_cell, "deleted"), deleted),
        ], default);

        Assert.Equal(["added", "put", "replaced"], await Keys(RowRange.All));
        Assert.Equal("Mới", await TextOf("added"));
        Assert.Equal("new", await TextOf("replaced"));
    }

    [Fact]
    public async Task One_conflict_undoes_the_whole_commit_and_is_named()
    {
        var stale = await Tables.Add(new SampleRow(_cell, "c") { Text = "old" }, default);
        await Tables.Put(new SampleRow(_cell, "c") { Text = "newer" }, default);
        Change[] fine = [Change.Add(new SampleRow(_cell, "a")), Change.Put(new SampleRow(_cell, "b"))];

        await Refused(Conflict.Exists, "c", [.. fine, Change.Add(new SampleRow(_cell, "c"))]);
        await Refused(Conflict.Changed, "c", [.. fine, Change.Replace(new SampleRow(_cell, "c"), stale), Change.Put(new SampleRow(_cell, "d"))]);
        await Refused(Conflict.Changed, "c", [Change.Delete(new SampleRow(_cell, "c"), stale), .. fine]);
        await Refused(Conflict.Missing, "e", [.. fine, Change.Delete(new SampleRow(_cell, "e"), ETag.All)]);
        await Refused(Conflict.Missing, "e", [.. fine, Change.Replace(new SampleRow(_cell, "e"), stale)]);

        Assert.Equal(["c"], await Keys(RowRange.All));
        Assert.Equal("newer", await TextOf("c"));
    }

    [Fact]
    public async Task A_commit_has_one_to_a_hundred_changes()
    {
        Change[] changes = [.. Enumerable.Range(0, 101).Select(n => Change.Add(new SampleRow(_cell, $"{n:D3}")))];

        await Impossible();
        await Impossible(changes);
        await Tables.Commit(changes[..100], default);
        await Tables.Commit([changes[100]], default);

        Assert.Equal(101, (await Keys(RowRange.All)).Count());
    }

    [Fact]
    public async Task A_commit_lies_in_one_partition_of_one_table_and_names_each_row_once()
    {
        var change = Change.Add(new SampleRow(_cell, "a"));

        await Impossible(change, Change.Add(new SampleRow(_cell + "x", "b")));
        await Impossible(change, Change.Add(new SampleRow(_cell, "b")) with { Table = "Others" });
        await Impossible(change, Change.Put(new SampleRow(_cell, "a")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\nb")]
    [InlineData("a\u0000")]
    [InlineData("a\u007f")]
    [InlineData("a\u009f")]
    [InlineData("a\ud83d")]
    public async Task A_key_with_what_keys_may_not_hold_is_refused(string key)
    {
        await Impossible(Change.Put(new SampleRow(_cell, key)));
        await Impossible(Change.Put(new SampleRow(key, "r")));
        await Impossible(Change.Put(new SampleRow(_cell, "r")), Change.Put(new SampleRow(_cell, key)));
        await Assert.ThrowsAsync<KeyException>(() => Tables.Find("Samples", _cell, key, default));
        await Assert.ThrowsAsync<KeyException>(() => Tables.Find("Samples", key, "r", default));
        await Assert.ThrowsAsync<KeyException>(() => Tables.List("Samples", key, RowRange.All, default));
    }

    [Fact]
    public async Task A_key_has_at_most_512_characters()
    {
        var longest = new SampleRow(_cell + new string('ô', 512 - _cell.Length), new string('k', 512));
        await Tables.Add(longest, default);

        Assert.Equal(longest, (await Tables.Find<SampleRow>(longest.PartitionKey, longest.RowKey, default))!.Row);
        await Impossible(Change.Put(new SampleRow(_cell, new string('k', 513))));
    }

    [Theory]
    [InlineData("x", 32_768)]
    [InlineData("ệ", 32_768)]
    [InlineData("\"", 32_768)]
    [InlineData("😀", 16_384)]
    public async Task A_text_has_at_most_32768_characters(string letter, int most)
    {
        var text = string.Concat(Enumerable.Repeat(letter, most));
        await Tables.Put(new SampleRow(_cell, "r") { Text = text }, default);

        Assert.Equal(text, await TextOf("r"));
        await Impossible(Change.Put(new SampleRow(_cell, "r") { Text = text + "x" }));
    }

    [Fact]
    public async Task A_row_has_at_most_a_mebibyte()
    {
        // 15 × 65,536 bytes of text and a little for each; the 16th text may fill the rest, but not more.
        Change Row(int last) => Written("r", row =>
        {
            for (var i = 0; i < 15; i++)
            {
                row.Text($"T{i}", new string('x', 32_768));
            }

            row.Text("Last", new string('x', last));
        });

        await Tables.Commit(Row(32_000), default);

        var found = await Tables.Find("Samples", _cell, "r", default);
        Assert.Equal(new string('x', 32_768), found!.Text("T14"));
        Assert.Equal(32_000, found.Text("Last").Length);
        await Impossible(Row(32_768));
    }

    [Fact]
    public async Task A_commit_has_at_most_four_mebibytes()
    {
        Change Row(int n) => Written($"{n}", row =>
        {
            for (var i = 0; i < 15; i++)
            {
                row.Text($"T{i}", new string('x', 32_000));
            }
        });

        Change[] rows = [.. Enumerable.Range(1, 9).Select(Row)];
        await Impossible(rows);
        await Tables.Commit(rows[..8], default);

        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8"], await Keys(RowRange.All));
    }

    [Fact]
    public async Task A_row_has_at_most_251_properties_of_its_own()
    {
        Change Row(int count) => Written("r", row =>
        {
            for (var i = 0; i < count; i++)
            {
                row.Number($"P{i}", i);
            }
        });

        await Tables.Commit(Row(251), default);

        Assert.Equal(250, (await Tables.Find("Samples", _cell, "r", default))!.Number("P250"));
        await Impossible(Row(252));
    }

    [Theory]
    [InlineData("PartitionKey")]
    [InlineData("RowKey")]
    [InlineData("Timestamp")]
    [InlineData("odata.etag")]
    [InlineData("_op")]
    [InlineData("")]
    [InlineData("2nd")]
    [InlineData("a-b")]
    [InlineData("tên")]
    public Task A_property_can_not_be_called(string name) => Impossible(Written("r", row => row.Text(name, "x")));

    [Fact]
    public async Task An_instant_before_1601_is_refused()
    {
        await Tables.Put(new SampleRow(_cell, "r") { Instant = new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero) }, default);

        await Impossible(Change.Put(new SampleRow(_cell, "r") { Instant = new DateTimeOffset(1600, 12, 31, 23, 59, 59, TimeSpan.Zero) }));
    }

    [Fact]
    public async Task A_table_that_was_not_prepared_is_a_fault_and_not_an_empty_one()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => Tables.Find("Forgotten", _cell, "r", default));
        await Assert.ThrowsAnyAsync<Exception>(() => Tables.List("Forgotten", _cell, RowRange.All, default));
        await Assert.ThrowsAnyAsync<Exception>(() => Tables.Commit(Change.Put(new SampleRow(_cell, "r")) with { Table = "Forgotten" }, default));
    }

    [Fact]
    public async Task Preparing_again_changes_nothing()
    {
        await Tables.Add(new SampleRow(_cell, "r"), default);

        await Tables.Prepare(TableNames, default);

        Assert.Equal(["r"], await Keys(RowRange.All));
        await Assert.ThrowsAsync<ArgumentException>(() => Tables.Prepare(["no-name"], default));
    }

    [Fact]
    public Task The_store_answers() => Tables.Check(default);

    [Fact]
    public async Task What_was_cancelled_before_is_not_done()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Tables.Commit(Change.Put(new SampleRow(_cell, "r")), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Tables.Find("Samples", _cell, "r", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Tables.List("Samples", _cell, RowRange.All, cancelled));

        Assert.Empty(await Keys(RowRange.All));
    }

    [Fact]
    public async Task Of_sixteen_writers_none_loses_a_count()
    {
        await Tables.Add(new SampleRow(_cell, "counter") { Number = 0 }, default);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
            {
                await Counter.Raise(Tables, _cell);
            }
        })));

        Assert.Equal(80, (await Tables.Find<SampleRow>(_cell, "counter", default))!.Row.Number);
    }

    private async Task<IEnumerable<string>> Keys(RowRange range) =>
        (await Tables.List("Samples", _cell, range, default)).Select(row => row.RowKey);

    private async Task<string?> TextOf(string key) => (await Tables.Find<SampleRow>(_cell, key, default))?.Row.Text;

    private async Task Refused(Conflict conflict, string key, params Change[] changes)
    {
        var refused = await Assert.ThrowsAsync<ConflictException>(() => changes is [var only] ? Tables.Commit(only, default) : Tables.Commit(changes, default));
        Assert.Equal((conflict, key), (refused.Conflict, refused.RowKey));
    }

    private async Task Impossible(params Change[] changes)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Tables.Commit(changes, default));
        if (changes is [var only])
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Tables.Commit(only, default));
        }
    }

    private Change Written(string key, Action<RowWriter> write)
    {
        using var row = new RowWriter();
        write(row);
        return new Change(ChangeKind.Put, "Samples", _cell, key, row.Finish(), default);
    }
}
