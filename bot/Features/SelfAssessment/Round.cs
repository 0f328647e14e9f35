using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>Đợt kiểm điểm: opened by the secretary for some members, each with a form, until a deadline. Its key is made of kind and period, so that it can't be opened twice.</summary>
internal sealed record Round(string Id, RoundKind Kind, int Year) : ICellPart<Round>
{
    public int? Quarter { get; init; }

    public required DateTimeOffset Deadline { get; init; }

    /// <summary>Chủ đề của năm.</summary>
    public string? Theme { get; init; }

    /// <summary>Who takes part (member ids), and with which form.</summary>
    public required IReadOnlyDictionary<string, string> Forms { get; init; }

    /// <summary>The pack that the forms were taken from.</summary>
    public required string Rules { get; init; }

    public required string OpenedBy { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>From then on nothing is handed in any more; what is missing stays missing.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When those who had not handed in were last reminded by a press.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    public bool IsOpen => ClosedAt is null;

    /// <summary>Nobody waits any more for who has left the cell, before the round was closed, without handing in.</summary>
    public bool HasLeft(Member? member, Sheet? sheet, DateTimeOffset at) =>
        sheet?.State != SheetState.HandedIn && member?.IsIn(DayOf(at)) != true;

    /// <summary>The day on which somebody belongs to the cell or not, as far as the round goes: who leaves after it was closed is rated in it all the same.</summary>
    public DateOnly DayOf(DateTimeOffset at) => VietnamTime.DateOf(ClosedAt is { } closed && closed < at ? closed : at);

    static string ICellPart<Round>.Kind => "round";

    public static JsonTypeInfo<Round> Json => AssessmentJson.Compact.Round;

    string ICellPart<Round>.Key => Id;

    public static string IdOf(RoundKind kind, int year, int? quarter) => kind switch
    {
        RoundKind.Year => string.Create(CultureInfo.InvariantCulture, $"{year}-year"),
        RoundKind.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{year}-half"),
        RoundKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{year}-q{quarter}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{year}-promises"),
    };
}

/// <summary>A form as it was when the round was opened: whatever becomes of the packs, the answers can be read with it.</summary>
internal sealed record RoundForm(string Round, Form Form) : ICellPart<RoundForm>
{
    public static string Kind => "form";

    public static JsonTypeInfo<RoundForm> Json => AssessmentJson.Compact.RoundForm;

    string ICellPart<RoundForm>.Key => KeyOf(Round, Form.Id);

    public static string KeyOf(string round, string form) => $"{round}|{form}";
}
