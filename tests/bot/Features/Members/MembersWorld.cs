using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Features.Members;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Tests.Features.Cells;
using ChiBoBot.Tests.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Tests.Features.Members;

/// <summary>The two sample cells, imported, on 22/11/2026, and a Teams that knows who is in the room.</summary>
internal sealed class MembersWorld
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(7));

    private readonly MemberStore _members;
    private readonly SecretaryMail _mail;

    private MembersWorld()
    {
        Tables = new BrokenTables(new InMemoryTables());
        _members = new MemberStore(Tables);
        _mail = new SecretaryMail(Tables, _members, new Contacts(Tables), Connector, new Whereabouts(new Conversations(Tables, new FakeClock()), [], new FakeClock()), NullLogger<SecretaryMail>.Instance);
    }

    public BrokenTables Tables { get; }

    public RoomConnector Connector { get; } = new();

    public static async Task<MembersWorld> Create(params CellFile[] files)
    {
        var world = new MembersWorld();
        await world.Import(files is [] ? [SampleFiles.Council, SampleFiles.Merged] : files);
        return world;
    }

    public async Task Import(params CellFile[] files)
    {
        foreach (var file in files)
        {
            Assert.False((await new CellImport(Tables).Run(file, CancellationToken.None)).IsRefused);
        }
    }

    public Task<Asker?> WhoIs(string? objectId, DateTimeOffset? at = null, string tenant = SampleCells.TenantId, params string[] administrators) =>
        new People(Tables, Options.Create(new CellOptions { Administrators = administrators }), new FakeClock())
            .Find(tenant, Sender(objectId), at ?? Now, CancellationToken.None);

    public async Task<Asker> Secretary() => (await WhoIs(SampleCells.SecretaryObjectId))!;

    public Task<Reply?> Meet(string objectId, string? name = null)
    {
        var turn = Turn(Asker.Unknown, objectId);
        return new Newcomers(Tables, Connector, _mail, NullLogger<Newcomers>.Instance)
            .Meet(name is null ? turn : turn with { Sender = turn.Sender with { Name = name } }, CancellationToken.None);
    }

    public async Task<Reply> Confirm(string memberId, string objectId, string answer = ConfirmForm.Yes) =>
        await new ConfirmNewcomer(Tables, NullLogger<ConfirmNewcomer>.Instance)
            .Handle(new(memberId, objectId, answer), Turn(await Secretary(), SampleCells.SecretaryObjectId), CancellationToken.None);

    public async Task<Reply> AskRoster(Slots slots, Asker? asker = null) =>
        await new AskRosterHandler(_members, _mail)
            .Handle(ChiBoBot.Features.Members.AskRoster.Of(new Request(Intent.MemberRoster, slots)), Turn(asker ?? await Member()), CancellationToken.None);

    public async Task<Reply> AskPost(Slots slots, DateTimeOffset? at = null) =>
        await new AskPostHandler(_members)
            .Handle(ChiBoBot.Features.Members.AskPost.Of(new Request(Intent.MemberByPost, slots)), Turn(await Member(), at: at), CancellationToken.None);

    public async Task<AccountRow?> Account(string memberId) =>
        (await Tables.Find<AccountRow>(SampleCells.CellId, AccountRow.Prefix + memberId, CancellationToken.None))?.Row;

    public static Sender Sender(string? objectId) => new("29:" + (objectId ?? "guest"), objectId, "Tài khoản " + objectId);

    public static string Text(Reply? reply) => reply switch
    {
        Reply.Words words => words.Text,
        Reply.Card card => CardText.Of(card.Content),
        Reply.Replacement card => CardText.Of(card.Content),
        Reply.Notice notice => notice.Text,
        Reply.Several several => string.Join("\n---\n", several.Parts.Select(Text)),
        _ => "",
    };

    private async Task<Asker> Member() => (await WhoIs(SampleFiles.Council.Members[4].ObjectId))!;

    private static Turn Turn(Asker asker, string? objectId = null, DateTimeOffset? at = null) => new(
        "activity-1",
        at ?? Now,
        asker,
        Sender(objectId),
        new Conversation("a:personal", Place.Personal, SampleCells.TenantId, new Uri("https://smba.example.org/"), "28:bot"));
}
