using System.Globalization;
using System.Text.Json;
using ChiBoBot.Cards;
using ChiBoBot.Commands;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Hosting;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Tests.Features.Cells;
using ChiBoBot.Tests.Storage;
using ChiBoBot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace ChiBoBot.Tests;

/// <summary>A talk with the whole bot in the sample cell, with tables, Teams and clock in memory: members say something and press what they see.</summary>
internal sealed class Talk : IAsyncDisposable
{
    public const string Group = "19:chibo@thread.v2";

    /// <summary>Somebody who sets up cells and is in none.</summary>
    public const string Administrator = "00000000-0000-0000-0000-00000000ad01";

    /// <summary>Somebody no cell knows.</summary>
    public const string Stranger = "00000000-0000-0000-0000-00000000ff01";

    private readonly WebApplication _app;
    private readonly CellFile _cell;
    private readonly Dictionary<(string Conversation, string By), AdaptiveCard> _answered = [];
    private int _ids;
    private Uri? _address;

    private Talk(WebApplication app, CellFile cell, InMemoryTables tables, FakeConnector teams, FakeClock clock) =>
        (_app, _cell, Tables, Teams, Clock) = (app, cell, tables, teams, clock);

    public InMemoryTables Tables { get; }

    public FakeConnector Teams { get; }

    public FakeClock Clock { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>The sample cell (m01 is its secretary, m02 the deputy) has been imported, and <see cref="Group"/> is its group. It is 08:00 on Sunday 22/11/2026.</summary>
    public static async Task<Talk> Begin(CellFile? cell = null)
    {
        cell ??= SampleFiles.Council;
        var (tables, teams, clock) = (new InMemoryTables(), new FakeConnector(), new FakeClock());
        var app = DemoStart.WithoutTeams(new Dictionary<string, string?> { ["urls"] = "http://127.0.0.1:0", ["Cells:Administrators:0"] = Administrator, ["Web:Address"] = "https://bot.example.org" }, services => services
            .Replace(ServiceDescriptor.Singleton<ITables>(tables))
            .Replace(ServiceDescriptor.Singleton<IConnector>(teams))
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))
            .RemoveWorkers());
        await BotHost.Prepare(app, default);
        await new CellImport(tables).Run(cell, default);
        var talk = new Talk(app, cell, tables, teams, clock);
        await app.Services.GetRequiredService<Groups>().Bind(talk.Where(Group), new GroupRow(cell.Cell.Id, Group) { BoundAt = clock.GetUtcNow() }, default);
        foreach (var member in cell.Members.Where(member => member.ObjectId is not null))
        {
            // Everybody has met the bot already.
            teams.OwnChats["29:" + member.ObjectId] = OwnChat(member.Id);
            await app.Services.GetRequiredService<Conversations>().ClaimWelcome(talk.Where(OwnChat(member.Id)), clock.GetUtcNow(), default);
        }

        return talk;
    }

    /// <summary>Opens the bot's door on this machine; what the clock would make happen by itself still happens only by <see cref="Pass"/>.</summary>
    public async Task<Uri> Listen()
    {
        if (_address is null)
        {
            await _app.StartAsync();
            _address = new(_app.Urls.Single());
        }

        return _address;
    }

    /// <summary>A member's own chat with the bot.</summary>
    public static string OwnChat(string member) => "a:" + member;

    /// <summary>Says something in the own chat, or in another conversation.</summary>
    /// <returns>Everything that was posted anywhere in answer.</returns>
    public async Task<string> Say(string text, string by = "m01", string? at = null)
    {
        var before = Teams.Posts.Count;
        await Receive(new Inbound.Message(Envelope(by, at), text));
        _answered.Remove((at ?? OwnChat(by), by));
        return Since(before);
    }

    /// <summary>Presses a button of the newest card that the member sees there, with what was filled in.</summary>
    /// <returns>What the member sees at once: the card as it became, or the line over it.</returns>
    public async Task<string> Press(string button, string by = "m01", string? at = null, params (string Input, string Value)[] inputs)
    {
        var conversation = at ?? OwnChat(by);
        var (id, where, action) = Find(button, conversation, by);
        var before = Teams.Posts.Count;
        var data = new Dictionary<string, string>(action.Data);
        foreach (var (input, value) in inputs)
        {
            data[input] = value;
        }

        var answer = await Receive(new Inbound.CardPress(Envelope(by, where), action.Verb, Json(data), id) { IsInvoke = true });
        switch (answer)
        {
            case Answer.Card card:
                _answered[(conversation, by)] = card.Content;
                return CardText.Of(card.Content);
            case Answer.Notice notice:
                return notice.Text;
            default:
                return Since(before);
        }
    }

    /// <summary>Lets so much time pass, then everything happen that is due by then.</summary>
    public async Task Pass(TimeSpan time)
    {
        Clock.Advance(time);
        while (await Services.GetRequiredService<Sweeper>().Pass(default) > 0)
        {
            // What was due may have planned more.
        }
    }

    /// <summary>Sends what a card's button would, whether it was shown to the member or not: an old card, or a forged one.</summary>
    /// <returns>What the member sees at once, and what was posted anywhere.</returns>
    public async Task<string> Send(string verb, Dictionary<string, string> data, string by = "m01", string? at = null)
    {
        var before = Teams.Posts.Count;
        var answer = await Receive(new Inbound.CardPress(Envelope(by, at), verb, Json(data), null) { IsInvoke = true });
        if (answer is Answer.Card shown)
        {
            _answered[(at ?? OwnChat(by), by)] = shown.Content;
        }

        var seen = answer switch
        {
            Answer.Card card => CardText.Of(card.Content),
            Answer.Notice notice => notice.Text,
            _ => "",
        };
        return Teams.Posts.Count == before ? seen : $"{seen}\n{Since(before)}";
    }

    /// <summary>What stands in a field of the newest card that the member sees; null where it is empty or not there.</summary>
    public string? Input(string by, string id)
    {
        var card = _answered.GetValueOrDefault((OwnChat(by), by))
            ?? Teams.Posts.Where(post => post.Conversation == OwnChat(by)).Select(post => (post.Message as Outgoing.Card)?.Content).Last(card => card is not null)!;
        return card.Body.OfType<TextInput>().FirstOrDefault(input => input.Id == id)?.Value ?? card.Body.OfType<DateInput>().FirstOrDefault(input => input.Id == id)?.Value;
    }

    /// <summary>Where a button of the newest card that the member sees leads to in a browser.</summary>
    public Uri Link(string button, string by = "m01") =>
        _answered[(OwnChat(by), by)].Body.OfType<ActionSet>().SelectMany(set => set.Actions).OfType<OpenUrlAction>().Single(action => action.Title == button).Url;

    /// <summary>All that stands in the fields of the card that a press was last answered with.</summary>
    public IReadOnlyDictionary<string, string?> Filled(string by) => Inputs(_answered[(OwnChat(by), by)].Body).ToDictionary(input => input.Id, input => input switch
    {
        TextInput text => text.Value,
        NumberInput number => number.Value?.ToString(CultureInfo.InvariantCulture),
        DateInput date => date.Value,
        TimeInput time => time.Value,
        ToggleInput toggle => toggle.Value,
        ChoiceInput choice => choice.Value,
        _ => throw new InvalidOperationException(input.GetType().Name),
    });

    /// <summary>What can be chosen in a field of the newest card that the member sees.</summary>
    public IReadOnlyList<string> Choices(string by, string id) =>
        [.. _answered[(OwnChat(by), by)].Body.OfType<ChoiceInput>().Where(input => input.Id == id).SelectMany(input => input.Choices).Select(choice => choice.Title)];

    /// <summary>The bytes of the largest card that anybody was shown or sent.</summary>
    public int LargestCard { get; private set; }

    /// <summary>The newest text that stands in a conversation.</summary>
    public string Last(string conversation) => Teams.Posts.Last(post => post.Conversation == conversation).Text;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private (string? Id, string Where, ExecuteAction Action) Find(string button, string conversation, string by)
    {
        if (_answered.TryGetValue((conversation, by), out var answered) && Buttons(answered.Body).FirstOrDefault(action => action.Title == button) is { } there)
        {
            return (null, conversation, there);
        }

        foreach (var post in Teams.Posts.Reverse().Where(post => post.Conversation == conversation))
        {
            if (post.Message is Outgoing.Card card && Buttons(card.Content.Body).FirstOrDefault(action => action.Title == button) is { } found)
            {
                return (post.Id, post.Conversation, found);
            }
        }

        throw new InvalidOperationException($"Nobody showed a button “{button}” in {conversation}. What stands there:\n{string.Join("\n---\n", Teams.Posts.Where(post => post.Conversation == conversation).Select(post => post.Text))}");
    }

    private static IEnumerable<ExecuteAction> Buttons(IEnumerable<CardElement> elements) => elements.SelectMany(element => element switch
    {
        ActionSet set => set.Actions.OfType<ExecuteAction>(),
        Container container => Buttons(container.Items),
        ColumnSet columns => columns.Columns.SelectMany(column => Buttons(column.Items)),
        _ => [],
    });

    private static IEnumerable<CardInput> Inputs(IEnumerable<CardElement> elements) => elements.SelectMany(element => element switch
    {
        CardInput input => [input],
        Container container => Inputs(container.Items),
        ColumnSet columns => columns.Columns.SelectMany(column => Inputs(column.Items)),
        _ => [],
    });

    private string Since(int count) => string.Join("\n", Teams.Posts.Skip(count).Select(post => post.Text));

    private async Task<Answer> Receive(Inbound inbound)
    {
        var before = Teams.Posts.Count;
        var answer = await _app.Services.GetRequiredService<IReceiver>().Receive(inbound, default);
        AdaptiveCard?[] shown = [(answer as Answer.Card)?.Content, .. Teams.Posts.Skip(before).Select(post => (post.Message as Outgoing.Card)?.Content)];
        LargestCard = Math.Max(LargestCard, shown.Max(card => card is null ? 0 : Size(card)));
        return answer;
    }

    /// <summary>As Teams counts: in UTF-16.</summary>
    private static int Size(AdaptiveCard card)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = CardJson.Encoder }))
        {
            CardJson.Write(json, card);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray()).Length * sizeof(char);
    }

    private Envelope Envelope(string by, string? at)
    {
        var sender = by is Administrator or Stranger
            ? new Sender("29:" + by, by, null)
            : new Sender(TeamsId(by), _cell.Members.Single(member => member.Id == by).ObjectId, _cell.Members.Single(member => member.Id == by).Name);
        return new((++_ids).ToString(CultureInfo.InvariantCulture), sender, Where(at ?? OwnChat(by)));
    }

    private string TeamsId(string member) => "29:" + (_cell.Members.Single(found => found.Id == member).ObjectId
        ?? throw new InvalidOperationException($"{member} has no account in the sample."));

    private Conversation Where(string id) => new(
        id,
        id.StartsWith("a:", StringComparison.Ordinal) ? Place.Personal : Place.Group,
        _cell.Cell.TenantId,
        new Uri("https://localhost/teams/"),
        "28:bot");

    private static JsonElement Json(Dictionary<string, string> data)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in data)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        return JsonDocument.Parse(buffer.ToArray()).RootElement;
    }
}

/// <summary>What a test of the bot leaves out of it.</summary>
internal static class TalkServices
{
    /// <summary>Nothing works by itself beside the door: a test moves the clock and says when to look.</summary>
    public static IServiceCollection RemoveWorkers(this IServiceCollection services)
    {
        foreach (var worker in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Name != "GenericWebHostService").ToList())
        {
            services.Remove(worker);
        }

        return services;
    }
}
