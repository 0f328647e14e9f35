using System.Text.Json;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Teams.Wire;
using ChiBoBot.Understanding;

namespace ChiBoBot.Hosting;

/// <summary>Uses once what the first turn would be the first to use: beside the start, on a machine's second processor, nobody waits for it.</summary>
internal static class Rehearsal
{
    private static ReadOnlySpan<byte> Nothing => "null"u8;

    public static void Run(IReader reader)
    {
        _ = (GradeRules.Book, TargetRules.Book);
        JsonSerializer.Deserialize(Nothing, ActivityJson.Default.Activity);
        JsonSerializer.Deserialize(Nothing, CellJson.Default.Member);
        using var written = new Utf8JsonWriter(Stream.Null);
        CardJson.Write(written, HelpCards.NotUnderstood());
        reader.Read(HelpText.Suggestions[0], new ReadingContext(DateOnly.MinValue, []));
    }
}
