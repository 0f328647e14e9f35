using System.Security.Cryptography;
using ChiBoBot.Storage;
using ChiBoBot.Tests;
using ChiBoBot.Tests.Features.Reminders;

namespace ChiBoBot.Conformance.Storage;

/// <summary>Old rows taken away from Microsoft's own tables, with their limits on a commit and their pages of a thousand rows. Alone in its account: its clock isn't the machine's.</summary>
public sealed class AzuritePurgeTests(Azurite azurite) : IClassFixture<Azurite>
{
    [Fact]
    public async Task A_cells_old_rows_go_in_small_batches_and_nothing_else_does()
    {
        var tables = new AzureTables(TablesAccount.Of(azurite.ConnectionString, TimeProvider.System), new TablesClientOptions(), () => RandomNumberGenerator.GetHexString(32, lowercase: true));
        var trial = new PurgeTrial(tables, new FakeClock(), "hdnd");

        // More than one page of a list.
        await trial.Fill(1200);
        await trial.RunAndLook(1200);
    }
}
