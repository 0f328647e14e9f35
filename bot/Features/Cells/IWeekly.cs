using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>What a feature wants planned when the bot looks round a cell each Monday.</summary>
internal interface IWeekly
{
    Task<IReadOnlyList<Change>> Plans(string cellId, DateTimeOffset now, CancellationToken cancel);
}
