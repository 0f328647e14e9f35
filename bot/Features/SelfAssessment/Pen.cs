using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>The right to write and read one member's texts. There are two: one's own, and the clerk's for a paper form. Whatever reads a text asks for a pen, so that nobody else's text has a way to a reply.</summary>
internal sealed record Pen
{
    private Pen(string cellId, string member, string by) => (CellId, Member, By) = (cellId, member, by);

    public string CellId { get; }

    /// <summary>Whose sheet.</summary>
    public string Member { get; }

    /// <summary>Who holds the pen.</summary>
    public string By { get; }

    public bool IsClerks => By != Member;

    /// <summary>The asker's own pen; null for somebody who is no member.</summary>
    public static Pen? Own(Asker asker) => asker is { MemberId: { } id } && asker.May(Act.WriteSheet) ? new(asker.CellId, id, id) : null;

    /// <summary>The pen for the sheet that a card names: one's own where it names nobody, the clerk's where it names another. A clerk's pen opens only sheets that are entered from paper.</summary>
    public static Pen? For(Asker asker, string? member) =>
        string.IsNullOrEmpty(member) || member == asker.MemberId ? Own(asker)
        : asker.MemberId is { } id && asker.May(Act.EnterPaperForms) ? new(asker.CellId, member, id)
        : null;

    /// <summary>Whether it opens this sheet. The member may read what the clerk has entered for him.</summary>
    public bool Opens(Sheet sheet) => sheet.Member == Member && (!IsClerks || sheet.Clerk is not null);
}
