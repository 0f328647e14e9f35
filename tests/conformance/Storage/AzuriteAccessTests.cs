using System.Security.Cryptography;
using System.Text;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Storage;

namespace ChiBoBot.Conformance.Storage;

/// <summary>The ways into an account other than the right key.</summary>
[Collection(UsesAzurite.Name)]
public sealed class AzuriteAccessTests(Azurite azurite)
{
    [Fact]
    public async Task A_shared_access_signature_opens_the_tables()
    {
        const string Version = "2020-12-06", Until = "2099-12-31T00:00:00Z";
        var signed = $"devstoreaccount1\nrwdlau\nt\nsco\n\n{Until}\n\n\n{Version}\n\n";
        var key = Convert.FromBase64String(azurite.ConnectionString.Split("AccountKey=")[1]);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)));
        var tables = Open($"TableEndpoint={azurite.Endpoint};SharedAccessSignature=sv={Version}&ss=t&srt=sco&sp=rwdlau&se={Uri.EscapeDataString(Until)}&sig={Uri.EscapeDataString(signature)}");
        await tables.Prepare([SampleRow.Table], default);
        var row = new SampleRow("sas", "Ước 'mơ'");

        await tables.Commit([Change.Put(row), Change.Put(new SampleRow("sas", "b"))], default);
        await tables.Put(row with { Number = 2 }, default);

        Assert.Equal(row with { Number = 2 }, (await tables.Find<SampleRow>("sas", row.RowKey, default))!.Row);
        Assert.Equal(2, (await tables.List("Samples", "sas", RowRange.All, default)).Count);
    }

    [Fact]
    public async Task A_wrong_key_is_told_to_the_operator()
    {
        var tables = Open(azurite.ConnectionString[..azurite.ConnectionString.IndexOf("AccountKey=", StringComparison.Ordinal)] + "AccountKey=d3Jvbmc=");

        var unusable = await Assert.ThrowsAsync<StorageUnusableException>(() => tables.Prepare([SampleRow.Table], default));

        Assert.StartsWith("Azure Storage does not let the bot in (403 ", unusable.Message, StringComparison.Ordinal);
    }

    private static AzureTables Open(string connection) => new(TablesAccount.Of(connection, TimeProvider.System), new TablesClientOptions(), () => "mark");
}
