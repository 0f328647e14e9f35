using ChiBoBot.Cards;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>“Bắt đầu viết”, “Viết tiếp”, “Mở phần này”: shows a section, or where one stopped.</summary>
internal sealed class OpenSection(SheetStore store, SheetReplies replies) : IHandle<SheetForm>
{
    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel)
    {
        if (Pen.For(turn.Asker, form.Member) is not { } pen)
        {
            return Reply.Notify(AssessmentText.NotYours);
        }

        if (await store.Open(pen, form.Round, cancel) is not { } open)
        {
            return Reply.Notify(pen.IsClerks ? AssessmentText.PaperBegun : AssessmentText.NotInRound);
        }

        var card = (form.Section ?? form.Text("section")) is { Length: > 0 } id && open.Form.Find(id) is { } section
            ? await replies.Section(open, section, isChecked: open.Sheet.RevisionOf(id) > 0, cancel)
            : await replies.Resume(open, turn.At, cancel);
        return Reply.Replace(card, open.Form.Title);
    }
}

/// <summary>Saves a section and goes where the button says. Whatever else is the case, what was typed is stored.</summary>
internal sealed class SaveSection(SheetDesk desk, SheetReplies replies, ILogger<SaveSection> log) : IHandle<SheetForm>
{
    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel)
    {
        if (Pen.For(turn.Asker, form.Member) is not { } pen)
        {
            return Reply.Notify(AssessmentText.NotYours);
        }

        if (await desk.Save(pen, form.Round, form.Section ?? "", form.RevisionNumber, form.Answers, turn, cancel) is not { } saved)
        {
            return Reply.Notify(pen.IsClerks ? AssessmentText.PaperBegun : AssessmentText.NotInRound);
        }

        if (saved.Kept.Count > 0)
        {
            log.Kept(turn.CellId, saved.Open.Round.Id, saved.Kept.Count);
        }

        if (saved.Refusal is { } refusal)
        {
            var said = saved.Kept.Count == 0 ? SheetReplies.Words(refusal)
                : refusal == Refusal.HandedIn ? AssessmentText.KeptHandedIn
                : AssessmentText.KeptClosed;
            return Reply.Replace(await replies.Outline(saved.Open, turn.At, cancel, said), said);
        }

        return Reply.Replace(await After(saved, form.Go, turn, cancel), saved.Open.Form.Title);
    }

    private async Task<AdaptiveCard> After(Saved saved, string? go, Turn turn, CancellationToken cancel)
    {
        var (open, form) = (saved.Open, saved.Open.Form);
        var index = form.IndexOf(saved.Section.Id);
        var warning = saved.Kept switch
        {
            [KeptFor.TooLong, ..] => AssessmentText.KeptTooLong,
            [KeptFor.OtherWindow, ..] => AssessmentText.KeptOtherWindow,
            [KeptFor.Emptied, ..] => AssessmentText.KeptEmptied,
            _ => null,
        };
        var note = AssessmentText.Saved(turn.At);

        // A text that isn't in its field must be seen where it was typed.
        if (warning is not null && saved.Kept[0] != KeptFor.Emptied)
        {
            return await replies.Section(open, saved.Section, isChecked: true, cancel, note, warning);
        }

        return go switch
        {
            "outline" => await replies.Outline(open, turn.At, cancel, note),
            "back" when index > 0 => await replies.Section(open, form.Sections[index - 1], isChecked: false, cancel, note, warning),
            "next" when FormCheck.Of(saved.Section, saved.Answers).Count > 0 => await replies.Section(open, saved.Section, isChecked: true, cancel, note, warning),
            _ when index + 1 < form.Sections.Count => await replies.Section(open, form.Sections[index + 1], isChecked: false, cancel, note, warning),
            _ => await replies.Outline(open, turn.At, cancel, note),
        };
    }
}
