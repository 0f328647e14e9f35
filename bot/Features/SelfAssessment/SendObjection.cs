using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>“Gửi ý kiến khác”: a member objects to his decided grade. The same words again are one objection.</summary>
internal sealed class SendObjection(SheetStore store, GradeFacts grades, ObjectionMail mail, ITables tables) : IHandle<SheetForm>
{
    private const int Longest = 2000;
    private const int Attempts = 5;

    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel)
    {
        if (Pen.Own(turn.Asker) is not { } pen || await store.Open(pen, form.Round, cancel) is not { } open)
        {
            return Reply.Notify(AssessmentText.NotInRound);
        }

        if (SheetFlow.MayObject(await grades.Decided(open, cancel) is not null) is not null)
        {
            return Reply.Notify(AssessmentText.RefusedNotDecided);
        }

        var text = form.Text("objection").Trim();
        if (text.Length is 0 or > Longest)
        {
            return Reply.Notify(AssessmentText.ObjectionEmpty);
        }

        for (var attempt = 1; ; attempt++)
        {
            var before = await tables.List<PartRow<Objection>>(turn.CellId, RowRange.StartingWith(PartRow<Objection>.KeyOf($"{open.Round.Id}|{pen.Member}|")), cancel);
            if (before.Any(row => row.Row.Part.Text == text))
            {
                return Reply.Replace(AssessmentCards.Said(ObjectionText.Sent), ObjectionText.Sent);
            }

            try
            {
                var objection = new Objection(open.Round.Id, pen.Member, before.Count + 1) { Text = text, At = turn.At };
                await tables.Commit([Change.Add(new PartRow<Objection>(turn.CellId, objection)), .. await mail.PlanSent(turn, objection, cancel), Change.Add(InboxRow.Of(turn))], cancel);
                return Reply.Replace(AssessmentCards.Said(ObjectionText.Sent), ObjectionText.Sent);
            }
            catch (ConflictException conflict) when (attempt < Attempts && !conflict.RowKey.StartsWith(InboxRow.Prefix, StringComparison.Ordinal))
            {
                // Another window was faster: its own stands beside this one.
            }
        }
    }
}
