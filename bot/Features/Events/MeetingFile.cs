using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Features.Events;

/// <summary>“Thêm cuộc họp tới vào lịch của tôi”: the next meeting as one file.</summary>
internal sealed record AskMeetingFile
{
    public static AskMeetingFile? Of(Said said) =>
        said.Core is "them cuoc hop vao lich" or "them cuoc hop vao lich cua toi" or "them cuoc hop toi vao lich" or "them cuoc hop toi vao lich cua toi" or "luu cuoc hop vao lich" or "luu cuoc hop toi vao lich"
            or "tai lich cuoc hop" or "tai lich cuoc hop toi" or "tep lich cuoc hop" or "tep lich cuoc hop toi" or "tep ics cuoc hop" or "tep ics cuoc hop toi" ? new() : null;
}

internal sealed class AskMeetingFileHandler(Calendar calendar, IOptions<WebOptions> options) : IHandle<AskMeetingFile>
{
    private const int DaysAhead = 400;

    public async Task<Reply> Handle(AskMeetingFile asked, Turn turn, CancellationToken cancel)
    {
        if (options.Value.Address is null)
        {
            return Reply.Say(EventsText.NoFeeds);
        }

        var member = (await calendar.Members(turn.CellId, cancel)).FirstOrDefault(member => member.Id == turn.Asker.MemberId);
        var next = (await calendar.Events(turn.CellId, new(turn.Today, turn.Today.AddDays(DaysAhead)), EventSort.Meeting, cancel))
            .FirstOrDefault(meeting => meeting.State == EventState.Planned && !EventQuestion.IsOver(meeting, turn.At) && member?.IsCalled(meeting) == true);
        return next is null
            ? Reply.Say(EventsText.NoneComing(EventSort.Meeting))
            : Reply.Show(FeedCards.AskOne(Calendar.View(next), RollRow.IdOf(next)), EventsText.FileTitle);
    }
}

/// <summary>“Lưu vào lịch của tôi” was pressed: an address that serves this one event, to this member, until it is taken back or asked for anew.</summary>
internal sealed class DoMeetingFile(ITables tables, IOptions<WebOptions> options) : IHandle<MeetingFileForm>
{
    public async Task<Reply> Handle(MeetingFileForm form, Turn turn, CancellationToken cancel)
    {
        if (options.Value.Address is not { } address || turn.Asker.MemberId is not { } memberId)
        {
            return Reply.Notify(EventsText.NoFeeds);
        }

        if (!RollRow.IsId(form.Event)
            || (await tables.Find<PartRow<Event>>(turn.CellId, PartRow<Event>.KeyOf(form.Event), cancel))?.Row.Part is not { } happening
            || (await tables.Find<PartRow<Member>>(turn.CellId, PartRow<Member>.KeyOf(memberId), cancel))?.Row.Part is not { } member
            || (happening.IsMeeting && !member.IsCalled(happening)))
        {
            return Reply.Notify(EventsText.NoSuchEvent);
        }

        var before = await tables.Find<FeedRow>(turn.CellId, FeedRow.KeyOf(memberId, happening.Id), cancel);
        if (form.Do == FeedForm.Revoke)
        {
            if (before is not null)
            {
                await tables.Commit([Change.Delete(before.Row, before.ETag), Change.Add(InboxRow.Of(turn))], cancel);
            }

            return Reply.Replace(FeedCards.Revoked(), EventsText.FileTitle);
        }

        var secret = Secret.New();
        var feed = new FeedRow(turn.CellId, memberId, FeedRow.HashOf(secret)) { EventId = happening.Id, MadeAt = turn.At };

        // The index before what it points at: without the cell's row it is worth nothing.
        await tables.Put(new FeedIndexRow(feed.Hash, turn.CellId, memberId) { EventId = happening.Id }, cancel);
        await tables.Commit([before is null ? Change.Add(feed) : Change.Replace(feed, before.ETag), Change.Add(InboxRow.Of(turn))], cancel);
        return Reply.Replace(FeedCards.One(Calendar.View(happening), form.Event, new Uri(address, $"/calendar/{secret}.ics")), EventsText.FileTitle);
    }
}
