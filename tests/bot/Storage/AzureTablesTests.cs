using System.Net;
using Azure;
using Azure.Core;
using ChiBoBot.Storage;
using Moq;

namespace ChiBoBot.Tests.Storage;

/// <summary>What an emulator can't be made to answer, and what goes over the wire.</summary>
public sealed class AzureTablesTests : IDisposable
{
    private const string Key = "YSBrZXkgb2Ygc2l4dGVlbg==";
    private const string Connection = $"DefaultEndpointsProtocol=https;AccountName=cell;AccountKey={Key};EndpointSuffix=core.windows.net";
    private const string Tag = "W/\"datetime'2026-12-03T07%3A00%3A00.1234567Z'\"";

    private static readonly DateTimeOffset At = new(2026, 12, 3, 7, 0, 0, TimeSpan.Zero);
    private static readonly SampleRow Row = new("c1", "r1") { Text = "Đạt" };

    private readonly FakeTableService _service = new();
    private readonly Mock<TimeProvider> _clock = new();
    private int _marks;

    public AzureTablesTests() => _clock.Setup(clock => clock.GetUtcNow()).Returns(At);

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task A_request_is_signed_with_the_accounts_key()
    {
        _service.Refuses(HttpStatusCode.NotFound, "ResourceNotFound");

        Assert.Null(await Tables().Find("Samples", "c1", "Đỗ 'Ba'", default));

        var asked = Assert.Single(_service.Requests);
        Assert.Equal("https://cell.table.core.windows.net/Samples(PartitionKey='c1',RowKey='%C4%90%E1%BB%97%20%27%27Ba%27%27')", asked.Address);
        Assert.Equal("Thu, 03 Dec 2026 07:00:00 GMT", asked.Header("x-ms-date"));

        // From openssl, over the date and /cell/Samples(…).
        Assert.Equal("SharedKeyLite cell:XX5zQe50rWIREGnRTLprm5y5yzx/MQHtNxu1Oi0H0BM=", asked.Header("Authorization"));
        Assert.Equal("application/json; odata=minimalmetadata", asked.Header("Accept"));
        Assert.NotNull(asked.Header("x-ms-client-request-id"));
    }

    [Fact]
    public async Task A_busy_service_is_asked_again_with_a_new_signature()
    {
        _service.Refuses(HttpStatusCode.ServiceUnavailable, "ServerBusy").Refuses(HttpStatusCode.InternalServerError, "OperationTimedOut").Answers(HttpStatusCode.OK, Stored());
        _clock.SetupSequence(clock => clock.GetUtcNow()).Returns(At).Returns(At.AddSeconds(1)).Returns(At.AddSeconds(2));

        var found = await Tables().Find<SampleRow>("c1", "r1", default);

        Assert.Equal(Row, found!.Row);
        Assert.Equal(new ETag(Tag), found.ETag);
        Assert.Equal(["Thu, 03 Dec 2026 07:00:00 GMT", "Thu, 03 Dec 2026 07:00:01 GMT", "Thu, 03 Dec 2026 07:00:02 GMT"], _service.Requests.Select(asked => asked.Header("x-ms-date")));
        Assert.Equal(3, _service.Requests.Select(asked => asked.Header("Authorization")).Distinct().Count());
    }

    [Fact]
    public async Task A_service_that_stays_busy_is_a_fault_after_four_tries()
    {
        for (var i = 0; i < 4; i++)
        {
            _service.Refuses(HttpStatusCode.ServiceUnavailable, "ServerBusy");
        }

        var failed = await Assert.ThrowsAsync<RequestFailedException>(() => Tables().Put(Row, default));

        Assert.Equal((503, "ServerBusy"), (failed.Status, failed.ErrorCode));
        Assert.Equal(4, _service.Requests.Count);
    }

    [Fact]
    public async Task An_add_that_had_been_made_before_its_answer_was_lost_is_a_success()
    {
        _service.Refuses(HttpStatusCode.ServiceUnavailable, "OperationTimedOut").Refuses(HttpStatusCode.Conflict, "EntityAlreadyExists").Answers(HttpStatusCode.OK, Stored(mark: "m1"));

        Assert.Equal(new ETag(Tag), await Tables().Add(Row, default));

        Assert.Equal(["POST", "POST", "GET"], _service.Requests.Select(asked => asked.Method));
        Assert.Equal("""{"PartitionKey":"c1","RowKey":"r1","_op":"m1","Text":"\u0110\u1ea1t","Flag":false}""", _service.Requests[1].Body);
    }

    [Fact]
    public async Task An_add_whose_connection_broke_off_is_a_success_if_it_had_been_made()
    {
        _service.BreaksOff().Refuses(HttpStatusCode.Conflict, "EntityAlreadyExists").Answers(HttpStatusCode.OK, Stored(mark: "m1"));

        Assert.Equal(new ETag(Tag), await Tables().Add(Row, default));
    }

    [Fact]
    public async Task An_add_that_was_sent_again_and_finds_anothers_row_is_a_conflict()
    {
        _service.BreaksOff().Refuses(HttpStatusCode.Conflict, "EntityAlreadyExists").Answers(HttpStatusCode.OK, Stored(mark: "theirs"));

        await Refused(Conflict.Exists, "r1", Change.Add(Row));
    }

    [Fact]
    public async Task An_add_that_is_refused_at_once_is_a_conflict_without_looking_further()
    {
        _service.Refuses(HttpStatusCode.Conflict, "EntityAlreadyExists");

        await Refused(Conflict.Exists, "r1", Change.Add(Row));
    }

    [Fact]
    public async Task A_replacement_that_had_been_made_before_its_answer_was_lost_is_a_success()
    {
        _service.BreaksOff().Refuses(HttpStatusCode.PreconditionFailed, "UpdateConditionNotSatisfied").Answers(HttpStatusCode.OK, Stored(mark: "m1"));

        Assert.Equal(new ETag(Tag), await Tables().Commit(Change.Replace(Row, new ETag("W/\"1\"")), default));
    }

    [Fact]
    public async Task A_replacement_that_another_overtook_between_two_tries_is_a_conflict()
    {
        _service.BreaksOff().Refuses(HttpStatusCode.PreconditionFailed, "UpdateConditionNotSatisfied").Answers(HttpStatusCode.OK, Stored(mark: "theirs"));

        await Refused(Conflict.Changed, "r1", Change.Replace(Row, new ETag("W/\"1\"")));
    }

    [Fact]
    public async Task A_deletion_that_was_sent_again_and_finds_nothing_is_done()
    {
        _service.BreaksOff().Refuses(HttpStatusCode.NotFound, "ResourceNotFound").Refuses(HttpStatusCode.NotFound, "ResourceNotFound");

        Assert.Equal(default, await Tables().Commit(Change.Delete(Row, new ETag("W/\"1\"")), default));
    }

    [Fact]
    public async Task A_deletion_that_finds_nothing_at_once_says_so()
    {
        _service.Refuses(HttpStatusCode.NotFound, "ResourceNotFound");

        await Refused(Conflict.Missing, "r1", Change.Delete(Row, ETag.All));
    }

    [Fact]
    public async Task A_commit_that_had_been_made_before_its_answer_was_lost_is_a_success()
    {
        _service.BreaksOff().RefusesInBatch(HttpStatusCode.NotFound, "ResourceNotFound", "0:The specified resource does not exist.").Answers(HttpStatusCode.OK, Stored(mark: "m1"));

        await Tables().Commit([Change.Delete(new SampleRow("c1", "gone"), ETag.All), Change.Put(Row)], default);

        Assert.Equal(["POST", "POST", "GET"], _service.Requests.Select(asked => asked.Method));
        Assert.EndsWith("/Samples(PartitionKey='c1',RowKey='r1')", _service.Requests[2].Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accepted_commit_with_a_refused_change_in_it_is_a_conflict()
    {
        _service.RefusesInBatch(HttpStatusCode.Conflict, "EntityAlreadyExists", "1:The specified entity already exists.");

        await Refused(Conflict.Exists, "r2", Change.Put(Row), Change.Add(new SampleRow("c1", "r2")), Change.Put(new SampleRow("c1", "r3")));
    }

    [Fact]
    public async Task An_accepted_commit_that_was_refused_for_another_reason_is_a_fault()
    {
        _service.RefusesInBatch(HttpStatusCode.BadRequest, "InvalidInput", "0:One of the request inputs is not valid.");

        var failed = await Assert.ThrowsAsync<RequestFailedException>(() => Tables().Commit([Change.Put(Row), Change.Add(new SampleRow("c1", "r2"))], default));

        Assert.Equal((400, "InvalidInput"), (failed.Status, failed.ErrorCode));
        Assert.Equal("The table service answered 400 InvalidInput. 0:One of the request inputs is not valid.", failed.Message);
    }

    [Fact]
    public async Task An_accepted_commit_that_says_nothing_of_its_changes_is_not_taken_for_made()
    {
        _service.AcceptsBatch(1).Answers(HttpStatusCode.Accepted);

        await Assert.ThrowsAsync<InvalidDataException>(() => Tables().Commit([Change.Put(Row), Change.Add(new SampleRow("c1", "r2"))], default));
        await Assert.ThrowsAsync<InvalidDataException>(() => Tables().Commit([Change.Put(Row), Change.Add(new SampleRow("c1", "r2"))], default));
    }

    [Fact]
    public async Task A_commit_is_one_request_with_a_part_for_each_change()
    {
        _service.AcceptsBatch(3);

        await Tables().Commit(
        [
            Change.Add(Row),
            Change.Replace(new SampleRow("c1", "o'r") { Number = 2 }, new ETag(Tag)),
            Change.Delete(new SampleRow("c1", "r3"), ETag.All),
        ], default);

        var asked = Assert.Single(_service.Requests);
        Assert.Equal(("POST", "https://cell.table.core.windows.net/$batch"), (asked.Method, asked.Address));
        Assert.Equal("multipart/mixed; boundary=batch_m1", asked.Header("Content-Type"));
        Assert.Equal(
            """
            --batch_m1
            Content-Type: multipart/mixed; boundary=changeset_m1

            --changeset_m1
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            POST https://cell.table.core.windows.net/Samples HTTP/1.1
            Accept: application/json;odata=minimalmetadata
            DataServiceVersion: 3.0
            Content-Type: application/json
            Prefer: return-no-content

            {"PartitionKey":"c1","RowKey":"r1","_op":"m1","Text":"\u0110\u1ea1t","Flag":false}
            --changeset_m1
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            PUT https://cell.table.core.windows.net/Samples(PartitionKey='c1',RowKey='o%27%27r') HTTP/1.1
            Accept: application/json;odata=minimalmetadata
            DataServiceVersion: 3.0
            If-Match: W/"datetime'2026-12-03T07%3A00%3A00.1234567Z'"
            Content-Type: application/json
            Prefer: return-no-content

            {"PartitionKey":"c1","RowKey":"o\u0027r","_op":"m1","Number":2,"Flag":false}
            --changeset_m1
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            DELETE https://cell.table.core.windows.net/Samples(PartitionKey='c1',RowKey='r3') HTTP/1.1
            Accept: application/json;odata=minimalmetadata
            DataServiceVersion: 3.0
            If-Match: *


            --changeset_m1--
            --batch_m1--

            """,
            asked.Body.Replace("\r\n", "\n", StringComparison.Ordinal));
        Assert.Equal(asked.Body.Count(c => c == '\n'), asked.Body.Count(c => c == '\r'));
    }

    [Fact]
    public async Task Only_a_change_that_names_a_tag_sends_one()
    {
        _service.Answers(HttpStatusCode.NoContent).Answers(HttpStatusCode.NoContent, "", ("ETag", Tag)).Answers(HttpStatusCode.NoContent);

        await Tables().Commit(Change.Put(Row), default);
        var tag = await Tables().Commit(Change.Replace(Row, new ETag(Tag)), default);
        await Tables().Commit(Change.Delete(Row, ETag.All), default);

        Assert.Equal(new ETag(Tag), tag);
        Assert.Equal([("PUT", null), ("PUT", Tag), ("DELETE", "*")], _service.Requests.Select(asked => (asked.Method, asked.Header("If-Match"))));
    }

    [Fact]
    public async Task Pages_are_read_to_the_end_although_one_is_empty()
    {
        _service
            .Answers(HttpStatusCode.OK, """{"odata.metadata":"m","value":[]}""", ("x-ms-continuation-NextPartitionKey", "1!4!YzE="), ("x-ms-continuation-NextRowKey", "a b"))
            .Answers(HttpStatusCode.OK, $$"""{"value":[{{Stored("r1")}},{{Stored("r2")}}]}""", ("X-MS-Continuation-NextPartitionKey", "p"))
            .Answers(HttpStatusCode.OK, $$"""{"value":[{{Stored("r3")}}],"odata.count":"3"}""");

        var found = await Tables().List<SampleRow>("c1", RowRange.All, default);

        Assert.Equal(["r1", "r2", "r3"], found.Select(row => row.Row.RowKey));
        Assert.Equal(
            [
                "https://cell.table.core.windows.net/Samples()?$filter=PartitionKey%20eq%20%27c1%27",
                "https://cell.table.core.windows.net/Samples()?$filter=PartitionKey%20eq%20%27c1%27&NextPartitionKey=1%214%21YzE%3D&NextRowKey=a%20b",
                "https://cell.table.core.windows.net/Samples()?$filter=PartitionKey%20eq%20%27c1%27&NextPartitionKey=p",
            ],
            _service.Requests.Select(asked => asked.Address));
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_told_to_the_operator()
    {
        _service.Answers(
            HttpStatusCode.Forbidden,
            """{"odata.error":{"code":"AuthenticationFailed","message":{"lang":"en-US","value":"Server failed to authenticate the request."}}}""",
            ("Date", "Thu, 03 Dec 2026 09:00:00 GMT"));

        var unusable = await Assert.ThrowsAsync<StorageUnusableException>(() => Tables().Find("Samples", "c1", "r1", default));

        Assert.Equal("Azure Storage refuses this machine's clock: it says 2026-12-03 07:00 UTC, the service 2026-12-03 09:00 UTC. Set the clock (NTP) and start again.", unusable.Message);
    }

    [Fact]
    public async Task A_key_that_is_wrong_is_told_to_the_operator()
    {
        _service.Answers(
            HttpStatusCode.Forbidden,
            """<?xml version="1.0" encoding="utf-8"?><error><code>AuthenticationFailed</code></error>""",
            ("Date", "Thu, 03 Dec 2026 07:00:01 GMT"),
            ("x-ms-error-code", "AuthenticationFailed"));

        var unusable = await Assert.ThrowsAsync<StorageUnusableException>(() => Tables().Find("Samples", "c1", "r1", default));

        Assert.StartsWith("Azure Storage does not let the bot in (403 AuthenticationFailed). Check the key", unusable.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_table_is_not_taken_for_a_missing_row()
    {
        _service.Refuses(HttpStatusCode.NotFound, "TableNotFound").Refuses(HttpStatusCode.NotFound, "TableNotFound");

        await Assert.ThrowsAsync<StorageUnusableException>(() => Tables().Find("Samples", "c1", "r1", default));
        await Assert.ThrowsAsync<StorageUnusableException>(() => Tables().Commit(Change.Delete(Row, ETag.All), default));
    }

    [Fact]
    public async Task Tables_that_are_there_already_are_left_as_they_are()
    {
        _service.Answers(HttpStatusCode.NoContent).Refuses(HttpStatusCode.Conflict, "TableAlreadyExists");

        await Tables().Prepare(["Cells", "People"], default);

        Assert.Equal(["""{"TableName":"Cells"}""", """{"TableName":"People"}"""], _service.Requests.Select(asked => asked.Body));
    }

    [Fact]
    public async Task What_breaks_a_limit_is_never_sent()
    {
        await Assert.ThrowsAsync<KeyException>(() => Tables().Find("Samples", "c1", "a/b", default));
        await Assert.ThrowsAsync<ArgumentException>(() => Tables().Commit([Change.Put(Row), Change.Put(Row)], default));

        Assert.Empty(_service.Requests);
    }

    [Fact]
    public async Task The_bots_own_identity_is_asked_for_a_token_for_storage()
    {
        var identity = new Mock<TokenCredential>();
        identity
            .Setup(credential => credential.GetTokenAsync(It.Is<TokenRequestContext>(asked => asked.Scopes.Single() == "https://storage.azure.com/.default"), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AccessToken("a-token", DateTimeOffset.MaxValue));
        _service.Answers(HttpStatusCode.OK, Stored());
        var account = TablesAccount.Of(new Uri("https://cell.table.core.windows.net"), identity.Object);

        await new AzureTables(account, _service.Options(), () => "m").Find("Samples", "c1", "r1", default);

        var asked = Assert.Single(_service.Requests);
        Assert.Equal("Bearer a-token", asked.Header("Authorization"));
        Assert.Equal("2020-12-06", asked.Header("x-ms-version"));
    }

    [Fact]
    public async Task A_shared_access_signature_is_added_once_to_each_address()
    {
        const string Signed = "TableEndpoint=https://cell.table.core.windows.net/;SharedAccessSignature=sv=2020-12-06&sig=a%2Bb%3D";
        _service.Refuses(HttpStatusCode.ServiceUnavailable, "ServerBusy").Answers(HttpStatusCode.OK, Stored()).Answers(HttpStatusCode.OK, """{"value":[]}""");

        await Tables(Signed).Find("Samples", "c1", "r1", default);
        await Tables(Signed).List("Samples", "c1", RowRange.All, default);

        Assert.Equal(
            [
                "https://cell.table.core.windows.net/Samples(PartitionKey='c1',RowKey='r1')?sv=2020-12-06&sig=a%2Bb%3D",
                "https://cell.table.core.windows.net/Samples(PartitionKey='c1',RowKey='r1')?sv=2020-12-06&sig=a%2Bb%3D",
                "https://cell.table.core.windows.net/Samples()?$filter=PartitionKey%20eq%20%27c1%27&sv=2020-12-06&sig=a%2Bb%3D",
            ],
            _service.Requests.Select(asked => asked.Address));
        Assert.All(_service.Requests, asked => Assert.Null(asked.Header("Authorization")));
    }

    private AzureTables Tables(string connection = Connection) =>
        new(TablesAccount.Of(connection, _clock.Object), _service.Options(), () => $"m{++_marks}");

    private async Task Refused(Conflict conflict, string key, params Change[] changes)
    {
        var refused = await Assert.ThrowsAsync<ConflictException>(() => changes is [var only] ? Tables().Commit(only, default) : Tables().Commit(changes, default));
        Assert.Equal((conflict, key), (refused.Conflict, refused.RowKey));
    }

    // As the service sends it with minimal metadata.
    private static string Stored(string key = "r1", string mark = "m") =>
        $$"""{"odata.metadata":"m","odata.etag":"W/\"datetime'2026-12-03T07%3A00%3A00.1234567Z'\"","PartitionKey":"c1","RowKey":"{{key}}","Timestamp@odata.type":"Edm.DateTime","Timestamp":"2026-12-03T07:00:00.1234567Z","_op":"{{mark}}","Text":"Đạt","Flag":false}""";
}
