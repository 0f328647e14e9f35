namespace ChiBoBot.Features.Cells;

/// <summary>Whether a press becomes the member's mark, beside the one that stands. Pure.</summary>
internal static class Marking
{
    /// <summary>What a member's own “có mặt” at that moment is.</summary>
    public static Mark Arriving(RollRow roll, Mark pressed, DateTimeOffset at) =>
        pressed == Mark.Present && roll.LateFrom is { } late && at >= late ? Mark.Late : pressed;

    /// <summary>True where the press is to be written: an older one never is, the clerk's word is the clerk's to change, and who was there on time doesn't become late by pressing “có mặt” again.</summary>
    public static bool Counts(MarkRow press, MarkRow? stands, Mark pressed) =>
        stands is null
        || (stands.At <= press.At
            && (press.By is not null || (stands.By is null && press.Mark != stands.Mark && !(pressed == Mark.Present && stands.Mark == Mark.Present))));
}
