using ChiBoBot.Tests.Features.Attendance;

namespace ChiBoBot.Conformance.Storage;

/// <summary>The storm of presses against Microsoft's own tables.</summary>
[Collection(UsesAzurite.Name)]
public sealed class AzuritePressTests(Azurite azurite)
{
    [Theory]
    [InlineData(14, 1)]
    [InlineData(500, 10)]
    public async Task Everybody_presses_at_once_on_two_instances_and_each_press_counts_once(int members, int seconds)
    {
        await using var storm = await PressStorm.Begin(members, instances: 2, new Dictionary<string, string?>
        {
            ["Storage:Engine"] = "AzureTables",
            ["Storage:ConnectionString"] = azurite.ConnectionString,
        }, first: members * 1000);

        await storm.AllPress(members, seconds);
        await storm.EverythingAgrees(members, seconds);
    }
}
