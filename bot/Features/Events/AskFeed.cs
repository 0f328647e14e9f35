using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Features.Events;

/// <summary>“Đăng ký lịch”, “link lịch”: the cell's calendar in one's own.</summary>
internal sealed record AskFeed
{
    public static AskFeed? Of(Said said) =>
        said.Core is "dang ky lich" or "dong bo lich" or "link lich" or "lien ket lich" or "dia chi lich" or "them lich vao dien thoai" or "lich ics" or "tai lich ve" ? new() : null;
}

internal sealed class AskFeedHandler(ITables tables, IOptions<WebOptions> options) : IHandle<AskFeed>
{
    public async Task<Reply> Handle(AskFeed asked, Turn turn, CancellationToken cancel)
    {
        if (options.Value.Address is null || turn.Asker.MemberId is not { } memberId)
        {
            return Reply.Say(EventsText.NoFeeds);
        }

        var has = await tables.Find<FeedRow>(turn.CellId, FeedRow.KeyOf(memberId), cancel) is not null;
        return Reply.Show(FeedCards.Ask(has), EventsText.FeedTitle);
    }
}

/// <summary>“Tạo địa chỉ lịch” or “Thu hồi” was pressed. The address is shown this once; an earlier one dies with it.</summary>
internal sealed class DoFeed(ITables tables, IOptions<WebOptions> options) : IHandle<FeedForm>
{
    public async Task<Reply> Handle(FeedForm form, Turn turn, CancellationToken cancel)
    {
        if (options.Value.Address is not { } address || turn.Asker.MemberId is not { } memberId)
        {
            return Reply.Notify(EventsText.NoFeeds);
        }

        var before = await tables.Find<FeedRow>(turn.CellId, FeedRow.KeyOf(memberId), cancel);
        if (form.Do == FeedForm.Revoke)
        {
            if (before is not null)
            {
                // With the calendar go the addresses of single meetings.
                var single = await tables.List<FeedRow>(turn.CellId, RowRange.StartingWith(FeedRow.KeyOf(memberId) + "|"), cancel);
                await tables.Commit([Change.Delete(before.Row, before.ETag), .. single.Take(Limits.Changes - 2).Select(one => Change.Delete(one.Row, one.ETag)), Change.Add(InboxRow.Of(turn))], cancel);
            }

            return Reply.Replace(FeedCards.Revoked(), EventsText.FeedTitle);
        }

        var secret = Secret.New();
        var feed = new FeedRow(turn.CellId, memberId, FeedRow.HashOf(secret)) { MadeAt = turn.At };

        // The index before what it points at: without the cell's row it is worth nothing.
        await tables.Put(new FeedIndexRow(feed.Hash, turn.CellId, memberId), cancel);
        await tables.Commit([before is null ? Change.Add(feed) : Change.Replace(feed, before.ETag), Change.Add(InboxRow.Of(turn))], cancel);
        return Reply.Replace(FeedCards.Made(new Uri(address, $"/calendar/{secret}.ics")), EventsText.FeedTitle);
    }
}
