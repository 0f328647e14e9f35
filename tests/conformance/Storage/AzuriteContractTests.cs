using ChiBoBot.Storage;
using ChiBoBot.Tests.Storage;

namespace ChiBoBot.Conformance.Storage;

[Collection(UsesAzurite.Name)]
public sealed class AzuriteContractTests : TablesContract, IAsyncLifetime
{
    private static int MarksGiven;

    private readonly AzureTables _tables;

    public AzuriteContractTests(Azurite azurite) => _tables = new AzureTables(
        TablesAccount.Of(azurite.ConnectionString, TimeProvider.System),
        new TablesClientOptions(),
        () => $"{Interlocked.Increment(ref MarksGiven):D32}");

    private protected override ITables Tables => _tables;

    public Task InitializeAsync() => _tables.Prepare(TableNames, default);

    public Task DisposeAsync() => Task.CompletedTask;
}
