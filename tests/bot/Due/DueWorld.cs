using ChiBoBot.Due;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Tests.Storage;
using ChiBoBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChiBoBot.Tests.Due;

/// <summary>A cell with a group, a kind of thing that posts its key, and any number of bots on one store.</summary>
internal sealed class DueWorld
{
    public const string Cell = "hdnd";

    public static readonly Conversation Group = new("19:group", Place.Group, "tenant", new Uri("https://smba.example.org/"), "28:bot");

    private readonly InMemoryTables _store = new();

    public DueWorld()
    {
        Tables = new CrashingTables(_store);
        Kind = new PostsItsKey();
        Schedule = new(Tables, new FreshEntries(Clock), Clock);
    }

    public FakeClock Clock { get; } = new();

    public FakeConnector Connector { get; } = new();

    public CrashingTables Tables { get; }

    public PostsItsKey Kind { get; }

    public Schedule Schedule { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public IEnumerable<string> Texts => Connector.Posts.Select(post => post.Text);

    /// <summary>A bot that has just started: it remembers nothing.</summary>
    public Sweeper Bot(IConnector? connector = null) => new(
        Tables, new Carrier(Tables, connector ?? Connector, new Whereabouts(new Conversations(Tables, Clock), [], Clock), [Kind], Clock, NullLogger<Carrier>.Instance), new FreshEntries(Clock), Clock, NullLogger<Sweeper>.Instance);

    public async Task Plan(string key, DateTimeOffset at, string? payload = null) =>
        await Tables.Commit(await Schedule.Plan(Cell, Kind.Name, key, at, default, payload), default);

    public async Task Refresh(string key, string because) =>
        await Tables.Commit(await Schedule.Refresh(Cell, Kind.Name, key, because, default), default);

    public Task<DueThing?> Find(string key) => Schedule.Find(Cell, Kind.Name, key, default);

    public async Task<DueState?> StateOf(string key) => (await Find(key))?.Outcome?.State;

    public async Task<int> Entries()
    {
        var count = 0;
        for (var hour = DueEntry.Hour(Now).AddDays(-5); hour < Now.AddDays(10); hour = hour.AddHours(1))
        {
            for (var shard = 0; shard < DueEntry.Shards; shard++)
            {
                count += (await _store.List(DueEntry.Table, DueEntry.PartitionOf(hour, shard), RowRange.All, default)).Count;
            }
        }

        return count;
    }

    internal sealed class PostsItsKey : IDueKind
    {
        public string Name => "test";

        /// <summary>What the card says.</summary>
        public string Text { get; set; } = "";

        public Func<DueThing, DateTimeOffset, DueStep>? Otherwise { get; set; }

        public Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
        {
            var message = new Outgoing.Words(thing.Key + Text);
            return Task.FromResult(
                Otherwise is { } otherwise ? otherwise(thing, now)
                : thing.MessageId is { } messageId ? new DueStep.Renew(Group, messageId, message)
                : new DueStep.Post(Group, message));
        }
    }
}
