using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;

namespace ChiBoBot.Features.Events;

/// <summary>An event's agenda, documents and guests as lines of a card's field: read strictly, written as they are read. Pure.</summary>
internal static class AgendaLines
{
    public const int MostItems = 15;
    public const int MostDocuments = 6;
    public const int MostGuests = 10;

    private const int LongestItem = 200;
    private const int LongestTitle = 120;
    private const int LongestExcerpt = 40;
    private const int LongestLink = 500;

    /// <summary>An import may bring lines of so many letters; typed ones that are longer than they may be were refused before.</summary>
    private const int LongestEver = 2000;

    /// <summary>What makes the lines unreadable, in a sentence that says what to do; null where they can be read.</summary>
    public static string? Problem(string? agenda, string? documents, string? guests)
    {
        if (Lines(agenda).Count > MostItems || Lines(documents).Count > MostDocuments || Lines(guests).Count > MostGuests)
        {
            return Lines(agenda).Count > MostItems ? AgendaText.TooMany(EventsText.Agenda, MostItems)
                : Lines(documents).Count > MostDocuments ? AgendaText.TooMany(EventsText.Documents, MostDocuments)
                : AgendaText.TooMany(EventsText.Guests, MostGuests);
        }

        return Lines(agenda).Select(Split).FirstOrDefault(item => item.Name is not null && item.Category is null) is { Name: { } unknown } ? AgendaText.UnknownCategory(PlainText.Of(unknown, LongestTitle) ?? "")
            : Lines(documents).FirstOrDefault(line => Document(line, 1) is null) is { } bad ? AgendaText.BadDocument(PlainText.Of(bad, LongestTitle) ?? "")
            : TooLong(Agenda(agenda).Select(item => item.Text), LongestItem) ?? TooLong(Documents(documents).Select(document => document.Title), LongestTitle) ?? TooLong(Guests(guests), LongestTitle);
    }

    /// <summary>Whether a field still says what it said.</summary>
    public static bool IsSame(string? field, string? before) => Lines(field).SequenceEqual(Lines(before));

    private static string? TooLong(IEnumerable<string> lines, int most) =>
        lines.FirstOrDefault(line => line.Length > most) is { } line ? AgendaText.LineTooLong(line[..LongestExcerpt].TrimEnd(), line.Length, most) : null;

    public static IReadOnlyList<AgendaItem> Agenda(string? text) =>
    [
        .. from line in Lines(text)
           let item = Split(line)
           let words = PlainText.Of(item.Text, LongestEver)
           where words is not null
           select new AgendaItem(words) { Category = item.Category },
    ];

    public static IReadOnlyList<Document> Documents(string? text) => [.. Lines(text).Select((line, i) => Document(line, i + 1)).OfType<Document>()];

    public static IReadOnlyList<string> Guests(string? text) => [.. Lines(text).Select(line => PlainText.Of(line, LongestEver)).OfType<string>()];

    public static string Write(IEnumerable<AgendaItem> agenda) => string.Join('\n', agenda.Select(item => AgendaText.Line(item.Category?.ToString(), item.Text)));

    public static string Write(IEnumerable<Document> documents) => string.Join('\n', documents.Select(document => $"{document.Title} {document.Link}"));

    public static string Write(IEnumerable<string> guests) => string.Join('\n', guests);

    private static List<string> Lines(string? text) =>
        [.. (text ?? "").Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>“[Chuyên đề] Báo cáo” into its parts; an unknown name has no category.</summary>
    private static (string? Name, AgendaCategory? Category, string Text) Split(string line)
    {
        if (!line.StartsWith('[') || line.IndexOf(']', StringComparison.Ordinal) is not (> 0 and var end))
        {
            return (null, null, line);
        }

        var name = line[1..end].Trim();
        var plain = Understanding.Said.PlainOf(name);
        var known = AgendaText.Categories.FirstOrDefault(one => Understanding.Said.PlainOf(one.Name) == plain).Category;
        return (name, known is null ? null : Enum.Parse<AgendaCategory>(known), line[(end + 1)..]);
    }

    private static Document? Document(string line, int number)
    {
        var at = line.IndexOf("https://", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && line[at..] is { Length: <= LongestLink } link && Cells.Document.IsLink(link)
            ? new(PlainText.Of(line[..at].TrimEnd(' ', ':', '-', '–'), LongestEver) ?? $"{AgendaText.Document} {number}", link)
            : null;
    }
}
