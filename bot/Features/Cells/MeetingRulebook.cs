using ChiBoBot.Rules;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>The rules for meetings as they hold for a cell.</summary>
internal sealed class MeetingRulebook(ITables tables)
{
    /// <summary>The pack of that day with the cell's own constants; null before the first pack.</summary>
    public async Task<RulePack<MeetingRules>?> Find(string cellId, DateOnly day, CancellationToken cancel)
    {
        if (MeetingRules.Book.Find(day) is not { } pack)
        {
            return null;
        }

        var own = await tables.List<PartRow<OwnRule>>(cellId, PartRow<OwnRule>.Range, cancel);
        return own.Select(rule => rule.Row.Part).Of(pack, MeetingRules.Book.Topic);
    }
}
