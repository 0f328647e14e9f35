using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ChiBoBot.Cards;
using ChiBoBot.Commands;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Hosting;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace ChiBoBot.Tests.Features.Attendance;

/// <summary>A meeting whose members all press at once: real hosts with their real endpoints on one store, a Teams in memory that counts what it is asked, and a clock that is moved.</summary>
internal sealed class PressStorm : IAsyncDisposable
{
    public const string CellId = "dai-hoi";
    public const string Group = "19:daihoi@thread.v2";
    public static readonly DateTimeOffset Start = new(2026, 12, 3, 14, 0, 0, VietnamTime.Offset);
    public static readonly Event Meeting = new("dai-hoi-1", EventKind.Congress, "Đại hội", new(2026, 12, 3)) { Time = new(14, 0), Minutes = 120 };

    // A redelivery comes at once or some moments later, also after the person's next press.
    private static readonly int[] Redeliveries = [0, 0, 7];

    private readonly List<(WebApplication App, HttpClient Http)> _instances = [];

    private readonly int _first;

    private PressStorm(int first) => _first = first;

    private string Id => CellOf(_first);

    public FakeConnector Teams { get; } = new();

    public FakeClock Clock { get; } = new(Start);

    public ITables Tables => _instances[0].App.Services.GetRequiredService<ITables>();

    public static string ObjectId(int member) => new Guid(member, 7, 7, [7, 7, 7, 7, 7, 7, 7, 7]).ToString();

    private static string CellOf(int first) => first == 0 ? CellId : string.Create(CultureInfo.InvariantCulture, $"{CellId}-{first}");

    public static string Member(int member) => string.Create(CultureInfo.InvariantCulture, $"m{member:000}");

    public static CellFile Cell(int members, int first = 0) => new(new Cell(CellOf(first), "Đảng bộ cơ quan", SampleCells.TenantId))
    {
        Members = [.. Enumerable.Range(0, members).Select(member => new Member(Member(member), "Lâm Văn Thử", Gender.Male)
        {
            Joined = PartialDate.Parse("2010"),
            Official = PartialDate.Parse("2011"),
            ObjectId = ObjectId(first + member),
        })],
        Events = [Meeting],
    };

    /// <summary>The roll call as its opening leaves it.</summary>
    public static RollRow Roll(DateTimeOffset closes, int first = 0) => new(CellOf(first), Meeting)
    {
        OpenedAt = Start,
        OpenedBy = Member(0),
        LateFrom = Start.AddMinutes(10),
        ClosesAt = closes,
    };

    /// <param name="settings">The store that all instances share.</param>
    /// <param name="first">The number of the first member's account: storms that share a store have different people.</param>
    public static async Task<PressStorm> Begin(int members, int instances, IReadOnlyDictionary<string, string?> settings, int first = 0)
    {
        var storm = new PressStorm(first);
        for (var i = 0; i < instances; i++)
        {
            var app = DemoStart.WithoutTeams(new Dictionary<string, string?>(settings) { ["urls"] = "http://127.0.0.1:0" }, services =>
            {
                services.Replace(ServiceDescriptor.Singleton<IConnector>(storm.Teams)).Replace(ServiceDescriptor.Singleton<TimeProvider>(storm.Clock));

                // What is due is done when the test says so: the clock here runs faster than any commit.
                foreach (var sweeping in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory is not null).ToList())
                {
                    services.Remove(sweeping);
                }
            });
            await BotHost.Prepare(app, default);
            await app.StartAsync();
            storm._instances.Add((app, new HttpClient { BaseAddress = new Uri(app.Urls.First()) }));
        }

        var services = storm._instances[0].App.Services;
        await new CellImport(storm.Tables).Run(Cell(members, first), default);
        var group = new Conversation(Group, Place.Group, SampleCells.TenantId, new Uri("https://localhost/teams/"), "28:bot");
        await services.GetRequiredService<Conversations>().Bind(group, storm.Id, default);
        var roll = Roll(Start.AddHours(2), first);
        var schedule = services.GetRequiredService<Schedule>();
        await storm.Tables.Commit(
        [
            Change.Put(new GroupRow(storm.Id, Group) { BoundAt = Start }),
            Change.Add(roll),
            await schedule.Plan(storm.Id, ChiBoBot.Features.Attendance.RollCard.Kind, roll.Id, Start, default),
            await schedule.Plan(storm.Id, ChiBoBot.Features.Attendance.RollWatch.Kind, roll.Id, Start, default),
        ], default);
        await storm.Sweep();
        return storm;
    }

    /// <summary>Presses on one of the instances.</summary>
    /// <returns>What the presser sees.</returns>
    public async Task<string> Press(int instance, int member, string activityId, string how)
    {
        using var body = new ByteArrayContent(Activity(_first + member, activityId, how, "https://localhost/teams/"));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        using var response = await _instances[instance].Http.PostAsync(new Uri("/api/messages", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    public static byte[] Activity(int member, string activityId, string how, string service) => Encoding.UTF8.GetBytes($$$"""
        {"type":"invoke","id":"{{{activityId}}}","name":"adaptiveCard/action","serviceUrl":"{{{service}}}","channelId":"msteams",
         "from":{"id":"29:{{{member}}}","name":"Lâm Văn Thử","aadObjectId":"{{{ObjectId(member)}}}"},
         "conversation":{"isGroup":true,"conversationType":"groupChat","tenantId":"{{{SampleCells.TenantId}}}","id":"{{{Group}}}"},
         "recipient":{"id":"28:bot","name":"ChiBoBot"},"channelData":{"tenant":{"id":"{{{SampleCells.TenantId}}}"}},"replyToId":"1",
         "value":{"action":{"type":"Action.Execute","verb":"{{{RollCards.MarkVerb}}}","data":{"roll":"{{{RollRow.IdOf(Meeting)}}}","as":"{{{how}}}"}},"trigger":"manual"}}
        """);

    /// <summary>All instances do what is due.</summary>
    public Task Sweep() => Task.WhenAll(_instances.Select(instance => instance.App.Services.GetRequiredService<Sweeper>().Pass(default)));

    /// <summary>Lets time go by, a second at a time.</summary>
    public async Task Later(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Sweep();
        }
    }

    public async Task<IReadOnlyList<MarkRow>> Marks() =>
        [.. (await Tables.List<MarkRow>(Id, MarkRow.Of(RollRow.IdOf(Meeting)), default)).Select(mark => mark.Row)];

    /// <summary>The law of the storm: everybody presses, some twice, each press is delivered up to three times to any instance, in any order, while cards are drawn.</summary>
    public async Task AllPress(int members, int seconds)
    {
        var lottery = new Random(2026);
        List<(int Instance, int Member, string Id, string How, int At)> deliveries = [];
        for (var member = 0; member < members; member++)
        {
            var at = lottery.Next(seconds * 10);
            Add(member, "a", "present", at);
            if (member % 5 == 0)
            {
                // Changes their mind in a later moment.
                Add(member, "b", "late", at + 1 + lottery.Next(5));
            }
        }

        foreach (var moment in deliveries.GroupBy(delivery => delivery.At).OrderBy(moment => moment.Key))
        {
            var ahead = Start.AddMilliseconds(100 * (moment.Key + 1)) - Clock.GetUtcNow();
            Clock.Advance(ahead > TimeSpan.Zero ? ahead : TimeSpan.Zero);
            var pressing = moment.Select(delivery => Press(delivery.Instance, delivery.Member, delivery.Id, delivery.How)).ToList();
            await Sweep();
            foreach (var seen in await Task.WhenAll(pressing))
            {
                using var answer = JsonDocument.Parse(seen);
                Assert.Equal(200, answer.RootElement.GetProperty("statusCode").GetInt32());
            }
        }

        void Add(int member, string press, string how, int at)
        {
            foreach (var later in Redeliveries.Take(1 + lottery.Next(3)))
            {
                deliveries.Add((lottery.Next(_instances.Count), member, $"{member}-{press}", how, at + later));
            }
        }
    }

    /// <summary>Every press counted once, the card agrees with the store, and Teams was asked no more than its patience allows.</summary>
    public async Task EverythingAgrees(int members, int seconds)
    {
        await Later(8);
        var marks = await Marks();
        Assert.Equal(members, marks.Count);
        Assert.Equal((members + 4) / 5, marks.Count(mark => mark.Mark == Mark.Late));
        Assert.All(marks, mark => Assert.Equal(mark.MemberId[^1] is '0' or '5' ? Mark.Late : Mark.Present, mark.Mark));
        var card = Assert.Single(Teams.Posts, post => post.Conversation == Group).Text;
        Assert.True(card.Contains($"{VietnamNumbers.Ratio(members, members)} có mặt", StringComparison.Ordinal), $"After {Teams.Updates} updates the card says: {card}");
        Assert.Contains(AttendanceText.LateOnes((members + 4) / 5), card, StringComparison.Ordinal);
        Assert.InRange(Teams.Updates, 1, ((seconds + 9) / 3) + 2);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (app, http) in _instances)
        {
            http.Dispose();
            await app.DisposeAsync();
        }
    }
}
