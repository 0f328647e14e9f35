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

    public IReadOnlyList<string> Agenda { get; init; } = [];

    /// <summary>The id of the member who chairs.</summary>
    public string? Chair { get; init; }

    /// <summary>The id of the member who takes the minutes.</summary>
    public string? Clerk { get; init; }

    public EventState State { get; init; }

    public string? Note { get; init; }

    /// <summary>The moment it begins: for a whole day, the day's first.</summary>
    public DateTimeOffset StartsAt => VietnamTime.At(Date, Time ?? TimeOnly.MinValue);

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
}

internal enum EventState
{
    Planned,
    Held,
    Cancelled,
}
