namespace ChiBoBot.Cards.Tests;

/// <summary>Every card of the bot, drawn with sample data. A new card gets a line in its feature's part.</summary>
public static partial class Gallery
{
    public static IReadOnlyDictionary<string, AdaptiveCard> All { get; } =
        new (string Name, AdaptiveCard Card)[][] { }
            .SelectMany(part => part)
            .ToDictionary(entry => entry.Name, entry => entry.Card);
}
