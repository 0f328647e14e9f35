using Azure.Core;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Hosting;
using ChiBoBot.Storage;
using ChiBoBot.Teams.Outbound;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;
using Microsoft.Extensions.Options;
using Request = ChiBoBot.Understanding.Request;

namespace ChiBoBot.Bench;

/// <summary>Our bot as it is, with its real checks on: only the issuer, the connector and its token are the bench's own.</summary>
internal static class BotUnderTest
{
    private const int AskersOfACell = 16;

    /// <param name="database">A file with the sample cell; it is made where it is missing.</param>
    public static async Task Run(int port, string metadata, string database)
    {
        var app = BotHost.Build(builder =>
        {
            builder.Logging.ClearProviders();
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["urls"] = $"http://127.0.0.1:{port}",
                ["Storage:Path"] = database,
                ["Teams:AppId"] = Issuer.AppId,
                ["Teams:TenantIds:0"] = SampleCells.TenantId,
                ["Teams:MetadataAddress"] = metadata,
                ["Teams:Issuer"] = Issuer.Name,
                ["Teams:AllowedServiceHosts:0"] = "127.0.0.1",
                ["Connector:Credential"] = "ClientSecret",
                ["Connector:TenantId"] = SampleCells.TenantId,
                ["Connector:ClientSecret"] = "bench",
            });
            builder.Services.AddSingleton(provider => new BotCredential(
                provider.GetRequiredService<IOptions<ConnectorOptions>>().Value,
                _ => new GivenToken(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<BotCredential>>()));

            // The sink has no limits; Teams' own would be reached after sixty replies.
            builder.Services.PostConfigure<ConnectorOptions>(options => options.Paced = false);
            builder.Services.AddSingleton<MarkHandler>();
        });
        app.Services.GetRequiredService<Routes>().Phrase<Request, MarkHandler>(
            Act.SeeTargets, said => said.Plain == "toi da diem danh chua" ? new Request(Intent.AttendanceSelf, Slots.None) : null);
        BenchEndpoints.Map(app);
        await BotHost.Prepare(app, CancellationToken.None);
        await app.RunAsync();
    }

    /// <summary>The sample cell several times over, each with members of its own who ask: as many as one deployment serves.</summary>
    public static async Task Seed(string database)
    {
        using var tables = new Sqlite(database);
        await tables.Prepare(BotHost.Tables, CancellationToken.None);
        var sample = CellFileReader.Read(SampleCells.Read(SampleCells.Names[0])).File!;
        var asker = sample.Members.Single(member => member.Id == SampleCells.SecretaryMemberId) with { Posts = [], Upn = null };
        for (var first = 0; first < Sample.Askers; first += AskersOfACell)
        {
            var cell = sample with
            {
                Cell = sample.Cell with { Id = $"{sample.Cell.Id}-{first}" },
                Members =
                [
                    .. sample.Members.Select(member => member with { ObjectId = null, Upn = null }),
                    .. Enumerable.Range(first, AskersOfACell).Select(number => asker with { Id = $"asker-{number}", ObjectId = Sample.ObjectIdOf(number) }),
                ],
            };
            await new CellImport(tables).Run(cell, CancellationToken.None);
        }

        await PressSample.Seed(tables);
    }

    /// <summary>A turn that stores one change, durably, before it is answered.</summary>
    private sealed class MarkHandler(ITables tables) : IHandle<Request>
    {
        public async Task<Reply> Handle(Request asked, Turn turn, CancellationToken cancel)
        {
            await tables.Commit(Change.Add(InboxRow.Of(turn)), cancel);
            return Reply.Say("Đã ghi nhận.");
        }
    }

    private sealed class GivenToken : TokenCredential
    {
        private static readonly AccessToken Token = new(new string('t', 1200), DateTimeOffset.MaxValue);

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => Token;

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(Token);
    }
}
