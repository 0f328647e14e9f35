using Azure.Core;

namespace ChiBoBot.Storage;

/// <summary>The addresses of an account's tables, rows and pages, with keys escaped as the protocol asks.</summary>
internal sealed class TableAddress(Uri endpoint)
{
    private readonly string _root = endpoint.AbsoluteUri.TrimEnd('/');

    public Uri Tables => new($"{_root}/Tables");

    public Uri Batch => new($"{_root}/$batch");

    public Uri Of(Change change) => change.Kind == ChangeKind.Add
        ? new($"{_root}/{change.Table}")
        : Row(change.Table, change.PartitionKey, change.RowKey);

    public Uri Row(string table, string partition, string row) =>
        new($"{_root}/{table}(PartitionKey='{Escape(partition)}',RowKey='{Escape(row)}')");

    public Uri Query(string table, string filter) => new($"{_root}/{table}()?$filter={Uri.EscapeDataString(filter)}");

    /// <summary>Where the rows go on, or null at their end.</summary>
    public Uri? NextPage(string table, string filter, ResponseHeaders headers)
    {
        var partition = Parameter(headers, "NextPartitionKey");
        var row = Parameter(headers, "NextRowKey");
        return partition.Length + row.Length == 0 ? null : new Uri(Query(table, filter).AbsoluteUri + partition + row);
    }

    private static string Parameter(ResponseHeaders headers, string name) =>
        headers.TryGetValue("x-ms-continuation-" + name, out var token) ? $"&{name}={Uri.EscapeDataString(token)}" : "";

    private static string Escape(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
