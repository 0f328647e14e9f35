using ChiBoBot.Storage;

namespace ChiBoBot.Tests.Storage;

/// <summary>A row with a property of each kind.</summary>
internal sealed record SampleRow(string PartitionKey, string RowKey) : ITableRow<SampleRow>
{
    public string? Text { get; init; }
    public int? Number { get; init; }
    public long? Long { get; init; }
    public double? Double { get; init; }
    public bool Flag { get; init; }
    public DateTimeOffset? Instant { get; init; }
    public DateOnly? Day { get; init; }

    public static string Table => "Samples";

    public void Write(RowWriter row) => row
        .Text("Text", Text)
        .Number("Number", Number)
        .Long("Long", Long)
        .Double("Double", Double)
        .Flag("Flag", Flag)
        .Instant("Instant", Instant)
        .Day("Day", Day);

    public static SampleRow Read(RowReader row) => new(row.PartitionKey, row.RowKey)
    {
        Text = row.TextOrNull("Text"),
        Number = row.NumberOrNull("Number"),
        Long = row.LongOrNull("Long"),
        Double = row.DoubleOrNull("Double"),
        Flag = row.Flag("Flag"),
        Instant = row.InstantOrNull("Instant"),
        Day = row.DayOrNull("Day"),
    };
}
