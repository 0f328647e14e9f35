namespace ChiBoBot.Cards.Tests;

/// <summary>Every card of the bot, drawn with sample data. A new feature gets a part of its own and a line here.</summary>
public static partial class Gallery
{
    public static IReadOnlyDictionary<string, AdaptiveCard> All { get; } =
        new[] { Help(), Ledger(), Members(), Targets(), Events(), Attendance(), Reminders(), Assessment(), Reports() }
            .SelectMany(part => part)
            .ToDictionary(entry => entry.Name, entry => entry.Card);
}
