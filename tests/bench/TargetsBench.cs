using System.Diagnostics;
using System.Globalization;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Targets;
using ChiBoBot.Storage;
using ChiBoBot.Understanding;
using Microsoft.Data.Sqlite;

namespace ChiBoBot.Bench;

/// <summary>What judging a large cell's targets costs: 60 members, a term of five years, a grade for each member and year, titles and deeds. And whether it stays the same beside many other cells in one file.</summary>
internal static class TargetsBench
{
    private const int Members = 60;
    private const int Rounds = 400;
    private const int ColdRounds = 101;
    private static readonly DateOnly Today = new(2029, 11, 22);
    private static readonly int[] OtherCells = [1, 1_000, 100_000];

    public static async Task Run()
    {
        var cell = Cell();
        var rows = TargetRow.Of(cell).Select(row => (row.RowKey, Properties: Change.Put(row).Properties)).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Members} members, {cell.Targets.Count} targets, 5 years, {cell.Grades.Count} grades, {cell.Deeds.Count} deeds; the rows that a question reads: {rows.Sum(row => row.Properties.Length):N0} bytes"));
        Console.WriteLine();
        Console.WriteLine("| | median, µs | 95 % below, µs |");
        Console.WriteLine("|---|---|---|");
        Time("all targets judged, from their rows as bytes", () =>
        {
            foreach (var (key, properties) in rows)
            {
                _ = TargetJudge.Judge(TargetRow.Read(new RowReader("c", key, default, properties)), cell.Terms[0], null, Today);
            }
        });
        Time("all boards made anew from all records", () => _ = TargetRow.Of(cell));
        await BesideOthers(cell);
    }

    /// <summary>The whole way of a question's data from the file, on a bot that has just started and on one that remembers.</summary>
    private static async Task BesideOthers(CellFile cell)
    {
        Console.WriteLine();
        Console.WriteLine("| other cells in the file | cold, median µs | remembered, median µs | reads, cold | reads, remembered |");
        Console.WriteLine("|---|---|---|---|---|");
        var folder = Directory.CreateTempSubdirectory("chibobot-bench-").FullName;
        var path = Path.Combine(folder, "chibobot.db");
        foreach (var others in OtherCells)
        {
            using (var tables = new Sqlite(path))
            {
                await tables.Prepare(CellsFeature.Tables, CancellationToken.None);
                await new CellImport(tables).Run(cell, CancellationToken.None);
            }

            Copy(path, others);

            // The store remembers what it has read: a bot that knows nothing yet opens the file anew.
            var times = new List<double>();
            var coldReads = 0.0;
            for (var round = 0; round < ColdRounds; round++)
            {
                using var fresh = new Sqlite(path);
                await fresh.Prepare(CellsFeature.Tables, CancellationToken.None);
                var reading = new CountedTables(fresh);
                var begin = Stopwatch.GetTimestamp();
                await Ask(new TargetBoards(reading, TimeProvider.System));
                times.Add(Stopwatch.GetElapsedTime(begin).TotalMicroseconds);
                coldReads += reading.Reads / (double)ColdRounds;
            }

            times.Sort();
            var cold = times[ColdRounds / 2];
            using var file = new Sqlite(path);
            await file.Prepare(CellsFeature.Tables, CancellationToken.None);
            var counted = new CountedTables(file);
            var boards = new TargetBoards(counted, TimeProvider.System);
            await Ask(boards);
            counted.Reads = 0;
            var warm = await Median(() => Ask(boards));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {others:N0} | {cold:N0} | {warm:N1} | {coldReads:0.##} | {counted.Reads / (double)(Rounds * 2):0.##} |"));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static Task<TargetBoard> Ask(TargetBoards boards) => boards.Read("c", Slots.None, underWay: true, Today, CancellationToken.None);

    /// <summary>The same cell under so many other names, in the file's own terms: through the bot it would take an hour.</summary>
    private static void Copy(string path, int others)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            WITH RECURSIVE other(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM other WHERE n < $others)
            INSERT OR IGNORE INTO stored
            SELECT stored.tbl, printf('other-%06d', n), stored.rk, stored.etag, stored.json FROM other, stored
            WHERE stored.tbl = 'Cells' AND stored.pk = 'c' AND (stored.rk LIKE 'board-%')
            """;
        command.Parameters.AddWithValue("$others", others);
        command.ExecuteNonQuery();
    }

    private static void Time(string name, Action act)
    {
        var times = new List<double>(Rounds);
        for (var round = 0; round < Rounds * 2; round++)
        {
            var begin = Stopwatch.GetTimestamp();
            act();
            if (round >= Rounds)
            {
                times.Add(Stopwatch.GetElapsedTime(begin).TotalMicroseconds);
            }
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {times[Rounds / 2]:N0} | {times[Rounds * 95 / 100]:N0} |"));
    }

    private static async Task<double> Median(Func<Task> act)
    {
        var times = new List<double>(Rounds);
        for (var round = 0; round < Rounds * 2; round++)
        {
            var begin = Stopwatch.GetTimestamp();
            await act();
            if (round >= Rounds)
            {
                times.Add(Stopwatch.GetElapsedTime(begin).TotalMicroseconds);
            }
        }

        times.Sort();
        return times[Rounds / 2];
    }

    private static CellFile Cell()
    {
        var members = Enumerable.Range(1, Members).Select(i => new Member($"m{i:00}", "Lâm Văn Thử", Gender.Male) { Joined = new(2010), Official = new(2011), Service = i % 4 == 0 ? null : Service.CivilServant }).ToList();
        return new(new Cell("c", "Chi bộ Thử", "5f0c2a7e-8d41-4b6a-9c3e-71d2e4a80b15"))
        {
            Members = members,
            Terms = [new("t", new(2025, 1), new(2029, 12))],
            Resolutions = [new("r", "t", "Nghị quyết Đại hội chi bộ, nhiệm kỳ 2025–2029", new(2025, 1))],
            Targets =
            [
                Of(1, new Clause("chi bộ được xếp loại hoàn thành tốt nhiệm vụ trở lên", Population.Cell, Metric.GradeAtLeast, Measure.Count, Comparator.AtLeast, 1, Period.Year) { Grade = Grade.Good }),
                Of(2, new Clause("phòng được xếp loại tốt trở lên", Population.Units, Metric.GradeAtLeast, Measure.Share, Comparator.Equal, 100, Period.Year) { Grade = Grade.Good }),
                Of(3,
                    new("đảng viên hoàn thành tốt nhiệm vụ trở lên", Population.Members, Metric.GradeAtLeast, Measure.Share, Comparator.Equal, 100, Period.Year) { Grade = Grade.Good },
                    new("đảng viên hoàn thành xuất sắc nhiệm vụ", Population.Members, Metric.GradeIs, Measure.Share, Comparator.MoreThan, 20, Period.Year) { Grade = Grade.Excellent }),
                Of(4,
                    new("cán bộ, công chức đạt lao động tiên tiến", Population.Officials, Metric.TitleAtLeast, Measure.Share, Comparator.Equal, 100, Period.Year) { Title = Title.Advanced },
                    new("cán bộ, công chức là chiến sĩ thi đua cơ sở", Population.Officials, Metric.TitleAtLeast, Measure.Share, Comparator.MoreThan, 15, Period.Year) { Title = Title.GrassrootsFighter, Stretch = true }),
                Of(5, new Clause("đảng viên không vi phạm", Population.Members, Metric.NoViolation, Measure.Share, Comparator.Equal, 100, Period.Term)),
                Of(6,
                    new("đảng viên học nghị quyết", Population.Members, Metric.Studied, Measure.Share, Comparator.Equal, 100, Period.Term),
                    new("mô hình", Population.Activities, Metric.Done, Measure.Count, Comparator.Between, 1, Period.Term) { UpTo = 2 }),
                Of(7, new Clause("đảng viên dự sinh hoạt", Population.Members, Metric.Present, Measure.Share, Comparator.AtLeast, 90, Period.Month)),
                Of(8, new Clause("hoạt động, công trình", Population.Activities, Metric.Done, Measure.Count, Comparator.AtLeast, 40, Period.Term)),
            ],
            Results = [new("T5", ResultStatus.InProgress) { Measurements = [new(1, Members) { Of = Members }] }, new("T6", ResultStatus.InProgress) { Measurements = [new(1, Members) { Of = Members }] }],
            Grades = [.. from year in Enumerable.Range(2025, 5) from member in members select new DecidedGrade(year, member.Id.EndsWith('1') ? Grade.Excellent : Grade.Good) { Member = member.Id }],
            Awards = [.. from year in Enumerable.Range(2025, 5) from member in members where member.Service is not null select new Award(year, Title.Advanced) { Member = member.Id }],
            Deeds = [.. Enumerable.Range(0, 50).Select(i => new Deed($"d{i:00}", DeedKind.Activity, "Giúp hộ nghèo", new(2025 + (i % 5), 1 + (i % 12))) { Target = "T8" })],
            Turnouts = [.. Enumerable.Range(0, 60).Select(i => new Turnout($"e{i:00}", new(2025 + (i / 12), 1 + (i % 12), 3), Members - (i % 6), Members))],
        };
    }

    private static Features.Cells.Target Of(int number, params Clause[] clauses) => new($"T{number}", "r", number, "Chỉ tiêu thử", "Nguyên văn của một chỉ tiêu dài như trong nghị quyết.") { Clauses = clauses };

    /// <summary>Counts the reads that go to the file.</summary>
    private sealed class CountedTables(ITables tables) : ITables
    {
        public int Reads { get; set; }

        public Task<RowReader?> Find(string table, string partition, string row, CancellationToken cancel)
        {
            Reads++;
            return tables.Find(table, partition, row, cancel);
        }

        public Task<IReadOnlyList<RowReader>> List(string table, string partition, RowRange range, CancellationToken cancel)
        {
            Reads++;
            return tables.List(table, partition, range, cancel);
        }

        public Task<Azure.ETag> Commit(Change change, CancellationToken cancel) => tables.Commit(change, cancel);

        public Task Commit(IReadOnlyList<Change> changes, CancellationToken cancel) => tables.Commit(changes, cancel);

        public Task Prepare(IReadOnlyList<string> names, CancellationToken cancel) => tables.Prepare(names, cancel);

        public Task Check(CancellationToken cancel) => tables.Check(cancel);
    }
}
