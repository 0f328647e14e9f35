using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using ChiBoBot.Features.Cells;
using ChiBoBot.Hosting;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Storage;

namespace ChiBoBot.Tests.Features.Attendance;

public sealed class PressStormTests : IDisposable
{
    private const int Lanes = 8;

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(14, 1)]
    [InlineData(500, 10)]
    public async Task Everybody_presses_at_once_on_two_instances_and_each_press_counts_once(int members, int seconds)
    {
        await using var storm = await PressStorm.Begin(members, instances: 2, new Dictionary<string, string?>
        {
            ["Storage:Engine"] = "Sqlite",
            ["Storage:Path"] = _folder.File("chibobot.db"),
        });

        await storm.AllPress(members, seconds);
        await storm.EverythingAgrees(members, seconds);
    }

    [Fact]
    public async Task An_older_press_that_arrives_late_does_not_undo_a_newer_one()
    {
        await using var storm = await PressStorm.Begin(2, instances: 2, new Dictionary<string, string?>
        {
            ["Storage:Engine"] = "Sqlite",
            ["Storage:Path"] = _folder.File("chibobot.db"),
        });

        await storm.Press(0, 0, "first", "present");
        await storm.Later(1);
        await storm.Press(1, 0, "second", "late");
        await storm.Later(1);
        await storm.Press(1, 0, "first", "present");

        Assert.Equal(Mark.Late, Assert.Single(await storm.Marks()).Mark);
    }

    [Fact]
    public async Task A_press_that_arrives_again_at_another_instance_is_known_although_the_person_changed_their_mind_fifteen_times_since()
    {
        await using var storm = await PressStorm.Begin(2, instances: 2, new Dictionary<string, string?>
        {
            ["Storage:Engine"] = "Sqlite",
            ["Storage:Path"] = _folder.File("chibobot.db"),
        });

        await storm.Press(0, 0, "first", "present");
        for (var change = 1; change <= 15; change++)
        {
            await storm.Later(1);
            await storm.Press(0, 0, $"change-{change}", change % 2 == 0 ? "present" : "late");
        }

        await storm.Later(1);
        Assert.Contains("đến muộn, ghi", await storm.Press(1, 0, "first", "present"), StringComparison.Ordinal);

        Assert.Equal(Mark.Late, Assert.Single(await storm.Marks()).Mark);
    }

    /// <remarks>CHIBOBOT_KILLS=200 kills that often.</remarks>
    [Fact]
    public async Task Killed_at_any_moment_the_bot_forgets_nothing_that_it_acknowledged()
    {
        const int members = 64;
        var kills = int.Parse(Environment.GetEnvironmentVariable("CHIBOBOT_KILLS") ?? "10", CultureInfo.InvariantCulture);
        var path = _folder.File("chibobot.db");
        using (var tables = new Sqlite(path))
        {
            await tables.Prepare(BotHost.Tables, default);
            await new CellImport(tables).Run(PressStorm.Cell(members), default);
            await tables.Add(PressStorm.Roll(PressStorm.Start.AddYears(100)) with { LateFrom = null }, default);
        }

        var lottery = new Random(7);
        var heard = new string?[members];
        var unheard = Enumerable.Range(0, members).Select(_ => new List<string>()).ToArray();
        var press = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            using var bot = OtherProcess.Start("bot", path);
            var address = await Address(bot);
            var log = bot.StandardOutput.ReadToEndAsync();
            using var http = new HttpClient { BaseAddress = address };
            var after = 1 + lottery.Next(120);
            var answered = 0;

            try
            {
                // Each member presses in one lane only, so that which of two presses was later is known.
                await Task.WhenAll(Enumerable.Range(0, Lanes).Select(Lane));
            }
            finally
            {
                bot.Kill();
            }

            await bot.WaitForExitAsync();
            Assert.True(answered >= after, await log);

            async Task Lane(int lane)
            {
                for (var turn = 0; ; turn++)
                {
                    var member = lane + (turn % (members / Lanes) * Lanes);
                    var how = (heard[member] ?? "late") == "late" ? "present" : "late";
                    unheard[member].Add(how);
                    if (!await Press(http, member, $"p{Interlocked.Increment(ref press)}", how))
                    {
                        return;
                    }

                    heard[member] = how;
                    unheard[member].Clear();
                    if (Interlocked.Increment(ref answered) == after)
                    {
                        bot.Kill();
                    }
                }
            }

            // What was acknowledged stands, unless a press that came after it was stored unheard.
            using var tables = new Sqlite(path);
            await tables.Prepare(BotHost.Tables, default);
            var marks = (await tables.List<MarkRow>(PressStorm.CellId, MarkRow.Of(RollRow.IdOf(PressStorm.Meeting)), default))
                .ToDictionary(mark => mark.Row.MemberId, mark => mark.Row.Mark.ToString().ToLowerInvariant());
            for (var member = 0; member < members; member++)
            {
                if (heard[member] is { } how)
                {
                    string[] possible = [how, .. unheard[member]];
                    Assert.Contains(marks.GetValueOrDefault(PressStorm.Member(member), "gone"), possible);
                    heard[member] = marks[PressStorm.Member(member)];
                }

                unheard[member].Clear();
            }
        }

        Assert.Contains(heard, how => how is not null);
    }

    /// <summary>Where the bot says that it listens, among the warnings of a bot without checks.</summary>
    private static async Task<Uri> Address(Process bot)
    {
        string? line;
        do
        {
            line = await bot.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The bot ended before it listened.");
        }
        while (!line.StartsWith("http://", StringComparison.Ordinal));
        return new Uri(line);
    }

    /// <summary>Whether the press was acknowledged.</summary>
    private static async Task<bool> Press(HttpClient http, int member, string id, string how)
    {
        try
        {
            using var body = new ByteArrayContent(PressStorm.Activity(member, id, how, "https://localhost/teams/"));
            body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await http.PostAsync(new Uri("/api/messages", UriKind.Relative), body);
            var answer = await response.Content.ReadAsStringAsync();
            Assert.True(answer.Contains(how == "late" ? "đến muộn, ghi" : "có mặt, ghi", StringComparison.Ordinal), $"{how}: {answer}");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
