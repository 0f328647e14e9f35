using ChiBoBot.Storage;

namespace ChiBoBot.Tests.Storage;

public sealed class InMemoryTablesTests : TablesContract
{
    private readonly InMemoryTables _tables = new();

    public InMemoryTablesTests() => _tables.Prepare(TableNames, default);

    private protected override ITables Tables => _tables;
}
