using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace ChiBoBot.Commands.Playground;

/// <summary>Microsoft's Agents Playground, a Node program, as the demo's Teams: fetched once, started, stopped. It ends with this process, however that ends.</summary>
internal sealed class PlaygroundProcess(string folder, TimeProvider clock, string node = "node", string? npm = null) : IAsyncDisposable
{
    private const int OldestNode = 20;
    private const string Lock = "package-lock.json";
    private const string Tether = "tether.cjs";
    private const int KeptLines = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly string[] Files = ["package.json", Lock, Tether];

    private readonly Queue<string> _lastLines = new();
    private Process? _process;

    /// <summary>Where people open it; known once it was started.</summary>
    public Uri? Address { get; private set; }

    private string Installed => Path.Combine(folder, "node_modules", ".installed-lock.json");

    /// <summary>Fetches the pinned version into the folder, unless it is there. <paramref name="tell"/> is called before something that takes time.</summary>
    public async Task Install(Action<string> tell, CancellationToken cancel)
    {
        await CheckNode(cancel);
        Directory.CreateDirectory(folder);
        foreach (var file in Files)
        {
            await using var from = Assembly.GetExecutingAssembly().GetManifestResourceStream("playground/" + file)
                ?? throw new InvalidOperationException($"{file} is not built into this program.");
            await using var to = File.Create(Path.Combine(folder, file));
            await from.CopyToAsync(to, cancel);
        }

        var wanted = await File.ReadAllTextAsync(Path.Combine(folder, Lock), cancel);
        if (File.Exists(Installed) && await File.ReadAllTextAsync(Installed, cancel) == wanted)
        {
            return;
        }

        tell("Fetching the chat client (Microsoft 365 Agents Playground) with npm, once...");
        var (code, output) = await Run(npm ?? (OperatingSystem.IsWindows() ? "npm.cmd" : "npm"), ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"],
            "npm was not found. It comes with Node.js; on Debian and Ubuntu it is the package npm.", cancel);
        if (code != 0)
        {
            throw new DemoException($"npm could not fetch the chat client. Is the npm registry reachable from here? npm says:{Environment.NewLine}{output}");
        }

        await File.WriteAllTextAsync(Installed, wanted, cancel);
    }

    /// <summary>Starts it as the client of the bot at <paramref name="bot"/> and returns when it answers.</summary>
    public async Task Start(Uri bot, int port, string config, CancellationToken cancel)
    {
        var configFile = Path.Combine(folder, ".m365agentsplayground.yml");
        await File.WriteAllTextAsync(configFile, config, cancel);

        var start = Describe(node,
        [
            "--require", "./" + Tether,
            Path.Combine("node_modules", "@microsoft", "m365agentsplayground", "cli.js"), "start",
            "--app-endpoint", new Uri(bot, "/api/messages").AbsoluteUri,
            "--channel-id", "msteams",
            "--port", port.ToString(CultureInfo.InvariantCulture),
            "--disable-telemetry",
        ]);
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        start.Environment["M365_AGENTS_PLAYGROUND_CONFIG_PATH"] = configFile;

        _process = Launch(start, "Node.js was not found.");
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        Address = new Uri($"http://localhost:{port}/");
        await Answer(new Uri(Address, "/_debug/ping"), cancel);
    }

    /// <summary>Returns when it has ended by itself.</summary>
    public Task Ended(CancellationToken cancel) => _process?.WaitForExitAsync(cancel) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
        {
            return;
        }

        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    private async Task CheckNode(CancellationToken cancel)
    {
        const string Advice = "Install Node.js 20 or newer (https://nodejs.org, or apt-get install nodejs npm) and start the demo again.";
        Directory.CreateDirectory(folder);
        var (code, version) = await Run(node, ["--version"], "Node.js was not found. " + Advice, cancel);
        if (code != 0 || !int.TryParse(version.TrimStart('v').Split('.')[0], CultureInfo.InvariantCulture, out var major))
        {
            throw new DemoException($"Node.js does not start. {Advice} It says:{Environment.NewLine}{version}");
        }

        if (major < OldestNode)
        {
            throw new DemoException($"Node.js {version.Trim()} is too old for the chat client. {Advice}");
        }
    }

    private async Task Answer(Uri address, CancellationToken cancel)
    {
        using var http = new HttpClient { Timeout = OneTry };
        var since = clock.GetTimestamp();
        var last = "";
        while (true)
        {
            if (_process!.HasExited || clock.GetElapsedTime(since) > Patience)
            {
                throw new DemoException($"The chat client did not start ({address}: {last}). It says:{Environment.NewLine}{LastLines()}");
            }

            try
            {
                using var answer = await http.GetAsync(address, cancel);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }

                last = answer.StatusCode.ToString();
            }
            catch (Exception error) when (error is HttpRequestException or OperationCanceledException && !cancel.IsCancellationRequested)
            {
                // Not listening yet.
                last = error.Message;
            }

            await Task.Delay(Pause, clock, cancel);
        }
    }

    private async Task<(int Code, string Output)> Run(string program, string[] arguments, string whenMissing, CancellationToken cancel)
    {
        using var process = Launch(Describe(program, arguments), whenMissing);
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var errors = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private ProcessStartInfo Describe(string program, string[] arguments) => new(program, arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static Process Launch(ProcessStartInfo start, string whenMissing)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new DemoException(whenMissing, error);
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
        {
            return;
        }

        lock (_lastLines)
        {
            _lastLines.Enqueue(line.Data);
            if (_lastLines.Count > KeptLines)
            {
                _lastLines.Dequeue();
            }
        }
    }

    private string LastLines()
    {
        lock (_lastLines)
        {
            return string.Join(Environment.NewLine, _lastLines);
        }
    }
}
