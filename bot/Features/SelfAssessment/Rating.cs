using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using ChiBoBot.Features.Cells;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>Đề xuất của chi bộ, the second fact of a rating: the grade with its vote and base, and comments. A correction is a new one beside it.</summary>
internal sealed record CellProposal(string Round, string Member, int Version) : ICellPart<CellProposal>
{
    public required Grade Grade { get; init; }

    /// <summary>How many voted for it.</summary>
    public required int Votes { get; init; }

    /// <summary>Số thành viên: of so many.</summary>
    public required int Base { get; init; }

    /// <summary>The day of the meeting.</summary>
    public required DateOnly Day { get; init; }

    public string? Comments { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public static string Kind => "proposal";

    public static JsonTypeInfo<CellProposal> Json => AssessmentJson.Compact.CellProposal;

    string ICellPart<CellProposal>.Key => string.Create(CultureInfo.InvariantCulture, $"{Round}|{Member}|{Version:D3}");
}

/// <summary>Ý kiến khác của đảng viên: what a member objects to his grade. He and the committee read it, nobody else.</summary>
internal sealed record Objection(string Round, string Member, int Number) : ICellPart<Objection>
{
    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }

    public static string Kind => "objection";

    public static JsonTypeInfo<Objection> Json => AssessmentJson.Compact.Objection;

    string ICellPart<Objection>.Key => string.Create(CultureInfo.InvariantCulture, $"{Round}|{Member}|{Number:D3}");
}

/// <summary>Trả lời ý kiến khác: by which document the member was answered. Beside the objection, so that the ledger, which holds it, holds nothing of what the member wrote.</summary>
internal sealed record ObjectionAnswer(string Round, string Member, int Number) : ICellPart<ObjectionAnswer>
{
    public required string Document { get; init; }

    public required DateOnly Day { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public static string Kind => "objectionAnswer";

    public static JsonTypeInfo<ObjectionAnswer> Json => AssessmentJson.Compact.ObjectionAnswer;

    string ICellPart<ObjectionAnswer>.Key => KeyOf(Round, Member, Number);

    public static string KeyOf(string round, string member, int number) => string.Create(CultureInfo.InvariantCulture, $"{round}|{member}|{number:D3}");
}
