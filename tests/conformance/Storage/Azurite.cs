using System.Diagnostics;

namespace ChiBoBot.Conformance.Storage;

/// <summary>Microsoft's storage emulator, started for the tests that want it and empty each time.</summary>
public sealed class Azurite : IAsyncLifetime
{
    private Process? _process;

    public string Endpoint { get; } = $"http://127.0.0.1:{Ports.Next()}/devstoreaccount1";

    // The emulator's key is public and the same for everybody.
    public string ConnectionString => $"AccountName=devstoreaccount1;TableEndpoint={Endpoint};"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public async Task InitializeAsync()
    {
        var program = Path.Combine(NodePackages.Folder, "azurite", "dist", "src", "table", "main.js");
        _process = Process.Start(new ProcessStartInfo(
            "node", [program, "--inMemoryPersistence", "--disableTelemetry", "--silent", "--tablePort", $"{new Uri(Endpoint).Port}"])
        {
            RedirectStandardOutput = true,
        })!;
        string? line;
        do
        {
            line = await _process.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException("Azurite ended before it was ready.");
        }
        while (!line.Contains("successfully started", StringComparison.Ordinal));
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }
}

[CollectionDefinition(Name)]
public sealed class UsesAzurite : ICollectionFixture<Azurite>
{
    public const string Name = "Azurite";
}
