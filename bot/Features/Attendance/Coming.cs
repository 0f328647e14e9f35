using System.Text.RegularExpressions;
using Azure;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Attendance;

/// <summary>“Tôi sẽ dự họp”: leads to the button for the next meeting that calls the member.</summary>
internal sealed partial record SayComing
{
    public static SayComing? Of(Said said) => Words().IsMatch(said.Core) && !said.Text.Contains('?', StringComparison.Ordinal) ? new() : null;

    // The core has lost “tôi”, “em” and “mình” at its beginning.
    [GeneratedRegex(
        @"\A(((chac chan )?se (du|tham du|di du|di hop|co mat)|(bao|xac nhan)( la)?( toi| em| minh)?( se)? (du|tham du|di) hop)( (cuoc |buoi )?hop| (buoi )?sinh hoat)?( chi bo| chi uy)?( day du| dung gio| duoc)?"
        + @"( toi| toi day| sap toi| nay| mai| hom nay| ngay mai| (sang|chieu|toi)( mai| nay)?| (thu (hai|ba|tu|nam|sau|bay)|chu nhat)( nay| tuan nay| tuan sau)?|( ngay)? \d{1,2} \d{1,2}( 20\d\d)?)?"
        + @"|(du|tham du|di) (hop|sinh hoat) duoc)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Words();
}

internal sealed class SayComingHandler(RollBook book) : IHandle<SayComing>
{
    private const int DaysAhead = 45;

    public async Task<Reply> Handle(SayComing asked, Turn turn, CancellationToken cancel)
    {
        var member = (await book.Members(turn.CellId, cancel)).FirstOrDefault(member => member.Id == turn.Asker.MemberId);
        var meeting = (await book.Meetings(turn.CellId, new DateRange(turn.Today, turn.Today.AddDays(DaysAhead)), cancel))
            .FirstOrDefault(meeting => meeting.StartsAt > turn.At && member?.IsCalled(meeting) == true);
        return meeting is null
            ? Reply.Say(AttendanceText.NoMeetingToMiss)
            : Reply.Show(ComingCards.Ask(RollWords.Line(meeting), meeting.Id), AttendanceText.ComingTitle);
    }
}

/// <summary>The member pressed “Tôi sẽ dự”, or takes that back. One row a member and meeting: pressing again changes nothing, and handed over again by Teams it changes no newer word.</summary>
internal sealed class SayComes(ITables tables, RollBook book) : IHandle<ComingForm>
{
    public async Task<Reply> Handle(ComingForm form, Turn turn, CancellationToken cancel)
    {
        if (await Find(book, form, turn, cancel) is not { } meeting)
        {
            return Reply.Notify(AttendanceText.NoSuchMeeting);
        }

        var member = (await book.Members(turn.CellId, cancel)).FirstOrDefault(member => member.Id == turn.Asker.MemberId);
        if (member?.IsCalled(meeting) != true)
        {
            return Reply.Notify(AttendanceText.NotCalled);
        }

        if (meeting.State == EventState.Cancelled || meeting.StartsAt <= turn.At)
        {
            return Reply.Notify(meeting.State == EventState.Cancelled ? AttendanceText.MeetingCancelled : meeting.EndsAt > turn.At ? AttendanceText.MeetingIsOn : AttendanceText.MeetingBegun);
        }

        var line = RollWords.Line(meeting);
        if ((await tables.Find<AbsenceRow>(turn.CellId, AbsenceRow.KeyOf(meeting.Id, member.Id), cancel))?.Row is { State: AbsenceState.Waiting or AbsenceState.Approved } absence && absence.Holds(meeting))
        {
            return Reply.Replace(AbsenceCards.Asked(AttendanceText.AskedToMiss(line), meeting.Id), AttendanceText.AbsenceTitle);
        }

        var coming = new ComingRow(turn.CellId, meeting.Id, member.Id, turn.At) { StartsAt = meeting.StartsAt };
        var done = Change.Add(InboxRow.Of(turn));
        if (form.Answer == ComingForm.Yes)
        {
            await tables.Commit([Change.Put(coming), done], cancel);
            return Reply.Replace(ComingCards.Noted(line, meeting.Id), AttendanceText.ComingTitle);
        }

        try
        {
            await tables.Commit(await tables.Find<ComingRow>(coming.CellId, coming.RowKey, cancel) is { } noted ? [Change.Delete(noted.Row, ETag.All), done] : [done], cancel);
        }
        catch (ConflictException conflict) when (conflict.Conflict == Conflict.Missing)
        {
            // Taken back by the same press on another device.
        }

        return Reply.Replace(ComingCards.Ask(line, meeting.Id), AttendanceText.ComingTitle);
    }

    /// <summary>The meeting that a button is about.</summary>
    public static async Task<Event?> Find(RollBook book, ComingForm form, Turn turn, CancellationToken cancel) =>
        form.Meeting.Contains('|', StringComparison.Ordinal) ? null : await book.FindEvent(turn.CellId, form.Meeting, turn.Today, cancel);
}

/// <summary>“Xin vắng” was pressed below a meeting that is still to come.</summary>
internal sealed class ShowMissForm(RollBook book, AbsenceForms forms) : IHandle<ComingForm>
{
    public async Task<Reply> Handle(ComingForm form, Turn turn, CancellationToken cancel) =>
        await SayComes.Find(book, form, turn, cancel) is not { } meeting ? Reply.Notify(AttendanceText.NoSuchMeeting)
        : await forms.For(turn, DateRange.Day(meeting.Date), meeting.Id, null, cancel) is not { } card
            ? Reply.Notify(meeting.EndsAt <= turn.At ? AttendanceText.MeetingBegun : AttendanceText.NotCalled)
        : Reply.Replace(card, AttendanceText.AbsenceTitle);
}
