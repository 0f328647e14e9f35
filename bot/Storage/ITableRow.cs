namespace ChiBoBot.Storage;

/// <summary>A record that is kept as one row of a table and says itself how it is written and read.</summary>
internal interface ITableRow<TSelf>
    where TSelf : ITableRow<TSelf>
{
    static abstract string Table { get; }

    string PartitionKey { get; }

    string RowKey { get; }

    void Write(RowWriter row);

    static abstract TSelf Read(RowReader row);
}
