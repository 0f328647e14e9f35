using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using ChiBoBot.Cards;

namespace ChiBoBot.Features.Cells;

/// <summary>Something on the cell's calendar; most kinds are meetings. Rows lie in the order of their days.</summary>
internal sealed record Event(string Id, EventKind Kind, string Title, DateOnly Date) : ICellPart<Event>
{
    /// <summary>When it begins in Vietnam; null for a whole day.</summary>
    public TimeOnly? Time { get; init; }

    public int? Minutes { get; init; }

    public string? Place { get; init; }

    /// <summary>Where to join online (https).</summary>
    public string? Link { get; init; }

    public IReadOnlyList<AgendaItem> Agenda { get; init; } = [];

    /// <summary>The id of the member who chairs.</summary>
    public string? Chair { get; init; }

    /// <summary>The id of the member who takes the minutes.</summary>
    public string? Clerk { get; init; }

    /// <summary>Who is called; null for those whom the kind calls, <see cref="Summoning"/>.</summary>
    public Summons? Summons { get; init; }

    /// <summary>The ids of those who are called where they were chosen one by one.</summary>
    public IReadOnlyList<string> Chosen { get; init; } = [];

    /// <summary>Those of the units above who come to attend and direct (dự và chỉ đạo).</summary>
    public IReadOnlyList<string> Guests { get; init; } = [];

    public IReadOnlyList<Document> Documents { get; init; } = [];

    public EventState State { get; init; }

    public string? Note { get; init; }

    /// <summary>A meeting without a length is taken to last this long: it can still be asked about while it is going on.</summary>
    public static TimeSpan UsualLength { get; } = TimeSpan.FromHours(2);

    /// <summary>The moment it begins: for a whole day, the day's first.</summary>
    public DateTimeOffset StartsAt => VietnamTime.At(Date, Time ?? TimeOnly.MinValue);

    /// <summary>The moment it is over: for a whole day, the next day's first.</summary>
    public DateTimeOffset EndsAt => StartsAt
        + (Time is null ? TimeSpan.FromDays(1) : Minutes is { } minutes ? TimeSpan.FromMinutes(minutes) : UsualLength);

    /// <summary>Whether a roll is called at it.</summary>
    public bool IsMeeting => Kind is not (EventKind.Activity or EventKind.Commemoration);

    static string ICellPart<Event>.Kind => "event";

    static JsonTypeInfo<Event> ICellPart<Event>.Json => CellJson.Default.Event;

    string ICellPart<Event>.Key => $"{Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}|{Id}";

    string ICellPart<Event>.Identity => Id;
}

/// <summary>Kinds of event, as people ask for them.</summary>
internal enum EventKind
{
    /// <summary>Sinh hoạt định kỳ.</summary>
    Regular,

    /// <summary>Sinh hoạt chuyên đề.</summary>
    Thematic,

    /// <summary>Sinh hoạt đột xuất.</summary>
    Extraordinary,

    /// <summary>Họp chi ủy.</summary>
    Committee,

    /// <summary>Đại hội.</summary>
    Congress,

    /// <summary>Sơ kết, of a half-year or a term.</summary>
    MidTermReview,

    /// <summary>Tổng kết năm.</summary>
    YearReview,

    /// <summary>Kiểm điểm, đánh giá, xếp loại.</summary>
    SelfCriticism,

    /// <summary>Học tập, quán triệt nghị quyết.</summary>
    Study,

    /// <summary>Anything that is no meeting.</summary>
    Activity,

    /// <summary>Lễ kỷ niệm.</summary>
    Commemoration,
}

/// <summary>Whom an event calls.</summary>
internal enum Summons
{
    /// <summary>The whole cell.</summary>
    All,

    /// <summary>Chi ủy.</summary>
    Committee,

    /// <summary>Members named one by one.</summary>
    Chosen,
}

/// <summary>Something to read before an event, where it lies (https). The bot keeps no copy.</summary>
internal sealed record Document(string Title, string Link)
{
    public static bool IsLink(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;
}

internal enum EventState
{
    Planned,
    Held,
    Cancelled,
}
