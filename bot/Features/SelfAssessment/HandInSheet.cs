using ChiBoBot.Cards;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>“Xem bản của tôi”: the whole sheet.</summary>
internal sealed class ShowOutline(SheetStore store, SheetReplies replies) : IHandle<SheetForm>
{
    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel) =>
        Pen.For(turn.Asker, form.Member) is not { } pen ? Reply.Notify(AssessmentText.NotYours)
        : await store.Open(pen, form.Round, cancel) is not { } open ? Reply.Notify(AssessmentText.NotInRound)
        : Reply.Replace(await replies.Outline(open, turn.At, cancel), open.Form.Title);
}

/// <summary>“Nộp bản này”: locks it. Pressing again changes nothing.</summary>
internal sealed class HandInSheet(SheetDesk desk, SheetReplies replies, ILogger<HandInSheet> log) : IHandle<SheetForm>
{
    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel)
    {
        if (Pen.For(turn.Asker, form.Member) is not { } pen)
        {
            return Reply.Notify(AssessmentText.NotYours);
        }

        if (await desk.HandIn(pen, form.Round, turn, cancel) is not { } step)
        {
            return Reply.Notify(AssessmentText.NotInRound);
        }

        switch (step.Refusal)
        {
            case null:
                log.HandedIn(turn.CellId, step.Open.Round.Id, step.Open.Sheet.Version, pen.IsClerks);
                return Reply.Replace(await replies.Outline(step.Open, turn.At, cancel), AssessmentText.StateHandedIn);
            case Refusal.Incomplete:
                return await replies.Unfinished(step.Open, cancel) is { } section
                    ? Reply.Replace(await replies.Section(step.Open, section, isChecked: true, cancel, warning: AssessmentText.HandInUnfinished), AssessmentText.HandInUnfinished)
                    : Reply.Replace(await replies.Outline(step.Open, turn.At, cancel), step.Open.Form.Title);
            case Refusal.HandedIn:
                return Reply.Replace(await replies.Outline(step.Open, turn.At, cancel), AssessmentText.StateHandedIn);
            case { } refusal:
                return Reply.Replace(await replies.Outline(step.Open, turn.At, cancel, SheetReplies.Words(refusal)), SheetReplies.Words(refusal));
        }
    }
}

/// <summary>“Rút lại để sửa”, before the deadline.</summary>
internal sealed class WithdrawSheet(SheetDesk desk, SheetReplies replies, ILogger<WithdrawSheet> log) : IHandle<SheetForm>
{
    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel)
    {
        if (Pen.For(turn.Asker, form.Member) is not { } pen)
        {
            return Reply.Notify(AssessmentText.NotYours);
        }

        if (await desk.Withdraw(pen, form.Round, turn, cancel) is not { } step)
        {
            return Reply.Notify(AssessmentText.NotInRound);
        }

        var said = step.Refusal is { } refusal ? SheetReplies.Words(refusal) : AssessmentText.Withdrawn(step.Open.Round.Deadline);
        if (step.Refusal is null)
        {
            log.Withdrawn(turn.CellId, step.Open.Round.Id);
        }

        return Reply.Replace(await replies.Outline(step.Open, turn.At, cancel, said), said);
    }
}

/// <summary>“Nội dung được giữ”: the texts that were put aside, in full, to copy from.</summary>
internal sealed class ShowKept(SheetStore store) : IHandle<SheetForm>
{
    // A message holds 100 KB in UTF-16.
    private const int MessageLength = 20_000;

    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel)
    {
        if (Pen.For(turn.Asker, form.Member) is not { } pen || await store.Open(pen, form.Round, cancel) is not { } open)
        {
            return Reply.Notify(AssessmentText.NotYours);
        }

        var kept = await store.Kept(open, cancel);
        if (kept.Count == 0)
        {
            return Reply.Notify(AssessmentText.KeptNothing);
        }

        var parts = new List<Reply> { Reply.Say(AssessmentText.KeptTitle) };
        foreach (var row in kept)
        {
            var title = AssessmentText.KeptLine(open.Form.Find(row.Section)?.Title ?? row.Section, row.At, AssessmentText.KeptReason(row.Reason.ToString()));
            foreach (var text in row.Answers.Values)
            {
                parts.AddRange(text.Chunk(MessageLength).Select(piece => Reply.Say($"{title}\n\n{new string(piece)}")));
            }
        }

        return new Reply.Several(parts);
    }
}
