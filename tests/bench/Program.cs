using System.Globalization;
using ChiBoBot.Bench;
using ChiBoBot.Bench.Understanding;

switch (args)
{
    case ["baseline", var port, var database]:
        await Baseline.Run(int.Parse(port, CultureInfo.InvariantCulture), database);
        break;
    case ["presses", .. var rest]:
        await PressBench.Run(
            rest is [var length, ..] ? double.Parse(length, CultureInfo.InvariantCulture) : 3,
            [.. rest.Skip(1).Select(count => int.Parse(count, CultureInfo.InvariantCulture))]);
        break;
    case ["bot", var port, var metadata, var database]:
        await BotUnderTest.Run(int.Parse(port, CultureInfo.InvariantCulture), metadata, database);
        break;
    case ["turns", .. var rest]:
        await TurnsBench.Run(
            rest is [var seconds, ..] ? double.Parse(seconds, CultureInfo.InvariantCulture) : 3,
            [.. rest.Skip(1).Select(count => int.Parse(count, CultureInfo.InvariantCulture))]);
        break;
    case ["starts", .. var rest]:
        using (var stage = await Stage.Set())
        {
            await StartBench.Run(stage, rest is [var starts, ..] ? int.Parse(starts, CultureInfo.InvariantCulture) : 11, rest is [_, var program] ? program : null);
        }

        break;
    case ["storage", .. var rest]:
        await StorageBench.Run(rest is [var each] ? double.Parse(each, CultureInfo.InvariantCulture) : 2);
        break;
    case ["targets"]:
        await TargetsBench.Run();
        break;
    case ["due", .. var sizes]:
        await DueBench.Sweep(sizes.Length > 0 ? [.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))] : [1_000, 10_000, 100_000, 300_000]);
        break;
    case ["year", .. var rest]:
        await DueBench.Year(rest is [var cells] ? int.Parse(cells, CultureInfo.InvariantCulture) : 1_000);
        break;
    case ["understanding"]:
        UnderstandingBench.Run("tests/bot/Understanding/heldout.jsonl", Console.Out);
        break;
    default:
        Console.Error.WriteLine("Usage: bench turns [seconds per measurement [connections...]] | bench starts [how many [this bench, published in another way]] | bench storage [seconds per measurement] | bench presses [seconds per measurement [connections...]] | bench targets | bench due [cells...] | bench year [cells] | bench understanding");
        return 2;
}

return 0;
