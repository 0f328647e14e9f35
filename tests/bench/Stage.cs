using System.Diagnostics;
using ChiBoBot.Features.Cells.Sample;

namespace ChiBoBot.Bench;

/// <summary>All that the servers under test lean on: a file with the sample cell, a token issuer, a connector and the turns that are sent.</summary>
internal sealed class Stage : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chibobot-bench-").FullName;
    private readonly string _database;
    private readonly Issuer _issuer = new(Server.FreePort());

    private Stage()
    {
        _database = Path.Combine(_folder, "chibobot.db");
        var service = $"http://127.0.0.1:{Sink.Port}/";
        var authorization = _issuer.Authorization(service, TimeProvider.System.GetUtcNow());
        Sample Say(string text) => new(authorization, service, SampleCells.TenantId, text);
        Question = Say("chỉ tiêu nào chưa đạt?");
        Mark = Say("tôi đã điểm danh chưa?");
    }

    public Sink Sink { get; } = new();

    public string Service => $"http://127.0.0.1:{Sink.Port}/";

    public string Authorization => _issuer.Authorization(Service, TimeProvider.System.GetUtcNow());

    public Sample Question { get; }

    /// <summary>A turn that stores one row.</summary>
    public Sample Mark { get; }

    public static async Task<Stage> Set()
    {
        var stage = new Stage();
        await BotUnderTest.Seed(stage._database);
        return stage;
    }

    public Server StartBaseline() => StartBaselineOf(Environment.ProcessPath!);

    public Server StartBaselineOf(string program) => Server.StartOf(program, "baseline", Path.Combine(_folder, "baseline.db"));

    public Server StartBot() => Server.Start("bot", _issuer.Metadata.AbsoluteUri, _database);

    /// <summary>Sends one turn as soon as the server listens, until its reply has come.</summary>
    public async Task Answered(Target target)
    {
        var before = Sink.Received;
        for (var deadline = Stopwatch.GetTimestamp() + (30 * Stopwatch.Frequency); Stopwatch.GetTimestamp() < deadline;)
        {
            if (await Load.Once(target) && Sink.Received > before)
            {
                return;
            }

            await Task.Delay(2);
        }

        throw new InvalidOperationException($"{target.Name} answered nothing.");
    }

    public void Dispose()
    {
        Sink.Dispose();
        _issuer.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
