using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Events;

/// <summary>“Sửa lịch”, “sửa cuộc họp ngày 3/12”, “thêm tài liệu cuộc họp tới”.</summary>
internal sealed record AskEdit(Slots Slots)
{
    private static readonly string[] Openings =
        ["sua lich", "sua cuoc hop", "sua buoi hop", "sua buoi sinh hoat", "sua noi dung cuoc hop", "sua noi dung hop", "them noi dung cuoc hop", "them noi dung hop", "them tai lieu cuoc hop", "them tai lieu hop", "them khach moi"];

    public static AskEdit? Of(Said said) =>
        // “Sửa lịch nhắc họp” is about reminders.
        !said.Core.StartsWith("sua lich nhac", StringComparison.Ordinal)
        && Array.Exists(Openings, opening => said.Core == opening || said.Core.StartsWith(opening + " ", StringComparison.Ordinal)) && !said.Text.Contains('?', StringComparison.Ordinal)
            ? new(said.Reading.Requests is [var first, ..] ? first.Slots : Slots.None)
            : null;
}

/// <summary>Shows the event that is meant with all its fields; where several may be, asks which.</summary>
internal sealed class AskEditHandler(Calendar calendar, EditCards cards) : IHandle<AskEdit>
{
    private const int DaysAhead = 400;
    private const int MostChoices = 20;

    public async Task<Reply> Handle(AskEdit asked, Turn turn, CancellationToken cancel)
    {
        var days = Periods.Resolve(asked.Slots, turn.Today) ?? new DateRange(turn.Today, turn.Today.AddDays(DaysAhead));
        var coming = (await calendar.Events(turn.CellId, days, EventQuestion.Sort(asked.Slots, EventSort.Any), cancel))
            .Where(happening => happening.State == EventState.Planned && !EventQuestion.IsOver(happening, turn.At))
            .Take(MostChoices)
            .ToList();
        if (coming.Count == 0)
        {
            return Reply.Say(EventsText.NothingToEdit);
        }

        if (coming is [var one])
        {
            var (card, pending) = await cards.For(one, turn, cancel);
            return Reply.Propose(card, EventsText.EditTitle, pending);
        }

        return Reply.Show(EventPlanCards.Which([.. coming.Select(happening => new Choice(EventsText.Line(Calendar.View(happening)), RollRow.IdOf(happening)))]), EventsText.EditTitle);
    }
}

/// <summary>“Sửa…” was pressed at an event: shows its fields. Nothing is changed yet.</summary>
internal sealed class ShowEdit(EditCards cards, ITables tables) : IHandle<EditForm>
{
    public async Task<Reply> Handle(EditForm form, Turn turn, CancellationToken cancel)
    {
        if (form.Event is not { } id || !RollRow.IsId(id)
            || (await tables.Find<PartRow<Event>>(turn.CellId, PartRow<Event>.KeyOf(id), cancel))?.Row.Part is not { State: EventState.Planned } happening)
        {
            return Reply.Notify(EventsText.NothingToEdit);
        }

        if (await tables.Find<RollRow>(turn.CellId, RollRow.Prefix + id, cancel) is not null)
        {
            return Reply.Notify(EventsText.RollIsCalledEdit);
        }

        var (card, _) = await cards.For(happening, turn, cancel);
        return Reply.Replace(card, EventsText.EditTitle);
    }
}

/// <summary>The card with all fields of an event that is there.</summary>
internal sealed class EditCards(PlanCards cards, Pendings pendings)
{
    public async Task<(AdaptiveCard Card, string Pending)> For(Event happening, Turn turn, CancellationToken cancel)
    {
        var draft = EventDraft.Of(happening);
        var pending = await pendings.Keep(turn, AskPlanHandler.Kind, EventsText.Edits(draft.Title), draft, EventsJson.Default.EventDraft, cancel);
        return (await cards.Draft(draft, pending, null, turn, cancel, Fingerprint.Of(happening)), pending);
    }
}
