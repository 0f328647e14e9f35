using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ChiBoBot.Conformance.Storage;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Reminders;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace ChiBoBot.Conformance.Due;

/// <summary>Two bots as they are deployed, over one account, one of them killed again and again while reminders fall due.</summary>
[Collection(UsesAzurite.Name)]
public sealed partial class KilledBotsTests(Azurite azurite, ITestOutputHelper output)
{
    private const int Cells = 100;
    private const int Short = 25;

    /// <remarks><c>CHIBOBOT_KILL_SECONDS=120</c> is the long form.</remarks>
    [Theory]
    [InlineData(1000)]
    public async Task However_often_a_bot_is_killed_each_reminder_arrives_and_what_may_have_arrived_twice_is_reported(int reminders)
    {
        var seconds = int.TryParse(Environment.GetEnvironmentVariable("CHIBOBOT_KILL_SECONDS"), CultureInfo.InvariantCulture, out var asked) ? asked : Short;
        var tables = Open();
        await tables.Prepare([CellRow.Table, PersonRow.Table, ConversationRow.Table, DueEntry.Table], default);
        await using var teams = new Receiver();
        var run = "k" + RandomNumberGenerator.GetHexString(8, lowercase: true);
        await Plan(tables, teams.Address, run, reminders, TimeSpan.FromSeconds(seconds * 0.6));

        var kills = 0;
        using (var stays = Start())
        {
            var until = TimeProvider.System.GetTimestamp() + (long)(seconds * (double)TimeProvider.System.TimestampFrequency);
            while (TimeProvider.System.GetTimestamp() < until)
            {
                using var dies = Start();
                await Task.WhenAny(dies.WaitForExitAsync(), Task.Delay(TimeSpan.FromSeconds(3 + (kills % 3)), TimeProvider.System));
                dies.Kill();
                await dies.WaitForExitAsync();
                kills++;
            }

            stays.Kill();
            await stays.WaitForExitAsync();
        }

        await Finish(tables, teams);
        var (once, twice, unsure) = (0, 0, 0);
        for (var i = 0; i < reminders; i++)
        {
            var outcome = (await Schedule(tables, TimeProvider.System).Find(Cell(run, i), ReminderDue.Kind, Id(i), default))!.Outcome!;
            var arrived = teams.Arrived.GetValueOrDefault($"{run}-{i}");
            var isReported = outcome.Unsure > 0;
            Assert.True(
                (outcome.State, arrived, isReported) is (DueState.Sent, 1, _) or (DueState.Sent or DueState.Unknown, 2, true),
                $"Reminder {i}: {outcome.State}, {outcome.Unsure} unsure, arrived {arrived} times.");
            once += arrived == 1 ? 1 : 0;
            twice += arrived == 2 ? 1 : 0;
            unsure += isReported ? 1 : 0;
        }

        output.WriteLine($"{reminders} reminders, {kills} kills: {once} arrived once, {twice} twice, none not at all; {unsure} are reported as perhaps twice.");
        Assert.Equal(reminders, once + twice);
        Assert.True(kills >= 3, $"Only {kills} kills.");
    }

    private static async Task Plan(AzureTables tables, Uri connector, string run, int reminders, TimeSpan span)
    {
        var now = TimeProvider.System.GetUtcNow();
        var schedule = Schedule(tables, TimeProvider.System);
        foreach (var cell in Enumerable.Range(0, Math.Min(Cells, reminders)).Select(i => Cell(run, i)))
        {
            var group = new Conversation($"19:{cell}@thread.v2", Place.Group, "tenant-" + cell, connector, "28:bot");
            await tables.Put(new ConversationRow(group) { CellId = cell }, default);
            await tables.Put(new GroupRow(cell, group.Id) { BoundAt = now }, default);
        }

        for (var i = 0; i < reminders; i++)
        {
            var at = now.AddSeconds(5) + (span * i / reminders);
            var reminder = new ReminderRow(Cell(run, i), Id(i)) { Text = $"Nhắc số <{run}-{i}>", Where = Where.Group, At = at, By = "m01", To = new(Circle.All, []) };
            await tables.Commit([Change.Add(reminder), await schedule.Plan(reminder.CellId, ReminderDue.Kind, reminder.Id, at, default)], default);
        }
    }

    /// <summary>The leases of the dead run out: what they were posting is posted once more, the rest for the first time.</summary>
    private static async Task Finish(AzureTables tables, Receiver teams)
    {
        var later = new Later(TimeSpan.FromMinutes(11));
        var conversations = new Conversations(tables, later);
        var groups = new Groups(tables, conversations);
        var crowd = new Crowd(tables, []);
        var reaches = new Reaches(new OwnChats(tables, conversations, later), groups, teams);
        var kind = new ReminderDue(tables, Schedule(tables, later), groups, new Contacts(tables), reaches, crowd);
        var sweeper = new Sweeper(
            tables, new Carrier(tables, teams, new Whereabouts(conversations, [], later), [kind], later, NullLogger<Carrier>.Instance), new FreshEntries(later), later, NullLogger<Sweeper>.Instance);
        while (await sweeper.Pass(default) > 0)
        {
            // Some found others there, and look again.
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "chibobot.dll"), "serve"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Logging__LogLevel__Default"] = "Error",
            ["Teams__AppId"] = "00000000-0000-0000-0000-00000000b07b",
            ["Teams__AllowedServiceHosts__0"] = "localhost",
            ["Teams__DangerouslyAllowUnauthenticatedRequests"] = "true",
            ["Connector__Credential"] = "None",
            ["Storage__Engine"] = "AzureTables",
            ["Storage__ConnectionString"] = azurite.ConnectionString,
        })
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static string Cell(string run, int i) => string.Create(CultureInfo.InvariantCulture, $"{run}-{i % Cells}");

    private static string Id(int i) => i.ToString("x8", CultureInfo.InvariantCulture);

    private static Schedule Schedule(AzureTables tables, TimeProvider clock) => new(tables, new FreshEntries(clock), clock);

    private AzureTables Open() => new(TablesAccount.Of(azurite.ConnectionString, TimeProvider.System), new TablesClientOptions(), () => RandomNumberGenerator.GetHexString(32, lowercase: true));

    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }

    /// <summary>Teams' connector: takes messages in over HTTP from the two bots, and in the test's own process at the end.</summary>
    private sealed partial class Receiver : IConnector, IAsyncDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly Task _serving;

        public Receiver()
        {
            Address = new Uri($"http://localhost:{Ports.Next()}/");
            _listener.Prefixes.Add(Address.AbsoluteUri);
            _listener.Start();
            _serving = Serve();
        }

        public Uri Address { get; }

        public ConcurrentDictionary<string, int> Arrived { get; } = new();

        public Task<string?> Send(Conversation to, Outgoing message, CancellationToken cancel) => throw new NotSupportedException();

        public async Task<string?> SendOnce(Conversation to, Outgoing message, IAttempts attempts, CancellationToken cancel)
        {
            await attempts.Begins(cancel);
            Note(((Outgoing.Card)message).Summary);
            return "at the end";
        }

        public Task Update(Conversation at, string messageId, Outgoing message, CancellationToken cancel) => throw new NotSupportedException();

        public Task Delete(Conversation at, string messageId, CancellationToken cancel) => throw new NotSupportedException();

        public Task<Conversation> OpenPersonal(Conversation near, string teamsId, CancellationToken cancel) => throw new NotSupportedException();

        public Task<Conversation> StartThread(Conversation near, string channelId, Outgoing message, CancellationToken cancel) => throw new NotSupportedException();

        public Task<RosterMember?> FindMember(Conversation at, string id, CancellationToken cancel) => throw new NotSupportedException();

        public IAsyncEnumerable<RosterMember> ListMembers(Conversation at, CancellationToken cancel) => throw new NotSupportedException();

        public Task<TeamDetails> GetTeam(Conversation at, string teamId, CancellationToken cancel) => throw new NotSupportedException();

        public Task<IReadOnlyList<ChannelDetails>> ListChannels(Conversation at, string teamId, CancellationToken cancel) => throw new NotSupportedException();

        public async ValueTask DisposeAsync()
        {
            _listener.Close();
            await _serving;
        }

        private async Task Serve()
        {
            while (true)
            {
                HttpListenerContext call;
                try
                {
                    call = await _listener.GetContextAsync();
                }
                catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }

                using var body = new StreamReader(call.Request.InputStream);
                Note(await body.ReadToEndAsync());
                try
                {
                    call.Response.ContentType = "application/json";
                    await call.Response.OutputStream.WriteAsync("{\"id\":\"1\"}"u8.ToArray());
                    call.Response.Close();
                }
                catch (HttpListenerException)
                {
                    // Whoever called is dead.
                }
            }
        }

        private void Note(string said)
        {
            if (Mark().Match(said) is { Success: true } mark)
            {
                Arrived.AddOrUpdate(mark.Groups[1].Value, 1, (_, times) => times + 1);
            }
        }

        [GeneratedRegex("(k[0-9a-f]{8}-[0-9]+)")]
        private static partial Regex Mark();
    }
}
