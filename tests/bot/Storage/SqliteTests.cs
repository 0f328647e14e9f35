using System.Text;
using ChiBoBot.Storage;
using Microsoft.Data.Sqlite;

namespace ChiBoBot.Tests.Storage;

/// <summary>What is particular to the file: its life, its faults, and others beside us.</summary>
public sealed class SqliteTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly string _path;

    public SqliteTests() => _path = _folder.File("cells.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_stored_is_there_after_a_restart_and_its_tags_are_not_used_again()
    {
        var row = new SampleRow("cell", "r") { Text = "Nghị quyết" };
        Azure.ETag first, last;
        using (var before = await Open())
        {
            first = await before.Add(row, default);
            last = await before.Put(row, default);
            await before.Commit(Change.Delete(row, last), default);
        }

        using var after = await Open();
        var again = await after.Add(row, default);

        Assert.True(Number(first) < Number(last) && Number(last) < Number(again), $"{first} {last} {again}");
        Assert.Equal(row, (await after.Find<SampleRow>("cell", "r", default))!.Row);
    }

    [Fact]
    public async Task A_closed_store_is_one_file()
    {
        using (var tables = await Open())
        {
            await tables.Put(new SampleRow("cell", "r"), default);
            await tables.Find("Samples", "cell", "r", default);
            Assert.True(File.Exists(_path + "-wal"));
        }

        Assert.Equal([_path], Directory.GetFiles(Path.GetDirectoryName(_path)!));
    }

    [Fact]
    public async Task A_missing_folder_is_made_and_the_file_is_for_its_owner_only()
    {
        var path = _folder.File("data/of/cells.db");
        using var tables = await Open(path);
        await tables.Put(new SampleRow("cell", "r"), default);

        foreach (var file in (string[])[path, path + "-wal"])
        {
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite), file);
        }
    }

    [Fact]
    public async Task A_commit_that_fails_among_others_fails_alone()
    {
        using var tables = await Open();

        // All started before the first can end, so that they meet in one transaction.
        var commits = Enumerable.Range(0, 50).Select(n => n % 2 == 0
            ? tables.Commit(Change.Add(new SampleRow("cell", $"{n:D2}")), default)
            : tables.Commit([Change.Put(new SampleRow("cell", $"{n:D2}")), Change.Add(new SampleRow("cell", "same"))], default)).ToArray();
        var conflicts = 0;
        foreach (var commit in commits)
        {
            conflicts += await Record.ExceptionAsync(() => commit) is ConflictException { RowKey: "same" } ? 1 : 0;
        }

        Assert.Equal(24, conflicts);
        Assert.Equal(27, (await tables.List("Samples", "cell", RowRange.All, default)).Count);
    }

    [Fact]
    public async Task What_was_acknowledged_outlives_a_killed_process()
    {
        using var writer = OtherProcess.Start("add", _path);
        var acknowledged = new List<string>();
        while (await writer.StandardOutput.ReadLineAsync() is { } key)
        {
            acknowledged.Add(key);
            if (acknowledged.Count == 200)
            {
                writer.Kill();
            }
        }

        await writer.WaitForExitAsync();

        Assert.True(acknowledged.Count >= 200);
        Assert.True(File.Exists(_path + "-wal"));
        using var tables = await Open();
        var stored = (await tables.List("Samples", "cell", RowRange.All, default)).Select(row => row.RowKey).ToHashSet();
        Assert.DoesNotContain(acknowledged, key => !stored.Contains(key));

        // Whole commits only, also of those that nobody heard of.
        Assert.DoesNotContain(stored, key => !key.EndsWith("-too", StringComparison.Ordinal) && !stored.Contains(key + "-too"));
    }

    [Fact]
    public async Task Two_processes_on_one_file_lose_no_count()
    {
        using var tables = await Open();
        await tables.Add(new SampleRow("cell", "counter") { Number = 0 }, default);
        using var other = OtherProcess.Start("raise", _path, "200");

        for (var i = 0; i < 200; i++)
        {
            await Counter.Raise(tables, "cell");
        }

        await other.WaitForExitAsync();

        Assert.Equal(0, other.ExitCode);
        Assert.Equal(400, (await tables.Find<SampleRow>("cell", "counter", default))!.Row.Number);
    }

    [Fact]
    public async Task What_is_read_again_is_remembered_until_anybody_changes_anything()
    {
        using var tables = await Open();
        using var beside = await Open();
        await tables.Add(new SampleRow("cell", "r") { Number = 0 }, default);

        for (var number = 1; number <= 100; number++)
        {
            Assert.Null(await tables.Find("Samples", "cell", $"{number:D3}", default));
            var read = await tables.Find("Samples", "cell", "r", default);
            var listed = await tables.List("Samples", "cell", RowRange.All, default);
            Assert.Same(read, await tables.Find("Samples", "cell", "r", default));
            Assert.Same(listed, await tables.List("Samples", "cell", RowRange.All, default));

            await beside.Commit([Change.Put(new SampleRow("cell", "r") { Number = number }), Change.Add(new SampleRow("cell", $"{number:D3}"))], default);

            Assert.Equal(number, (await tables.Find<SampleRow>("cell", "r", default))!.Row.Number);
            Assert.Equal(number + 1, (await tables.List("Samples", "cell", RowRange.All, default)).Count);
            Assert.NotNull(await tables.Find("Samples", "cell", $"{number:D3}", default));
        }
    }

    [Fact]
    public async Task What_was_read_is_remembered_although_we_change_something_else()
    {
        using var tables = await Open();
        await tables.Add(new SampleRow("cell", "r") { Text = "Nghị quyết" }, default);
        var read = await tables.Find("Samples", "cell", "r", default);

        var tag = await tables.Put(new SampleRow("cell", "s") { Number = 1 }, default);

        Assert.Same(read, await tables.Find("Samples", "cell", "r", default));

        // What we change ourselves is known without a look at the file, just as a look would have found it.
        await tables.Find("Samples", "cell", "s", default);
        await tables.Replace(new Stored<SampleRow>(new("cell", "s"), tag), new SampleRow("cell", "s") { Number = 2 }, default);
        using var other = await Open();
        var (known, stored) = ((await tables.Find<SampleRow>("cell", "s", default))!, (await other.Find<SampleRow>("cell", "s", default))!);
        Assert.Equal(stored, known);
        await tables.Commit(Change.Delete(known.Row, known.ETag), default);
        Assert.Null(await tables.Find("Samples", "cell", "s", default));
    }

    [Fact]
    public async Task What_another_process_changed_is_read_by_the_next_who_asks()
    {
        using var tables = await Open();
        await tables.Add(new SampleRow("cell", "counter") { Number = 0 }, default);
        Assert.Equal(0, (await tables.Find<SampleRow>("cell", "counter", default))!.Row.Number);

        using var other = OtherProcess.Start("raise", _path, "3");
        await other.WaitForExitAsync();

        Assert.Equal(3, (await tables.Find<SampleRow>("cell", "counter", default))!.Row.Number);
    }

    [Fact]
    public async Task Nobody_reads_what_is_older_than_what_was_acknowledged_by_whichever_of_two_stores()
    {
        const int last = 200;
        using var tables = await Open();
        using var beside = await Open();
        var acknowledged = new int[2];
        Task[] writers = [Write(tables, 0), Write(beside, 1)];
        var readers = Enumerable.Range(0, 4).Select(reader => Task.Run(async () =>
        {
            var store = reader % 2 == 0 ? tables : beside;
            var stale = 0;
            while (!writers.All(writer => writer.IsCompleted))
            {
                int[] least = [Volatile.Read(ref acknowledged[0]), Volatile.Read(ref acknowledged[1])];
                var listed = await store.List<SampleRow>("cell", RowRange.All, default);
                for (var row = 0; row < 2; row++)
                {
                    stale += ((await store.Find<SampleRow>("cell", $"{row}", default))?.Row.Number ?? 0) < least[row] ? 1 : 0;
                    stale += (listed.FirstOrDefault(found => found.Row.RowKey == $"{row}")?.Row.Number ?? 0) < least[row] ? 1 : 0;
                }

                await Task.Yield();
            }

            return stale;
        })).ToArray();

        await Task.WhenAll(writers);

        Assert.All(await Task.WhenAll(readers), stale => Assert.Equal(0, stale));

        async Task Write(Sqlite store, int row)
        {
            for (var number = 1; number <= last; number++)
            {
                await store.Put(new SampleRow("cell", $"{row}") { Number = number }, default);
                Volatile.Write(ref acknowledged[row], number);
            }
        }
    }

    [Fact]
    public async Task Several_that_make_the_file_at_once_make_one()
    {
        for (var round = 0; round < 40; round++)
        {
            var path = _folder.File($"new-{round}.db");
            var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Open(path))));

            await Task.WhenAll(stores.Select((tables, n) => tables.Add(new SampleRow("cell", $"{n}"), default)));

            Assert.Equal(4, (await stores[0].List("Samples", "cell", RowRange.All, default)).Count);
            foreach (var tables in stores)
            {
                tables.Dispose();
            }
        }
    }

    [Fact]
    public async Task Identity_libraries_are_not_loaded_for_a_file()
    {
        using var process = OtherProcess.Start("loaded", _path);

        var loaded = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains("chibobot", loaded);
        Assert.DoesNotContain("Azure.Identity", loaded);
        Assert.DoesNotContain("Microsoft.Identity.Client", loaded);
    }

    [Fact]
    public Task A_file_that_is_no_database_is_told_to_the_operator()
    {
        File.WriteAllText(_path, string.Concat(Enumerable.Repeat("Danh sách đảng viên. ", 500)), Encoding.UTF8);

        return Unusable($"The storage file '{_path}' is not an SQLite file, or its beginning is damaged. Move it away and put the last backup in its place, or set Storage:Path to another file.");
    }

    [Fact]
    public async Task A_damaged_file_is_told_to_the_operator()
    {
        using (var tables = await Open())
        {
            await tables.Commit([.. Enumerable.Range(0, 100).Select(n => Change.Add(new SampleRow("cell", $"{n}") { Text = new string('x', 500) }))], default);
        }

        await using (var file = File.OpenWrite(_path))
        {
            file.Position = 4096;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, (int)file.Length - 4096).ToArray());
        }

        await Unusable($"The storage file '{_path}' is damaged. Stop the bot, keep a copy of the file, and put the last backup in its place, or save what can be read with the command: sqlite3 FILE .recover");
    }

    [Fact]
    public async Task Another_programs_database_is_left_as_it_is()
    {
        Ask("CREATE TABLE notes (id INTEGER)");
        var before = await File.ReadAllBytesAsync(_path);

        await Unusable($"The storage file '{_path}' belongs to another program. Set Storage:Path to a file of its own.");

        Assert.Equal(before, await File.ReadAllBytesAsync(_path));
    }

    [Fact]
    public async Task A_newer_versions_file_is_left_to_it()
    {
        (await Open()).Dispose();
        Ask("PRAGMA user_version = 2");

        await Unusable($"The storage file '{_path}' was written by a newer version of ChiBoBot. Install that version or a newer one.");
    }

    [Fact]
    public Task A_folder_that_can_not_be_made_is_told_to_the_operator()
    {
        File.WriteAllText(_path, "");

        return Unusable(
            $"The storage file '{_path}/cells.db' can't be made. Make its folder and let the bot's user write to it, or set Storage:Path to another place.",
            _path + "/cells.db");
    }

    [Fact]
    public Task A_folder_in_place_of_the_file_is_told_to_the_operator()
    {
        Directory.CreateDirectory(_path);

        return Unusable($"The storage file '{_path}' can't be opened for writing. Let the bot's user write to the file and to its folder, or set Storage:Path to another place.");
    }

    [Fact]
    public async Task A_store_that_was_not_prepared_or_is_closed_says_so()
    {
        var tables = new Sqlite(_path);
        await Assert.ThrowsAsync<InvalidOperationException>(() => tables.Check(default));
        await tables.Prepare(["Samples"], default);
        tables.Dispose();
        tables.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => tables.Check(default));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => tables.Find("Samples", "cell", "r", default));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => tables.Put(new SampleRow("cell", "r"), default));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => tables.Prepare(["Samples"], default));
    }

    private async Task<Sqlite> Open(string? path = null)
    {
        var tables = new Sqlite(path ?? _path);
        await tables.Prepare(["Samples"], default);
        return tables;
    }

    private async Task Unusable(string message, string? path = null)
    {
        using var tables = new Sqlite(path ?? _path);

        var unusable = await Assert.ThrowsAsync<StorageUnusableException>(async () =>
        {
            await tables.Prepare(["Samples"], default);
            await tables.List("Samples", "cell", RowRange.All, default);
        });

        Assert.Equal(message, unusable.Message);
    }

    private void Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(Azure.ETag tag) => long.Parse(tag.ToString(), System.Globalization.CultureInfo.InvariantCulture);
}
