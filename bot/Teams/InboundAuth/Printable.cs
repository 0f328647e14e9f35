namespace ChiBoBot.Teams.InboundAuth;

/// <summary>A stranger's words as they may stand in a log: one short line.</summary>
internal static class Printable
{
    private const int Longest = 100;

    public static string Of(string? text) => text is null
        ? "-"
        : string.Create(Math.Min(text.Length, Longest), text, static (line, whole) =>
        {
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = whole[i] is >= ' ' and <= '~' ? whole[i] : '?';
            }
        });
}
