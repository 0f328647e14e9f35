using System.Net;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace ChiBoBot.Storage;

/// <summary>The tables in an Azure Storage account, over the Table REST protocol: any number of bots may share them.</summary>
/// <remarks>Every change carries the mark of its operation. A change that was sent again because the first answer was lost and is then refused is looked up by this mark, so that our own success is not taken for somebody else's.</remarks>
internal sealed class AzureTables(TablesAccount account, ClientOptions options, Func<string> newMark) : ITables
{
    private readonly HttpPipeline _pipeline = HttpPipelineBuilder.Build(options, [], [account.Authorization], new ResponseClassifier());
    private readonly TableAddress _address = new(account.Endpoint);
    private volatile string? _anyTable;

    /// <summary>The property that holds the mark of the operation that wrote the row.</summary>
    public static ReadOnlySpan<byte> Mark => "_op"u8;

    public async Task<RowReader?> Find(string table, string partition, string row, CancellationToken cancel)
    {
        Limits.Key(partition);
        Limits.Key(row);
        using var message = Get(_address.Row(table, partition, row));
        await _pipeline.SendAsync(message, cancel);
        if (message.Response.Status == (int)HttpStatusCode.OK)
        {
            return TableRows.One(message.Response.Content.ToMemory());
        }

        var error = TableError.Of(message);
        return error.IsMissingRow ? null : throw error.Fault();
    }

    public async Task<IReadOnlyList<RowReader>> List(string table, string partition, RowRange range, CancellationToken cancel)
    {
        Limits.Key(partition);
        var rows = new List<RowReader>();
        var filter = range.Filter(partition);
        var page = _address.Query(table, filter);

        // Only the missing token is the end: a page may be empty and have one.
        while (page is not null)
        {
            using var message = Get(page);
            await _pipeline.SendAsync(message, cancel);
            if (message.Response.Status != (int)HttpStatusCode.OK)
            {
                throw TableError.Of(message).Fault();
            }

            TableRows.Many(message.Response.Content.ToMemory(), rows);
            page = _address.NextPage(table, filter, message.Response.Headers);
        }

        return rows;
    }

    public async Task<ETag> Commit(Change change, CancellationToken cancel)
    {
        Limits.Commit(change);
        var mark = newMark();
        using var message = Request(TableChange.Method(change), _address.Of(change));
        if (TableChange.IfMatch(change) is { } tag)
        {
            message.Request.Headers.Add("If-Match", tag);
        }

        if (change.Kind != ChangeKind.Delete)
        {
            message.Request.Headers.Add("Content-Type", "application/json");
            message.Request.Headers.Add("Prefer", "return-no-content");
            message.Request.Content = RequestContent.Create(TableChange.Body(change, mark));
        }

        await _pipeline.SendAsync(message, cancel);
        if (IsDone(message))
        {
            return change.Kind == ChangeKind.Delete ? default : message.Response.Headers.ETag ?? default;
        }

        var error = TableError.Of(message);
        var conflict = error.Conflict ?? throw error.Fault();
        return await MadeBefore(message, [change], mark, cancel) ?? throw new ConflictException(conflict, change.RowKey);
    }

    public async Task Commit(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        Limits.Commit(changes);
        if (changes.Count == 1)
        {
            await Commit(changes[0], cancel);
            return;
        }

        var mark = newMark();
        using var message = Request(RequestMethod.Post, _address.Batch);
        message.Request.Headers.Add("Content-Type", TableBatch.ContentType(mark));
        message.Request.Content = RequestContent.Create(TableBatch.Body(changes, _address, mark));
        await _pipeline.SendAsync(message, cancel);
        if (message.Response.Status != (int)HttpStatusCode.Accepted)
        {
            throw TableError.Of(message).Fault();
        }

        if (TableBatch.Refusal(message.Response.Content.ToMemory(), changes.Count) is { } error)
        {
            var conflict = error.Conflict ?? throw error.Fault();
            if (await MadeBefore(message, changes, mark, cancel) is null)
            {
                throw new ConflictException(conflict, changes[error.Index].RowKey);
            }
        }
    }

    public async Task Prepare(IReadOnlyList<string> tables, CancellationToken cancel)
    {
        foreach (var table in tables)
        {
            Limits.Table(table);
            using var message = Request(RequestMethod.Post, _address.Tables);
            message.Request.Headers.Add("Content-Type", "application/json");
            message.Request.Headers.Add("Prefer", "return-no-content");
            message.Request.Content = RequestContent.Create(Encoding.ASCII.GetBytes($$"""{"TableName":"{{table}}"}"""));
            await Reach(message, cancel);
            if (!IsDone(message) && TableError.Of(message) is { Code: not "TableAlreadyExists" } error)
            {
                throw error.Fault();
            }

            _anyTable = table;
        }
    }

    private async Task Reach(HttpMessage message, CancellationToken cancel)
    {
        try
        {
            await _pipeline.SendAsync(message, cancel);
        }
        catch (Exception silent) when (silent is RequestFailedException { Status: 0 } or AggregateException)
        {
            var why = (silent as AggregateException)?.InnerExceptions[^1] ?? silent;
            throw new StorageUnusableException($"Azure Storage does not answer at {account.Endpoint}: {why.Message} Check the address in Storage:ConnectionString or Storage:Endpoint, the network and the account's firewall.", silent);
        }
        catch (AuthenticationFailedException unknown)
        {
            throw new StorageUnusableException(
                $"The bot has no identity here by which Azure Storage could know it: {unknown.Message.Split('\n')[0].TrimEnd()} Give the machine a managed identity with the role \"Storage Table Data Contributor\" on the account, or set Storage:ConnectionString.", unknown);
        }
    }

    public Task Check(CancellationToken cancel) =>
        Find(_anyTable ?? throw new InvalidOperationException("The storage was not prepared."), "check", "check", cancel);

    private static bool IsDone(HttpMessage message) =>
        message.Response.Status is (int)HttpStatusCode.NoContent or (int)HttpStatusCode.Created;

    private HttpMessage Get(Uri address) => Request(RequestMethod.Get, address);

    private HttpMessage Request(RequestMethod method, Uri address)
    {
        var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(address);
        message.Request.Headers.Add("Accept", TableChange.Json);
        message.Request.Headers.Add("x-ms-version", "2020-12-06");
        message.Request.Headers.Add("DataServiceVersion", "3.0");
        message.Request.Headers.Add("MaxDataServiceVersion", "3.0;NetFx");
        return message;
    }

    // Whether an earlier try of this refused request had made the changes, and the tag that the last of them left. One answers for all: they are made together.
    private async Task<ETag?> MadeBefore(HttpMessage refused, IReadOnlyList<Change> changes, string mark, CancellationToken cancel)
    {
        if (refused.ProcessingContext.RetryNumber == 0)
        {
            return null;
        }

        var witness = changes.FirstOrDefault(change => change.Kind != ChangeKind.Delete) ?? changes[0];
        var found = await Find(witness.Table, witness.PartitionKey, witness.RowKey, cancel);
        return witness.Kind == ChangeKind.Delete
            ? found is null ? default(ETag) : null
            : found?.TextOrNull("_op") == mark ? found.ETag : null;
    }
}
