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

/// <summary>Ý kiến khác của đảng viên: what a member objects to his grade. Only he and the committee's number of them know.</summary>
internal sealed record Objection(string Round, string Member, int Number) : ICellPart<Objection>
{
    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }

    public static string Kind => "objection";

    public static JsonTypeInfo<Objection> Json => AssessmentJson.Compact.Objection;

    string ICellPart<Objection>.Key => string.Create(CultureInfo.InvariantCulture, $"{Round}|{Member}|{Number:D3}");
}
