using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Attendance;

/// <summary>Which meetings a member can ask to miss.</summary>
internal sealed class AbsenceForms(RollBook book)
{
    private const int MostMeetings = 8;
    private const int DaysAhead = 92;

    public static readonly IReadOnlyList<string> Reasons = Enum.GetNames<AbsenceReason>();

    /// <summary>The form for the coming meetings that call the member, of the named days where some are named.</summary>
    public async Task<AdaptiveCard?> For(Turn turn, DateRange? days, string? only, AbsenceReason? reason, CancellationToken cancel)
    {
        var member = (await book.Members(turn.CellId, cancel)).FirstOrDefault(member => member.Id == turn.Asker.MemberId);
        var range = days ?? new DateRange(turn.Today, turn.Today.AddDays(DaysAhead));
        var meetings = (await book.Meetings(turn.CellId, range, cancel))
            .Where(meeting => meeting.EndsAt > turn.At && member?.IsCalled(meeting) == true && (only is null || meeting.Id == only))
            .Take(MostMeetings)
            .Select(meeting => new Choice(RollWords.Line(meeting), meeting.Id))
            .ToList();
        return meetings.Count == 0 ? null : AbsenceCards.Form(new(meetings, Reasons, reason?.ToString(), null));
    }
}

/// <summary>“Xin vắng” was pressed on a roll call's card.</summary>
internal sealed class ShowAbsenceForm(RollBook book, AbsenceForms forms) : IHandle<RollForm>
{
    public async Task<Reply> Handle(RollForm form, Turn turn, CancellationToken cancel) =>
        await book.Find(turn.CellId, form.Roll, cancel) is not { Row: var roll } ? Reply.Notify(AttendanceText.RollGone)
        : await forms.For(turn, DateRange.Day(roll.Meeting.Date), roll.Meeting.Id, null, cancel) is not { } card ? Reply.Notify(AttendanceText.NotCalled)
        : Reply.Replace(card, AttendanceText.AbsenceTitle);
}

/// <summary>A member sends the request. One row a member and meeting: asking again is the same request with the newer reason.</summary>
internal sealed class AskForAbsence(RollBook book, Schedule schedule, ITables tables) : IHandle<AskAbsenceForm>
{
    private const int LongestNote = 200;

    public async Task<Reply> Handle(AskAbsenceForm form, Turn turn, CancellationToken cancel)
    {
        var eventId = form.Only ?? form.Meeting;
        if (turn.Asker.MemberId is not { } memberId || eventId is null || await book.FindEvent(turn.CellId, eventId, turn.Today, cancel) is not { } meeting)
        {
            return Reply.Notify(AttendanceText.NoSuchMeeting);
        }

        if (!Enum.TryParse<AbsenceReason>(form.Reason, out var reason) || !Enum.IsDefined(reason))
        {
            return Reply.Notify(AttendanceText.ChooseReason);
        }

        if (meeting.State == EventState.Cancelled || meeting.EndsAt <= turn.At)
        {
            return Reply.Notify(meeting.State == EventState.Cancelled ? AttendanceText.MeetingCancelled : AttendanceText.MeetingBegun);
        }

        if ((await book.Members(turn.CellId, cancel)).FirstOrDefault(member => member.Id == memberId)?.IsCalled(meeting) != true)
        {
            return Reply.Notify(AttendanceText.NotCalled);
        }

        var before = await tables.Find<AbsenceRow>(turn.CellId, AbsenceRow.KeyOf(meeting.Id, memberId), cancel);
        if (before?.Row is { State: AbsenceState.Approved } approved && approved.Holds(meeting))
        {
            return Reply.Replace(AbsenceCards.Asked(AttendanceText.AbsenceDecided(RollWords.Line(meeting), AbsenceDecision.Approved), meeting.Id), AttendanceText.AbsenceTitle);
        }

        var asked = new AbsenceRow(turn.CellId, meeting.Id, memberId, reason) { AskedAt = turn.At, Day = meeting.Date, Note = PlainText.Of(form.Note, LongestNote) };
        await tables.Commit(
        [
            before is null ? Change.Add(asked) : Change.Replace(asked, before.ETag),
            await schedule.Refresh(turn.CellId, AbsenceAsked.Kind, AbsenceAsked.KeyOf(asked), turn.Key, cancel),
            Change.Add(InboxRow.Of(turn)),
        ], cancel);
        return Reply.Replace(AbsenceCards.Asked(AttendanceText.AbsenceAsked(RollWords.Line(meeting)), meeting.Id), AttendanceText.AbsenceTitle);
    }
}

/// <summary>“Rút đơn”.</summary>
internal sealed class WithdrawAbsence(Schedule schedule, ITables tables) : IHandle<WithdrawAbsenceForm>
{
    public async Task<Reply> Handle(WithdrawAbsenceForm form, Turn turn, CancellationToken cancel)
    {
        if (form.Meeting.Contains('|', StringComparison.Ordinal)
            || turn.Asker.MemberId is not { } memberId
            || await tables.Find<AbsenceRow>(turn.CellId, AbsenceRow.KeyOf(form.Meeting, memberId), cancel) is not { } read)
        {
            return Reply.Notify(AttendanceText.AbsenceGone);
        }

        if (read.Row.State != AbsenceState.Withdrawn)
        {
            await tables.Commit(
            [
                Change.Replace(read.Row with { State = AbsenceState.Withdrawn, Note = null }, read.ETag),
                await schedule.Refresh(turn.CellId, AbsenceAsked.Kind, AbsenceAsked.KeyOf(read.Row), turn.Key, cancel),
                Change.Add(InboxRow.Of(turn)),
            ], cancel);
        }

        return Reply.Replace(AbsenceCards.Said(AttendanceText.Withdrawn), AttendanceText.AbsenceTitle);
    }
}

/// <summary>The committee pressed “Đồng ý” or “Không đồng ý”. The member hears of it.</summary>
internal sealed class DecideAbsence(RollBook book, Schedule schedule, ITables tables, ILogger<DecideAbsence> log) : IHandle<DecideAbsenceForm>
{
    public async Task<Reply> Handle(DecideAbsenceForm form, Turn turn, CancellationToken cancel)
    {
        if (form.Meeting.Contains('|', StringComparison.Ordinal)
            || form.Member.Contains('|', StringComparison.Ordinal)
            || form.Answer is not (AbsenceCards.Yes or AbsenceCards.No)
            || await tables.Find<AbsenceRow>(turn.CellId, AbsenceRow.KeyOf(form.Meeting, form.Member), cancel) is not { } read
            || read.Row.State == AbsenceState.Withdrawn
            || await book.View(read.Row, cancel) is not { } view)
        {
            return Reply.Notify(AttendanceText.AbsenceGone);
        }

        if (read.Row.State != AbsenceState.Waiting)
        {
            return Reply.Replace(AbsenceCards.Decide(view), AttendanceText.DecideTitle);
        }

        var approved = form.Answer == AbsenceCards.Yes;
        var decided = read.Row with { State = approved ? AbsenceState.Approved : AbsenceState.Declined, DecidedBy = turn.Asker.MemberId, DecidedAt = turn.At };

        // The reason is the member's own and stays out of the ledger.
        var entry = new LedgerEntry(turn, AttendanceText.Decides(view.Name, approved)).Beside(
            Change.Replace(decided, read.ETag),
            await schedule.Plan(turn.CellId, AbsenceTold.Kind, AbsenceAsked.KeyOf(decided), turn.At, cancel));
        await tables.Commit(entry.Changes, cancel);
        log.AbsenceDecided(turn.CellId, form.Meeting, decided.State.ToString());
        return Reply.Replace(AbsenceCards.Decide(view with { Decision = RollWords.Of(decided.State) }), AttendanceText.DecideTitle);
    }
}

/// <summary>“Đơn xin vắng”: those that wait, to the committee.</summary>
internal sealed record AskAbsences
{
    public static AskAbsences? Of(Said said) =>
        said.Core is "don xin vang" or "xem don xin vang" or "don xin vang cho duyet" or "duyet don xin vang" or "co don xin vang nao khong" ? new() : null;
}

internal sealed class AskAbsencesHandler(RollBook book, ITables tables) : IHandle<AskAbsences>
{
    private const int Shown = 5;

    public async Task<Reply> Handle(AskAbsences asked, Turn turn, CancellationToken cancel)
    {
        var cards = new List<Reply>();
        foreach (var absence in (await tables.List<AbsenceRow>(turn.CellId, RowRange.StartingWith(AbsenceRow.Prefix), cancel))
            .Select(stored => stored.Row)
            .Where(row => row.State == AbsenceState.Waiting)
            .OrderBy(row => row.AskedAt))
        {
            if (cards.Count < Shown && await book.View(absence, cancel) is { } view)
            {
                cards.Add(Reply.Show(AbsenceCards.Decide(view), AttendanceText.AbsenceOf(view.Name), Audience.Committee));
            }
        }

        return cards.Count switch
        {
            0 => Reply.Say(AttendanceText.NoAbsences, Audience.Committee),
            1 => cards[0],
            _ => new Reply.Several(cards) { For = Audience.Committee },
        };
    }
}
