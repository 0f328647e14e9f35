namespace ChiBoBot.Cards;

/// <summary>The card that tells the secretary, and nobody else, of absences that the rules want to be known.</summary>
public static class AbsenceRecordCards
{
    public static AdaptiveCard Records(string meeting, IReadOnlyList<string> lines, string? source) => new(
    [
        TextBlock.Heading(AttendanceText.RecordTitle),
        new TextBlock(AttendanceText.RecordAfter(meeting)),
        .. lines.Select(line => new TextBlock(line)),
        TextBlock.Small(AttendanceText.RecordIsCounted),
        TextBlock.Small(AttendanceText.Source(source)),
    ]);
}
