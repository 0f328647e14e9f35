using Azure;
using ChiBoBot.Cards;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Reminders;

/// <summary>“tạm dừng nhắc 1 tuần”, “đừng nhắc tôi nữa”, “nhắc tôi lại”.</summary>
internal sealed record AskPause
{
    private static readonly string[] Openings =
        ["tam dung nhac", "ngung nhac", "ngung nhan nhac", "dung nhac", "tat nhac", "tat loi nhac", "khong nhan nhac", "bat lai nhac", "bat nhac", "nhac lai toi", "nhac toi lai"];

    public static AskPause? Of(Said said) => Openings.Any(opening => said.Core.StartsWith(opening, StringComparison.Ordinal)) ? new() : null;
}

/// <summary>Shows how the member stands and what can be chosen.</summary>
internal sealed class AskPauseHandler(ITables tables) : IHandle<AskPause>
{
    public async Task<Reply> Handle(AskPause asked, Turn turn, CancellationToken cancel)
    {
        var pause = (await tables.Find<PauseRow>(turn.CellId, PauseRow.Prefix + turn.Asker.MemberId, cancel))?.Row;
        return Reply.Show(ReminderCards.Pause(pause is not null && pause.Holds(turn.Today), pause?.Until), ReminderText.PauseTitle);
    }
}

/// <summary>The member pressed how long they want no reminders. Handed over again by Teams it changes nothing: a newer press stands.</summary>
internal sealed class SetPause(ITables tables) : IHandle<PauseForm>
{
    public async Task<Reply> Handle(PauseForm form, Turn turn, CancellationToken cancel)
    {
        DateOnly? until = form.For switch
        {
            PauseForm.Week => turn.Today.AddDays(7),
            PauseForm.Month => turn.Today.AddMonths(1),
            _ => null,
        };
        var row = new PauseRow(turn.CellId, turn.Asker.MemberId!) { Until = until };
        var done = Change.Add(InboxRow.Of(turn));
        Change[] changes =
            form.For is PauseForm.Week or PauseForm.Month or PauseForm.Always ? [Change.Put(row), done]
            : await tables.Find<PauseRow>(row.CellId, row.RowKey, cancel) is { } there ? [Change.Delete(there.Row, ETag.All), done]
            : [done];
        await tables.Commit(changes, cancel);

        return Reply.Replace(ReminderCards.Said(form.For switch
        {
            PauseForm.Always => ReminderText.Off,
            PauseForm.Week or PauseForm.Month => ReminderText.PausedUntil(until!.Value),
            _ => ReminderText.On,
        }), ReminderText.PauseTitle);
    }
}
