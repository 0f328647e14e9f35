using ChiBoBot.Hosting;
using ChiBoBot.Tests.Faults;

namespace ChiBoBot.Tests.Hosting;

public class FirstQuestionTests
{
    [Fact]
    public async Task What_the_start_asks_and_checks_for_nobody_goes_through_to_its_end()
    {
        await using var world = await BotOverWire.Start();
        using var first = new FirstQuestion(world.Services);

        await first.Ask(CancellationToken.None);
    }
}
