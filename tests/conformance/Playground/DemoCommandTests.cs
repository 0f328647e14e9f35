using System.Text;
using System.Threading.Channels;
using ChiBoBot.Commands;
using ChiBoBot.Commands.Playground;
using ChiBoBot.Storage;

namespace ChiBoBot.Conformance;

public sealed class DemoCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chibobot-demo-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task It_says_where_to_chat_and_what_to_ask_and_stops_both_when_it_is_told_to()
    {
        await using var output = new Lines();
        using var ctrlC = new CancellationTokenSource();
        var bot = new Stub();
        DemoBot? asked = null;
        var demo = new DemoCommand(SampleCast.Cast, (wanted, _) => Started(asked = wanted, bot), TimeProvider.System).Build();

        var running = demo.Parse(["--folder", _folder.FullName]).InvokeAsync(new() { Output = output, Error = output }, ctrlC.Token);
        var ready = await output.Find("is ready");
        var question = await output.Find("chỉ tiêu nào chưa đạt?");
        await output.Find("Ctrl+C stops them");
        using var http = new HttpClient();
        var page = new Uri(ready.Split(' ').Single(word => word.StartsWith("http://localhost:", StringComparison.Ordinal)));
        Assert.Equal("pong", await http.GetStringAsync(new Uri(page, "/_debug/ping")));
        await ctrlC.CancelAsync();

        Assert.Equal(0, await running);
        Assert.True(bot.Stopped);
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync(new Uri(page, "/_debug/ping")));
        Assert.Equal("    chỉ tiêu nào chưa đạt?", question);
        Assert.Contains("as Nguyễn Thị Bí Thư", ready, StringComparison.Ordinal);
        Assert.Equal(Path.Combine(_folder.FullName, "chibobot.db"), asked!.DatabaseFile);
        Assert.True(asked.Address.IsLoopback);
        Assert.Equal(page.Port, asked.Connector.Port);
    }

    [Fact]
    public async Task A_damaged_database_is_said_to_be_one()
    {
        await using var output = new Lines();
        var demo = new DemoCommand(
            SampleCast.Cast,
            (bot, _) => throw new StorageUnusableException($"{bot.DatabaseFile} is damaged."),
            TimeProvider.System).Build();

        var code = await demo.Parse(["--folder", _folder.FullName]).InvokeAsync(new() { Output = output, Error = output });

        Assert.Equal(1, code);
        Assert.Contains("chibobot.db is damaged", await output.Find("delete the folder"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        await using var output = new Lines();
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "");
        var demo = new DemoCommand(SampleCast.Cast, (bot, _) => Started(bot, new Stub()), TimeProvider.System).Build();

        var code = await demo.Parse(["--folder", file]).InvokeAsync(new() { Output = output, Error = output });

        Assert.Equal(1, code);
        Assert.Contains("Name another with --folder.", await output.Find($"The folder {file} cannot be made"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/no/such/node", null, "Node.js was not found. Install Node.js 20 or newer")]
    [InlineData("echo v16.20.2", null, "Node.js v16.20.2 is too old for the chat client. Install Node.js 20 or newer")]
    [InlineData("echo broken; exit 1", null, "Node.js does not start. Install Node.js 20 or newer")]
    [InlineData("node", "/no/such/npm", "npm was not found.")]
    [InlineData("node", "echo E404; exit 1", "npm could not fetch the chat client. Is the npm registry reachable from here? npm says:\nE404")]
    public async Task What_is_missing_for_the_chat_client_is_said(string node, string? npm, string expected)
    {
        await using var playground = new PlaygroundProcess(
            Path.Combine(_folder.FullName, "playground"), TimeProvider.System, await Program("node", node), npm is null ? null : await Program("npm", npm));

        var error = await Assert.ThrowsAsync<DemoException>(() => playground.Install(_ => { }, CancellationToken.None));

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_that_is_taken_is_left_alone()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;

        Assert.NotEqual(port, DemoPort.Near(port));
    }

    /// <summary>A program by its path or name, or a script with these words.</summary>
    private async Task<string> Program(string name, string words)
    {
        if (!words.Contains(' ', StringComparison.Ordinal))
        {
            return words;
        }

        var script = Path.Combine(_folder.FullName, name);
        await File.WriteAllTextAsync(script, $"#!/bin/sh\n{words}\n");
        await Repository.Run("chmod", "u+x", script);
        return script;
    }

    private static Task<IAsyncDisposable> Started(DemoBot _, Stub bot) => Task.FromResult<IAsyncDisposable>(bot);

    private sealed class Stub : IAsyncDisposable
    {
        public bool Stopped { get; private set; }

        public ValueTask DisposeAsync()
        {
            Stopped = true;
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>What a command says, line by line as it comes.</summary>
    private sealed class Lines : TextWriter
    {
        private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value)
        {
            foreach (var line in (value ?? "").Split('\n'))
            {
                _lines.Writer.TryWrite(line);
            }
        }

        public override Task WriteLineAsync(string? value)
        {
            WriteLine(value);
            return Task.CompletedTask;
        }

        /// <summary>The next line that has the words; everything before it is passed over.</summary>
        public async Task<string> Find(string words)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (true)
            {
                var line = await _lines.Reader.ReadAsync(limit.Token);
                if (line.Contains(words, StringComparison.Ordinal))
                {
                    return line;
                }
            }
        }
    }
}
