using System.Net;
using System.Text;
using ChiBoBot.Cards;
using ChiBoBot.Commands;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Features.Events;
using ChiBoBot.Hosting;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Tests.Features.Cells;
using ChiBoBot.Tests.Storage;
using ChiBoBot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChiBoBot.Tests.Features.Events;

public class FeedTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Events_are_written_as_calendars_read_them()
    {
        var ics = Feed.Of("Chi bộ, thử; nghiệm", [
            new("e1", EventKind.Regular, "Sinh hoạt, định kỳ; tháng 12 của chi bộ Công tác Hội đồng nhân dân tỉnh và các đồng chí dự", new(2026, 12, 3))
            {
                Time = new(14, 0), Minutes = 90, Place = "Phòng 2", Agenda = [new("Điểm danh"), new("Thảo luận")], Link = "https://meet.example.org/a",
            },
            new("e2", EventKind.Activity, "Về nguồn", new(2026, 12, 5)) { State = EventState.Cancelled },
        ], Now);

        // RFC 5545: lines end in CRLF and hold 75 octets at most; what goes on begins with a blank.
        Assert.All(ics.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        var unfolded = ics.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Sinh hoạt\\, định kỳ\\; tháng 12 của chi bộ Công tác Hội đồng nhân dân tỉnh và các đồng chí dự\r\n", unfolded, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20261203T070000Z\r\n", unfolded, StringComparison.Ordinal);
        Assert.Contains("DTEND:20261203T083000Z\r\n", unfolded, StringComparison.Ordinal);
        Assert.Contains("DESCRIPTION:1. Điểm danh\\n2. Thảo luận\r\n", unfolded, StringComparison.Ordinal);
        Assert.Contains("UID:e1@chibobot\r\n", unfolded, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20261205\r\n", unfolded, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED\r\n", unfolded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_serves_the_members_calendar_until_it_is_taken_back()
    {
        var tables = new InMemoryTables();
        await using var app = DemoStart.WithoutTeams(
            new Dictionary<string, string?> { ["urls"] = "http://127.0.0.1:0", ["Web:Address"] = "https://bot.example.org" },
            services => services
                .Replace(ServiceDescriptor.Singleton<ITables>(tables))
                .Replace(ServiceDescriptor.Singleton<IConnector>(new FakeConnector()))
                .Replace(ServiceDescriptor.Singleton<TimeProvider>(new FakeClock())));
        await BotHost.Prepare(app, default);
        await new CellImport(tables).Run(SampleFiles.Council, default);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var asked = await app.Services.GetRequiredService<AskFeedHandler>().Handle(new AskFeed(), Turn("1"), default);
        Assert.IsType<Reply.Card>(asked);

        var first = await Make(app, "2");
        var served = await http.GetAsync(new Uri(first.PathAndQuery, UriKind.Relative));
        var text = (await served.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Equal("text/calendar; charset=utf-8", served.Content.Headers.ContentType!.ToString());
        Assert.Contains("SUMMARY:Sinh hoạt chi bộ định kỳ tháng 12/2026\r\n", text, StringComparison.Ordinal);

        // A member outside the committee isn't called to its meetings, and doesn't see them.
        Assert.DoesNotContain("Họp chi ủy", text, StringComparison.Ordinal);
        var one = await http.GetStringAsync(new Uri(first.PathAndQuery.Replace(".ics", "/dinh-ky-12-2026.ics", StringComparison.Ordinal), UriKind.Relative));
        Assert.Single(one.Split("BEGIN:VEVENT").Skip(1));

        // A new address kills the old one; taking back kills it for good; guesses get nothing.
        var second = await Make(app, "3");
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(first.PathAndQuery, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(second.PathAndQuery, UriKind.Relative))).StatusCode);
        // One meeting has an address of its own, which serves nothing else; a committee's isn't given to who isn't called.
        var file = await MakeFile(app, "2026-12-03|dinh-ky-12-2026", "5");
        var only = await http.GetStringAsync(new Uri(file.PathAndQuery, UriKind.Relative));
        Assert.Contains("Sinh hoạt chi bộ định kỳ tháng 12/2026", Assert.Single(only.Replace("\r\n ", "", StringComparison.Ordinal).Split("BEGIN:VEVENT").Skip(1)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(file.PathAndQuery.Replace(".ics", "/chuyen-de-q4-2026.ics", StringComparison.Ordinal), UriKind.Relative))).StatusCode);
        Assert.Equal(EventsText.NoSuchEvent, Assert.IsType<Reply.Notice>(await app.Services.GetRequiredService<DoMeetingFile>().Handle(new("2026-12-01|chi-uy-12-2026"), Turn("6"), default)).Text);

        await app.Services.GetRequiredService<DoFeed>().Handle(new(FeedForm.Revoke), Turn("4"), default);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(file.PathAndQuery, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(second.PathAndQuery, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("/calendar/" + new string('A', 43) + ".ics", UriKind.Relative))).StatusCode);

        // Of the secret only the hash is kept.
        var secret = second.Segments[^1].Replace(".ics", "", StringComparison.Ordinal);
        Assert.Equal(43, secret.Length);
        Assert.DoesNotContain((await tables.List("Cells", SampleCells.CellId, RowRange.All, default)).Select(row => row.RowKey), key => key.Contains(secret, StringComparison.Ordinal));
    }

    private static async Task<Uri> Make(WebApplication app, string id)
    {
        var made = Assert.IsType<Reply.Replacement>(await app.Services.GetRequiredService<DoFeed>().Handle(new(FeedForm.Make), Turn(id), default));
        return new Uri(made.Content.Body.OfType<TextInput>().Single().Value!);
    }

    private static async Task<Uri> MakeFile(WebApplication app, string key, string id)
    {
        var made = Assert.IsType<Reply.Replacement>(await app.Services.GetRequiredService<DoMeetingFile>().Handle(new(key), Turn(id), default));
        return made.Content.Body.OfType<ActionSet>().SelectMany(set => set.Actions).OfType<OpenUrlAction>().Single().Url;
    }

    private static Turn Turn(string id) => new(
        id,
        Now,
        new Asker(SampleCells.CellId, "m06", "Trịnh Hữu Cương", Role.Member),
        new("29:m06", null, null),
        new Conversation("a:m06", Place.Personal, SampleCells.TenantId, new Uri("https://localhost/teams/"), "28:bot"));
}
