using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using ChiBoBot.Features.Cells;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>How far one member's bản tự đánh giá is. It holds no text and no grade: the board is made of sheets and can show neither.</summary>
/// <remarks>Every change of a member's sheet, also of a text, replaces this row with the tag it was read with: so the windows of one person follow one another.</remarks>
internal sealed record Sheet(string Round, string Member, string Form) : ICellPart<Sheet>
{
    public SheetState State { get; init; }

    /// <summary>The number of the newest saved section.</summary>
    public int Revision { get; init; }

    /// <summary>The newest revision of each section that was saved.</summary>
    public IReadOnlyDictionary<string, int> Sections { get; init; } = new Dictionary<string, int>();

    /// <summary>How many times it was handed in.</summary>
    public int Version { get; init; }

    public DateTimeOffset? HandedInAt { get; init; }

    /// <summary>Handed in after the deadline.</summary>
    public bool IsLate { get; init; }

    /// <summary>The clerk who enters it from a paper form; null for a sheet that the member writes.</summary>
    public string? Clerk { get; init; }

    /// <summary>The newest reopening by the secretary.</summary>
    public Reopening? Reopened { get; init; }

    public int RevisionOf(string section) => Sections.GetValueOrDefault(section);

    public static string Kind => "sheet";

    public static JsonTypeInfo<Sheet> Json => AssessmentJson.Compact.Sheet;

    string ICellPart<Sheet>.Key => KeyOf(Round, Member);

    public static string KeyOf(string round, string member) => $"{round}|{member}";
}

internal enum SheetState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Đã nộp: locked.</summary>
    HandedIn,
}

/// <summary>The secretary gave a sheet back.</summary>
internal sealed record Reopening(string Reason, string By, DateTimeOffset At);

/// <summary>One handing-in: which revision of each section it was made of. Revisions never change, so this is the text as it was handed in. Its grade is the first of the three facts of a rating.</summary>
internal sealed record HandedIn(string Round, string Member, int Version) : ICellPart<HandedIn>
{
    public required DateTimeOffset At { get; init; }

    /// <summary>Who pressed: the member, or the clerk with the paper form.</summary>
    public required string By { get; init; }

    public required IReadOnlyDictionary<string, int> Sections { get; init; }

    /// <summary>The self-proposed grade.</summary>
    public Grade? SelfProposed { get; init; }

    /// <summary>The points that the member gave himself.</summary>
    public decimal? Points { get; init; }

    public static string Kind => "handed";

    public static JsonTypeInfo<HandedIn> Json => AssessmentJson.Compact.HandedIn;

    string ICellPart<HandedIn>.Key => KeyOf(Round, Member, Version);

    public static string KeyOf(string round, string member, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{round}|{member}|{version:D3}");
}
