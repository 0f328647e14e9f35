using ChiBoBot.Features.Cells;
using ChiBoBot.Features.SelfAssessment;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Storage;

namespace ChiBoBot.Tests.Features.SelfAssessment;

public sealed class LastMinuteTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Of_500_who_hand_in_at_once_every_acknowledged_one_is_there_after_a_kill_and_the_rest_can_be_repeated()
    {
        var path = _folder.File("chibobot.db");
        using (var before = await Open(path))
        {
            await LastMinute.Prepare(before);
        }

        var acknowledged = new List<string>();
        using (var bot = OtherProcess.Start("handIn", path))
        {
            while (await bot.StandardOutput.ReadLineAsync() is { } member)
            {
                acknowledged.Add(member);
                if (acknowledged.Count == 150)
                {
                    bot.Kill();
                }
            }

            await bot.WaitForExitAsync();
        }

        using var tables = await Open(path);
        var there = await HandedIn(tables);
        Assert.InRange(acknowledged.Count, 150, LastMinute.Members);
        Assert.DoesNotContain(acknowledged, member => !there.Contains(member));

        // Whoever saw no answer presses again.
        var again = 0;
        await LastMinute.HandIn(tables, _ => Interlocked.Increment(ref again));
        Assert.Equal(LastMinute.Members, again);
        Assert.Equal(LastMinute.Members, (await HandedIn(tables)).Count);
        Assert.All(
            await tables.List<PartRow<HandedIn>>(LastMinute.Cell, PartRow<HandedIn>.Range, default),
            handed => Assert.Equal(1, handed.Row.Part.Version));
    }

    [Fact]
    public async Task Windows_of_one_person_that_save_at_the_same_moment_lose_no_text()
    {
        using var tables = await Open(_folder.File("windows.db"));
        await LastMinute.Prepare(tables);

        var typed = await LastMinute.SaveFromWindows(tables, member: 7, windows: 5, times: 8);

        var texts = (await tables.List<AnswersRow>(LastMinute.Cell, RowRange.StartingWith($"answers|{LastMinute.Round}|m007|"), default)).SelectMany(row => row.Row.Answers.Values)
            .Concat((await tables.List<KeptRow>(LastMinute.Cell, RowRange.StartingWith($"kept|{LastMinute.Round}|m007|"), default)).SelectMany(row => row.Row.Answers.Values))
            .ToHashSet();
        Assert.Equal(40, typed.Count);
        Assert.DoesNotContain(typed, text => !texts.Contains(text));
    }

    private static async Task<HashSet<string>> HandedIn(ITables tables) =>
    [
        .. (await tables.List<PartRow<Sheet>>(LastMinute.Cell, PartRow<Sheet>.Range, default))
            .Where(sheet => sheet.Row.Part.State == SheetState.HandedIn)
            .Select(sheet => sheet.Row.Part.Member),
    ];

    private static async Task<Sqlite> Open(string path)
    {
        var tables = new Sqlite(path);
        await tables.Prepare(CellsFeature.Tables, default);
        return tables;
    }
}
