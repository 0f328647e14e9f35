using ChiBoBot.Storage;

namespace ChiBoBot.Tests.Storage;

/// <summary>A number that many writers raise, each on what it has read.</summary>
internal static class Counter
{
    public static async Task Raise(ITables tables, string partition)
    {
        while (true)
        {
            var read = (await tables.Find<SampleRow>(partition, "counter", default))!;
            try
            {
                await tables.Replace(read, read.Row with { Number = read.Row.Number + 1 }, default);
                return;
            }
            catch (ConflictException lost) when (lost.Conflict == Conflict.Changed)
            {
                // Another writer was first: read again.
            }
        }
    }
}
