using System.Collections.Immutable;
using System.Globalization;
using Azure;
using ChiBoBot.Storage;

namespace ChiBoBot.Tests.Storage;

/// <summary>What is remembered of a file that several write, step by step in any order.</summary>
public sealed class SqliteMemoryTests
{
    private static readonly string[] Partitions = ["one", "two"];
    private static readonly string[] Rows = ["a", "b", "c", "d"];
    private static readonly RowRange[] Ranges = [RowRange.All, new("b", "d"), new("d", null), new(null, "c")];

    [Fact]
    public void Nobody_is_told_what_is_older_than_the_commit_before_their_question_however_readers_and_writers_meet()
    {
        var remembered = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var play = new Play(seed);
            play.Run(steps: 2000);
            remembered += play.Remembered;
        }

        // And it is worth its while, also beside writers.
        Assert.InRange(remembered, 20_000, int.MaxValue);
    }

    [Fact]
    public void A_commit_of_ours_leaves_in_memory_what_it_did_not_touch_and_changes_what_it_did()
    {
        var play = new Play(0);
        play.ReadAll();

        play.Commit([("one", "a", false), ("one", "b", true)]);

        Assert.Equal("1", play.Known("one", "a"));
        Assert.Equal("none", play.Known("one", "b"));
        Assert.Equal("none", play.Known("one", "c"));
        Assert.Null(play.Listed("one", RowRange.All));
        Assert.Null(play.Listed("one", new(null, "c")));
        Assert.NotNull(play.Listed("one", new("d", null)));
        Assert.NotNull(play.Listed("two", RowRange.All));
    }

    [Fact]
    public void A_commit_of_others_leaves_nothing()
    {
        var play = new Play(0);
        play.ReadAll();

        play.CommitOfOthers([("two", "a", false)]);

        Assert.Null(play.Known("one", "c"));
        Assert.Null(play.Listed("one", RowRange.All));
    }

    [Fact]
    public void A_commit_of_others_right_after_ours_leaves_nothing()
    {
        var play = new Play(0);
        play.ReadAll();

        play.Commit([("one", "a", false)], thenOthers: [("two", "a", false)]);

        Assert.Null(play.Known("one", "c"));
    }

    /// <summary>A file with a memory beside it, and readers and writers who take their steps in an order that is drawn.</summary>
    private sealed class Play
    {
        private readonly Random _lottery;
        private readonly SqliteMemory _memory;
        private readonly List<ImmutableSortedDictionary<string, long>> _history = [ImmutableSortedDictionary<string, long>.Empty.WithComparers(StringComparer.Ordinal)];
        private SqliteState _state = new() { Number = uint.MaxValue - 3 };
        private bool _isLocked;
        private bool _isTorn;
        private long _tag;

        public Play(int seed)
        {
            _lottery = new Random(seed);
            _memory = new SqliteMemory(() => _isTorn ? null : _state);
        }

        public int Remembered { get; private set; }

        private ImmutableSortedDictionary<string, long> Now => _history[^1];

        public void Run(int steps)
        {
            IEnumerator<bool>[] people = [Reader(), Reader(), Lister(), Lister(), Writer(), Writer(), Others()];
            for (var step = 0; step < steps; step++)
            {
                // Writers act in bursts, so that there is something to remember between them.
                people[_lottery.Next(step / 100 % 2 == 0 ? people.Length : 4)].MoveNext();
            }
        }

        public void ReadAll()
        {
            foreach (var partition in Partitions)
            {
                foreach (var row in Rows)
                {
                    _memory.Keep(_memory.Look()!, "Samples", partition, row, Find(partition, row));
                }

                foreach (var range in Ranges)
                {
                    _memory.Keep(_memory.Look()!, "Samples", partition, range, List(partition, range));
                }
            }
        }

        public void Commit((string, string, bool)[] changes, (string, string, bool)[]? thenOthers = null)
        {
            _memory.Begin();
            var made = Make(changes);
            if (thenOthers is not null)
            {
                Make(thenOthers);
            }

            _memory.End(made);
        }

        public void CommitOfOthers((string, string, bool)[] changes) => Make(changes);

        /// <summary>The tag that is remembered of a row, “none” where it is remembered that there is none.</summary>
        public string? Known(string partition, string row) =>
            _memory.Look() is null || _memory.Row("Samples", partition, row) is not { } known ? null : known.Result?.ETag.ToString() ?? "none";

        public IReadOnlyList<RowReader>? Listed(string partition, RowRange range) =>
            _memory.Look() is null ? null : _memory.List("Samples", partition, range)?.Result;

        private IEnumerator<bool> Reader()
        {
            while (true)
            {
                var (partition, row) = (Drawn(Partitions), Drawn(Rows));
                var asked = _history.Count - 1;
                var moment = _memory.Look();
                yield return true;
                if (moment is not null && _memory.Row("Samples", partition, row) is { } known)
                {
                    Remembered++;
                    Assert.Contains(Show(known.Result), _history.Skip(asked).Select(then => Show(Find(partition, row, then))));
                    continue;
                }

                yield return true;
                var found = Find(partition, row);
                yield return true;
                if (moment is not null)
                {
                    _ = _memory.Keep(moment, "Samples", partition, row, found);
                }
            }
        }

        private IEnumerator<bool> Lister()
        {
            while (true)
            {
                var (partition, range) = (Drawn(Partitions), Drawn(Ranges));
                var asked = _history.Count - 1;
                var moment = _memory.Look();
                yield return true;
                if (moment is not null && _memory.List("Samples", partition, range) is { } known)
                {
                    Remembered++;
                    Assert.Contains(Show(known.Result), _history.Skip(asked).Select(then => Show(List(partition, range, then))));
                    continue;
                }

                yield return true;
                var found = List(partition, range);
                yield return true;
                if (moment is not null)
                {
                    _ = _memory.Keep(moment, "Samples", partition, range, found);
                }
            }
        }

        private IEnumerator<bool> Writer()
        {
            while (true)
            {
                while (_isLocked)
                {
                    yield return true;
                }

                _isLocked = true;
                _memory.Begin();
                yield return true;
                if (_lottery.Next(4) == 0)
                {
                    // The log begins anew before the commit is in it.
                    _state = _state with { Salt = _state.Salt + 1 };
                    yield return true;
                }

                var fails = _lottery.Next(8) == 0;
                var made = fails ? [] : Make(DrawnChanges());
                if (_lottery.Next(2) == 0)
                {
                    yield return true;
                }

                // The one writer of a process takes up the next commits when it has noted these; others needn't wait.
                var others = _lottery.Next(6) == 0;
                if (!fails && others)
                {
                    Make(DrawnChanges());
                    yield return true;
                }

                _isTorn = _lottery.Next(20) == 0;
                if (fails)
                {
                    _memory.Fail();
                }
                else
                {
                    _memory.End(made);
                }

                _isTorn = false;
                _isLocked = false;
                yield return true;
            }
        }

        private IEnumerator<bool> Others()
        {
            while (true)
            {
                if (!_isLocked && _lottery.Next(4) == 0)
                {
                    _isTorn = true;
                    yield return true;
                    if (!_isLocked)
                    {
                        Make(DrawnChanges());
                    }

                    _isTorn = false;
                }

                yield return true;
            }
        }

        private List<(Change, long)> Make((string Partition, string Row, bool Delete)[] changes)
        {
            var made = new List<(Change, long)>();
            var after = Now;
            foreach (var (partition, row, delete) in changes)
            {
                var key = partition + row;
                _tag++;
                after = delete ? after.Remove(key) : after.SetItem(key, _tag);
                made.Add((delete ? Change.Delete(new SampleRow(partition, row), ETag.All) : Change.Put(new SampleRow(partition, row)), _tag));
            }

            _history.Add(after);
            _state = _state with { Number = unchecked(_state.Number + 1), Sum = (ulong)_history.Count };
            return made;
        }

        private (string, string, bool)[] DrawnChanges() =>
            [.. Enumerable.Range(0, 1 + _lottery.Next(3)).Select(_ => (Drawn(Partitions), Drawn(Rows), _lottery.Next(3) == 0))];

        private RowReader? Find(string partition, string row, ImmutableSortedDictionary<string, long>? then = null) =>
            (then ?? Now).TryGetValue(partition + row, out var tag) ? Reader(partition, row, tag) : null;

        private IReadOnlyList<RowReader> List(string partition, RowRange range, ImmutableSortedDictionary<string, long>? then = null) =>
            [.. Rows.Where(range.Holds).Select(row => Find(partition, row, then)).OfType<RowReader>()];

        private static RowReader Reader(string partition, string row, long tag) =>
            new(partition, row, new ETag(tag.ToString(CultureInfo.InvariantCulture)), "{}"u8.ToArray());

        private static string Show(RowReader? row) => row is null ? "none" : $"{row.RowKey} {row.ETag}";

        private static string Show(IReadOnlyList<RowReader> rows) => string.Join(", ", rows.Select(Show));

        private T Drawn<T>(T[] among) => among[_lottery.Next(among.Length)];
    }
}
