using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure;
using ChiBoBot.Due;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Tests.Storage;
using ChiBoBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChiBoBot.Tests.Due;

/// <summary>A year of many cells: each month each cell writes to its group and to each of its people, through three bots on one store that die at any step, and a Teams that throttles, breaks and falls silent.</summary>
/// <remarks>Every fate is the hash of what it befalls, so that a year is the same however its threads run; only who dies when is chance.</remarks>
internal sealed class DueYear(int cells, int seed)
{
    public const int People = 14;

    private const int Months = 12;
    private const int Bots = 3;

    private static readonly TimeSpan[] Looks =
    [
        .. new double[] { 0, 1, 2, 4, 7, 11, 16, 21, 26, 32, 42, 60, 90, 120, 180, 240, 300, 420, 540, 660, 780, 1440 }.Select(TimeSpan.FromMinutes),
    ];

    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly InMemoryTables _store = new();
    private readonly ConcurrentDictionary<string, int> _accepted = new();
    private readonly ConcurrentDictionary<string, (Life By, bool IsSilent)> _first = new();
    private int _inexcusable;
    private readonly ConcurrentDictionary<string, int> _tries = new();
    private int _lives;

    public async Task<YearReport> Run()
    {
        var schedule = new Schedule(_store, new FreshEntries(_clock), _clock);
        for (var cell = 0; cell < cells; cell++)
        {
            for (var month = 0; month < Months; month++)
            {
                await _store.Commit(await schedule.Plan(Cell(cell), "month", Month(month), Morning(month).AddSeconds(Hash(cell) % 1200), default), default);
            }
        }

        var bots = Enumerable.Range(0, Bots).Select(_ => new Life(this)).ToArray();
        for (var month = 0; month < Months; month++)
        {
            foreach (var look in Looks)
            {
                _clock.Advance(Morning(month) + look - _clock.GetUtcNow());
                await Task.WhenAll(Enumerable.Range(0, Bots).Select(i => Task.Run(async () =>
                {
                    while (!await bots[i].Look())
                    {
                        // Whoever watches over it starts it again.
                        bots[i].Dispose();
                        bots[i] = new Life(this);
                    }
                })));
            }
        }

        Array.ForEach(bots, bot => bot.Dispose());
        return await Count(schedule);
    }

    private async Task<YearReport> Count(Schedule schedule)
    {
        var report = new YearReport { Deaths = _lives - Bots, Inexcusable = _inexcusable };
        for (var cell = 0; cell < cells; cell++)
        {
            for (var month = 0; month < Months; month++)
            {
                foreach (var person in Enumerable.Range(-1, People + 1))
                {
                    var key = $"{Month(month)}|{person}";
                    var accepted = _accepted.GetValueOrDefault($"{Cell(cell)}|{key}");
                    report.Add((await schedule.Find(Cell(cell), "one", key, default))?.Outcome, FateOf(Cell(cell), key), accepted);
                }
            }
        }

        for (var hour = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero); hour < _clock.GetUtcNow().AddDays(3); hour = hour.AddHours(1))
        {
            for (var shard = 0; shard < DueEntry.Shards; shard++)
            {
                report.EntriesLeft += (await _store.List(DueEntry.Table, DueEntry.PartitionOf(hour, shard), RowRange.All, default)).Count;
            }
        }

        return report;
    }

    /// <summary>How it stands with a person in a month: of a hundred, ten have no bot, three have blocked it, one has left.</summary>
    private PersonsFate FateOf(string cell, string key) => key.EndsWith("|-1", StringComparison.Ordinal) ? PersonsFate.Here : (Hash("fate", cell, key) % 100) switch
    {
        < 10 => PersonsFate.NotInstalled,
        < 13 => PersonsFate.Blocked,
        < 14 => PersonsFate.Left,
        _ => PersonsFate.Here,
    };

    /// <summary>Teams: throttled for two hours of a morning in a third of the cells, else now and then broken, or silent after it took the message in, or before.</summary>
    private string Take(Conversation to, Life by)
    {
        var (cell, key) = (to.TenantId, to.Id);
        switch (FateOf(cell, key))
        {
            case PersonsFate.Blocked:
                throw new ConnectorException(Delivery.Blocked, 403, "ConversationBlockedByUser");
            case PersonsFate.NotInstalled:
                throw new ConnectorException(Delivery.NotInstalled, 403, "BotNotInConversationRoster");
        }

        var thing = $"{cell}|{key}";
        var attempt = _tries.AddOrUpdate(thing, 1, (_, tries) => tries + 1);
        var hours = (_clock.GetUtcNow() - DueEntry.Hour(_clock.GetUtcNow()).AddHours(-_clock.GetUtcNow().Hour)).TotalHours;
        if (hours < 2 && Hash("storm", cell, key[..2]) % 3 == 0)
        {
            throw new ConnectorException(Delivery.Unavailable, 429, "Throttled");
        }

        var chance = Hash("send", thing, attempt) % 1000;
        if (chance < 30)
        {
            throw new ConnectorException(Delivery.Unavailable, 503, "ServiceUnavailable");
        }

        if (chance < 35)
        {
            throw new ConnectorException(Delivery.Unknown, null, "Silence");
        }

        var isSilent = chance < 45;
        if (_accepted.AddOrUpdate(thing, 1, (_, times) => times + 1) == 1)
        {
            _first[thing] = (by, isSilent);
        }
        else if (_first[thing] is { IsSilent: false, By.IsDead: false })
        {
            Interlocked.Increment(ref _inexcusable);
        }

        return isSilent ? throw new ConnectorException(Delivery.Unknown, 504, "GatewayTimeout") : "message-" + attempt;
    }

    private int Hash(params object[] parts) =>
        BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{string.Join('|', parts)}"))) & 0x7FFFFFFF;

    private static DateTimeOffset Morning(int month) => new(2026, month + 1, 3, 0, 0, 0, TimeSpan.Zero);

    private static string Cell(int cell) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"cell-{cell:D6}");

    private static string Month(int month) => month.ToString("D2", System.Globalization.CultureInfo.InvariantCulture);

    internal enum PersonsFate
    {
        Here,
        NotInstalled,
        Blocked,
        Left,
    }

    /// <summary>The month's start: one thing for the group and one for each person.</summary>
    private sealed class MonthBegins(Schedule schedule) : IDueKind
    {
        public string Name => "month";

        public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
        {
            var plans = new List<Change>();
            foreach (var person in Enumerable.Range(-1, People + 1))
            {
                plans.Add(await schedule.Plan(thing.CellId, "one", $"{thing.Key}|{person}", now, cancel));
            }

            return new DueStep.Done(plans);
        }
    }

    private sealed class One(DueYear year) : IDueKind
    {
        public string Name => "one";

        public Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel) => Task.FromResult<DueStep>(
            year.FateOf(thing.CellId, thing.Key) == PersonsFate.Left
                ? new DueStep.Drop("Left")
                : new DueStep.Post(new Conversation(thing.Key, Place.Personal, thing.CellId, new Uri("https://smba.example.org/"), "28:bot"), new Outgoing.Words("nhắc")));
    }

    /// <summary>A bot from its start to its death: at some step, a write or a send, it ends before or after it, and nothing it began goes on.</summary>
    private sealed class Life : ITables, IConnector, IDisposable
    {
        private readonly DueYear _year;
        private readonly Sweeper _sweeper;
        private readonly bool _after;
        private int _steps;
        private volatile bool _dead;

        public Life(DueYear year)
        {
            _year = year;
            var life = Interlocked.Increment(ref year._lives);
            _steps = 200 + (year.Hash("life", life) % 1600);
            _after = year.Hash("after", life) % 2 == 0;
            var schedule = new Schedule(this, new FreshEntries(year._clock), year._clock);
            var carrier = new Carrier(this, this, new Whereabouts(new Conversations(this, year._clock), [], year._clock), [new MonthBegins(schedule), new One(year)], year._clock, NullLogger<Carrier>.Instance);
            _sweeper = new Sweeper(this, carrier, new FreshEntries(year._clock), year._clock, NullLogger<Sweeper>.Instance);
        }

        public bool IsDead => _dead;

        public void Dispose() => _sweeper.Dispose();

        /// <returns>Whether it is still alive.</returns>
        public async Task<bool> Look()
        {
            try
            {
                await _sweeper.Pass(default);
            }
            catch (InvalidOperationException) when (_dead)
            {
                // As is its fate.
            }

            return !_dead;
        }

        public Task<RowReader?> Find(string table, string partition, string row, CancellationToken cancel)
        {
            Live();
            return _year._store.Find(table, partition, row, cancel);
        }

        public Task<IReadOnlyList<RowReader>> List(string table, string partition, RowRange range, CancellationToken cancel)
        {
            Live();
            return _year._store.List(table, partition, range, cancel);
        }

        public Task<ETag> Commit(Change change, CancellationToken cancel) => Step(() => _year._store.Commit(change, cancel));

        public Task Commit(IReadOnlyList<Change> changes, CancellationToken cancel) => Step(async () =>
        {
            await _year._store.Commit(changes, cancel);
            return true;
        });

        public Task Prepare(IReadOnlyList<string> tables, CancellationToken cancel) => Task.CompletedTask;

        public Task Check(CancellationToken cancel) => Task.CompletedTask;

        public Task<string?> Send(Conversation to, Outgoing message, CancellationToken cancel) => throw new NotSupportedException();

        public async Task<string?> SendOnce(Conversation to, Outgoing message, IAttempts attempts, CancellationToken cancel)
        {
            await attempts.Begins(cancel);
            return await Step(() => Task.FromResult<string?>(_year.Take(to, this)));
        }

        public Task Update(Conversation at, string messageId, Outgoing message, CancellationToken cancel) => throw new NotSupportedException();

        public Task Delete(Conversation at, string messageId, CancellationToken cancel) => throw new NotSupportedException();

        public Task<Conversation> OpenPersonal(Conversation near, string teamsId, CancellationToken cancel) => throw new NotSupportedException();

        public Task<Conversation> StartThread(Conversation near, string channelId, Outgoing message, CancellationToken cancel) => throw new NotSupportedException();

        public Task<RosterMember?> FindMember(Conversation at, string id, CancellationToken cancel) => throw new NotSupportedException();

        public async IAsyncEnumerable<RosterMember> ListMembers(Conversation at, [EnumeratorCancellation] CancellationToken cancel)
        {
            await Task.CompletedTask;
            yield break;
        }

        public Task<TeamDetails> GetTeam(Conversation at, string teamId, CancellationToken cancel) => throw new NotSupportedException();

        public Task<IReadOnlyList<ChannelDetails>> ListChannels(Conversation at, string teamId, CancellationToken cancel) => throw new NotSupportedException();

        private async Task<T> Step<T>(Func<Task<T>> step)
        {
            Live();
            var dies = Interlocked.Decrement(ref _steps) == 0;
            if (dies && !_after)
            {
                _dead = true;
            }

            Live();
            try
            {
                return await step();
            }
            finally
            {
                if (dies)
                {
                    _dead = true;
                }

                Live();
            }
        }

        private void Live()
        {
            if (_dead)
            {
                throw new InvalidOperationException("The bot is dead.");
            }
        }
    }
}

/// <summary>What became of a year's messages.</summary>
internal sealed class YearReport
{
    private readonly SortedDictionary<string, int> _ends = new(StringComparer.Ordinal);

    public int Things { get; private set; }

    /// <summary>Those that stand in Teams.</summary>
    public int Arrived { get; private set; }

    /// <summary>Reported as unknown, and in fact arrived.</summary>
    public int UnknownArrived { get; private set; }

    /// <summary>Reported as unknown, and in fact not.</summary>
    public int UnknownMissing { get; private set; }

    /// <summary>Two messages for one thing.</summary>
    public int Doubled { get; private set; }

    /// <summary>More than two messages for one thing, or two and no word of it to the officer.</summary>
    public int TooMany { get; private set; }

    /// <summary>A second message though Teams' answer to the first had reached a bot that was still alive.</summary>
    public int Inexcusable { get; init; }

    /// <summary>No message for somebody who was there, and no word to the officer that it failed or may have.</summary>
    public int Lost { get; private set; }

    /// <summary>What the records say isn't what happened.</summary>
    public int Untrue { get; private set; }

    public int EntriesLeft { get; set; }

    public int Deaths { get; init; }

    public void Add(OutcomeRow? outcome, DueYear.PersonsFate fate, int accepted)
    {
        var state = outcome?.State;
        Things++;
        Arrived += accepted > 0 ? 1 : 0;
        var isUnsure = outcome is { State: DueState.Unknown } or { Unsure: > 0 };
        Doubled += accepted > 1 ? 1 : 0;
        TooMany += accepted > 2 || (accepted > 1 && !isUnsure) ? 1 : 0;
        UnknownArrived += state == DueState.Unknown && accepted > 0 ? 1 : 0;
        UnknownMissing += state == DueState.Unknown && accepted == 0 ? 1 : 0;
        Lost += fate == DueYear.PersonsFate.Here && accepted == 0 && state != DueState.Failed && !isUnsure ? 1 : 0;
        Untrue += (state, accepted) switch
        {
            (DueState.Sent, 1) or (DueState.Unknown, _) => 0,
            (DueState.Sent, 2) or (DueState.Dropped or DueState.Failed, 1) when isUnsure => 0,
            (DueState.NotInstalled or DueState.Blocked or DueState.Dropped or DueState.Failed, 0) => 0,
            _ => 1,
        };
        var end = state?.ToString() ?? "nothing";
        _ends[end] = _ends.GetValueOrDefault(end) + 1;
    }

    public override string ToString() =>
        $"{Things} things: {string.Join(", ", _ends.Select(end => $"{end.Value} {end.Key}"))}; arrived {Arrived}, lost {Lost}, doubled {Doubled}, too many {TooMany}, inexcusable {Inexcusable}, untrue {Untrue}, "
        + $"unknown {UnknownArrived + UnknownMissing} ({UnknownArrived} arrived), index rows left {EntriesLeft}, {Deaths} deaths of bots";
}
