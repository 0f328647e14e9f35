using System.Diagnostics;
using System.Globalization;

namespace ChiBoBot.Conformance;

/// <summary>The published bot as a container would run it: nobody's user, a tree it cannot write to, its data elsewhere.</summary>
public sealed class PublishedBot : IAsyncLifetime
{
    private const string Nobody = "65534";

    private readonly string _folder = Directory.CreateTempSubdirectory("chibobot-published-").FullName;

    public string Tree => Path.Combine(_folder, "app");

    public string Data => Path.Combine(_folder, "data");

    private static bool IsRoot => Environment.IsPrivilegedProcess;

    private string Runtime => Path.Combine(_folder, "dotnet");

    public async Task InitializeAsync()
    {
        await Do("dotnet", "publish", "bot", "--configuration", "Release", "--no-restore", "--nologo", "--output", Tree);
        Directory.CreateDirectory(Data);

        // The SDK may lie in a home that nobody else can look into.
        var dotnet = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        Directory.CreateDirectory(Runtime);
        await Do("cp", "--recursive", Path.Combine(dotnet, "dotnet"), Path.Combine(dotnet, "host"), Path.Combine(dotnet, "shared"), Runtime);
        await Do("chmod", "--recursive", "a+rX,a-w", Tree, Runtime);
        await Do("chmod", "a+rx", _folder);
        if (IsRoot)
        {
            await Do("chown", Nobody, Data);
        }
    }

    public async Task DisposeAsync()
    {
        await Do("chmod", "--recursive", "u+w", _folder);
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Starts a command of the bot with these settings and no others.</summary>
    internal Process Start(IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        string[] bot = [Path.Combine(Runtime, "dotnet"), Path.Combine(Tree, "chibobot.dll"), .. arguments];
        var start = IsRoot
            ? new ProcessStartInfo("setpriv", ["--reuid", Nobody, "--regid", Nobody, "--clear-groups", .. bot])
            : new ProcessStartInfo(bot[0], bot[1..]);
        start.WorkingDirectory = Tree;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Asks it to end, as a container engine does.</summary>
    internal static async Task Terminate(Process bot)
    {
        if (!bot.HasExited)
        {
            await Do("kill", "-TERM", bot.Id.ToString(CultureInfo.InvariantCulture));
        }

        await bot.WaitForExitAsync();
    }

    private static async Task Do(string program, params string[] arguments)
    {
        var (code, output) = await Repository.Run(program, arguments);
        if (code != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {output}");
        }
    }
}
