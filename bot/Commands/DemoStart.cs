using ChiBoBot.Cards;
using ChiBoBot.Commands.Playground;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Features.Reminders;
using ChiBoBot.Hosting;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Turns;

namespace ChiBoBot.Commands;

/// <summary>The demo's bot: the sample cells in a file of their own, the secretary at the keyboard.</summary>
internal static class DemoStart
{
    private const int Others = 5;

    public static DemoCast Cast()
    {
        var members = Sample(SampleCells.Names[0]).Members;
        var secretary = members.Single(member => member.Id == SampleCells.SecretaryMemberId);
        return new DemoCast(
            SampleCells.TenantId,
            Person(secretary) with { TeamsId = SampleCells.SecretaryTeamsId },
            [.. members.Where(member => member is { Upn: not null, ObjectId: not null } && member != secretary).Take(Others).Select(Person)]);
    }

    public static async Task<IAsyncDisposable> Start(DemoBot demo, CancellationToken cancel)
    {
        var app = WithoutTeams(new Dictionary<string, string?>
        {
            ["urls"] = demo.Address.OriginalString,
            ["Storage:Engine"] = nameof(StorageEngine.Sqlite),
            ["Storage:Path"] = demo.DatabaseFile,
            ["Web:Address"] = demo.Address.OriginalString,
        });
        try
        {
            await BotHost.Prepare(app, cancel);
            var tables = app.Services.GetRequiredService<ITables>();
            var clock = app.Services.GetRequiredService<TimeProvider>();
            var today = VietnamTime.DateOf(clock.GetUtcNow());
            foreach (var name in SampleCells.Names)
            {
                var cell = Sample(name);
                cell = MeetingRules.Book.Find(today) is { } rules ? DemoCalendar.GoingOn(cell, today, rules.Rules) : cell;
                await new CellImport(tables).Run(cell, cancel);
                await WeekDue.Begin(tables, app.Services.GetRequiredService<Schedule>(), cell.Cell.Id, clock.GetUtcNow(), cancel);
            }

            await BindRooms(app.Services.GetRequiredService<Groups>(), demo.Connector, cancel);
            await app.StartAsync(cancel);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>A bot that talks to no Teams but, if to anybody, to a client on this machine.</summary>
    /// <param name="replace">Puts other services in the place of the bot's own.</param>
    public static WebApplication WithoutTeams(IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? replace = null) => BotHost.Build(
        builder =>
        {
            if (replace is not null)
            {
                builder.Host.ConfigureContainer<IServiceCollection>((_, services) => replace(services));
            }

            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            builder.Configuration.AddInMemoryCollection(settings).AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Teams:AppId"] = PlaygroundConfig.AppId,
                ["Teams:AllowedServiceHosts:0"] = "localhost",
                ["Teams:DangerouslyAllowUnauthenticatedRequests"] = "true",
                ["Connector:Credential"] = "None",
            });
        },
        Environments.Development);

    /// <summary>The demo's group and team belong to the sample cell.</summary>
    private static async Task BindRooms(Groups groups, Uri connector, CancellationToken cancel)
    {
        foreach (var (id, place) in PlaygroundConfig.Rooms)
        {
            // The group chat is where the cell is written to, the team's channel only asked in.
            var boundAt = place == Place.Group ? DateTimeOffset.UnixEpoch.AddDays(1) : DateTimeOffset.UnixEpoch;
            await groups.Bind(
                new Conversation(id, place, SampleCells.TenantId, connector, "28:" + PlaygroundConfig.AppId),
                new GroupRow(SampleCells.CellId, id) { BoundAt = boundAt },
                cancel);
        }
    }

    private static CellFile Sample(string name)
    {
        var (cell, mistakes) = CellFileReader.Read(SampleCells.Read(name));
        return cell ?? throw new InvalidDataException($"The sample {name} is wrong: {mistakes[0]}");
    }

    private static DemoPerson Person(Member member) => new("29:" + member.ObjectId, member.Name, member.ObjectId!, member.Upn!);
}
