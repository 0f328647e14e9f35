using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace ChiBoBot.Conformance;

/// <summary>Where things lie in the working tree, and the programs that the tests run from it.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The names of the cards in the gallery.</summary>
    public static IEnumerable<string> Cards =>
        Directory.GetFiles(Path.Combine(Root, "cards", "gallery"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    /// <summary>A card of the gallery.</summary>
    public static string Card(string name) => Path.Combine(Root, "cards", "gallery", name + ".json");

    /// <summary>A file of the npm packages.</summary>
    public static string Package(string path) => Path.Combine(NodePackages.Folder, path);

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int Code, string Output)> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private static string Find([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
