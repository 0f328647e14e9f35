using System.Diagnostics;
using System.Globalization;
using ChiBoBot.Commands;
using ChiBoBot.Features.Cells;
using ChiBoBot.Hosting;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Features.SelfAssessment;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChiBoBot.Tests.Storage;

/// <summary>A second process on the same file: the test assembly, started as a program.</summary>
internal static class OtherProcess
{
    public static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo(Environment.ProcessPath!, [typeof(OtherProcess).Assembly.Location, .. arguments]) { RedirectStandardOutput = true })!;

    public static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["add", var path]:
                await AddForEver(path);
                return 0;
            case ["raise", var path, var times]:
                await Raise(path, int.Parse(times, CultureInfo.InvariantCulture));
                return 0;
            case ["handIn", var path]:
                await HandIn(path);
                return 0;
            case ["loaded", var path]:
                await UseAndTellWhatIsLoaded(path);
                return 0;
            case ["bot", var path]:
                await RunBot(path);
                return 0;
            default:
                return 2;
        }
    }

    // Says each key after it was acknowledged, until somebody ends the process.
    private static async Task AddForEver(string path)
    {
        using var tables = new Sqlite(path);
        await tables.Prepare([SampleRow.Table], default);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; ; i++)
            {
                var key = $"{writer}-{i}";
                await tables.Commit([Change.Add(new SampleRow("cell", key)), Change.Add(new SampleRow("cell", key + "-too"))], default);
                Console.WriteLine(key);
            }
        })));
    }

    // The whole bot with its endpoint; says where it listens.
    private static async Task RunBot(string path)
    {
        await using var app = DemoStart.WithoutTeams(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Storage:Engine"] = "Sqlite",
            ["Storage:Path"] = path,
        });
        await BotHost.Prepare(app, default);
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await app.WaitForShutdownAsync();
    }

    private static async Task Raise(string path, int times)
    {
        using var tables = new Sqlite(path);
        await tables.Prepare([SampleRow.Table], default);
        for (var i = 0; i < times; i++)
        {
            await Counter.Raise(tables, "cell");
        }
    }

    private static async Task HandIn(string path)
    {
        using var tables = new Sqlite(path);
        await tables.Prepare(CellsFeature.Tables, default);
        await LastMinute.HandIn(tables, Console.WriteLine);
    }

    private static async Task UseAndTellWhatIsLoaded(string path)
    {
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Path", path)]).Build())
            .AddStorage()
            .BuildServiceProvider();
        var tables = services.GetRequiredService<ITables>();
        await tables.Prepare([SampleRow.Table], default);
        await tables.Put(new SampleRow("cell", "r"), default);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            Console.WriteLine(assembly.GetName().Name);
        }
    }
}
