using ChiBoBot.Storage;

namespace ChiBoBot.Tests.Storage;

public sealed class SqliteContractTests : TablesContract, IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly Sqlite _tables;

    public SqliteContractTests()
    {
        _tables = new Sqlite(_folder.File("cells.db"));
        _tables.Prepare(TableNames, default);
    }

    private protected override ITables Tables => _tables;

    public void Dispose()
    {
        _tables.Dispose();
        _folder.Dispose();
    }
}
