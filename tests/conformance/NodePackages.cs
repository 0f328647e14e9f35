using System.Diagnostics;

namespace ChiBoBot.Conformance;

/// <summary>The programs that package.json names, fetched once where they are missing or older than package-lock.json.</summary>
internal static class NodePackages
{
    private static readonly Lazy<string> Installed = new(Install);

    /// <summary>The folder node_modules.</summary>
    public static string Folder => Installed.Value;

    private static string Install()
    {
        var home = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(home.FullName, "package-lock.json")))
        {
            home = home.Parent ?? throw new DirectoryNotFoundException("No package-lock.json lies above the tests.");
        }

        var modules = Path.Combine(home.FullName, "node_modules");
        var done = Path.Combine(modules, ".package-lock.json");
        if (File.GetLastWriteTimeUtc(done) < File.GetLastWriteTimeUtc(Path.Combine(home.FullName, "package-lock.json")))
        {
            using var npm = Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
            {
                WorkingDirectory = home.FullName,
                RedirectStandardError = true,
            })!;
            var complaints = npm.StandardError.ReadToEnd();
            npm.WaitForExit();
            if (npm.ExitCode != 0)
            {
                throw new InvalidOperationException($"npm ci failed in {home.FullName}:\n{complaints}");
            }
        }

        return modules;
    }
}
