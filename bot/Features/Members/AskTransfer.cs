using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Members;

/// <summary>“Năm nay có ai chuyển đến, chuyển đi?”, “anh Tùng chuyển đi đâu?”</summary>
internal sealed record AskTransfer(Meant Who, string? Direction, bool Retired, bool LatestOnly, bool CountOnly, Slots Slots)
{
    public static AskTransfer Of(Request request) => new(
        Meant.Of(request.Slots),
        request.Slots.Text("direction"),
        request.Slots.Text("reason") == "retired",
        request.Slots.Text("order") == "latest",
        request.Slots.Text("want") == "count",
        request.Slots);
}

internal sealed class AskTransferHandler(IMembers members, ITables tables) : IHandle<AskTransfer>
{
    public async Task<Reply> Handle(AskTransfer asked, Turn turn, CancellationToken cancel)
    {
        var cell = await members.FindCell(turn.CellId, cancel);
        var source = MembersText.AsOf(cell?.Name ?? turn.CellId, turn.Today);
        var all = await members.List(turn.CellId, cancel);
        if (!asked.Who.IsNobody)
        {
            var (found, unclear) = asked.Who.Find(all, turn);
            return unclear ?? OfPeople(found, source);
        }

        var days = await Days(asked, turn, cancel);
        var moves =
            (from member in all
             from transfer in member.Transfers
             where asked.Direction switch { "in" => transfer.Direction == Direction.In, "out" => transfer.Direction == Direction.Out, _ => true }
             where !asked.Retired || transfer.Reason == TransferReason.Retired
             where days is not { } range || (range.From <= transfer.Effective.Last && transfer.Effective.First <= range.To)
             orderby transfer.Effective.First descending
             select (member, transfer)).ToList();
        var title = Title(asked, days, turn.Today);
        if (moves.Count == 0)
        {
            return Reply.Say(MembersText.NobodyThen(asked.Direction switch { "in" => MembersText.InTitle, "out" => MembersText.OutTitle, _ => MembersText.TransferTitle }, days is { } range ? EventsText.Range(range.From, range.HasEnd ? range.To : null, turn.Today) : source));
        }

        var figure = asked.Direction is "in" or "out"
            ? MembersText.PeopleCount(moves.Count)
            : MembersText.CameAndWent(moves.Count(move => move.transfer.Direction == Direction.In), moves.Count(move => move.transfer.Direction == Direction.Out));
        var view = new RosterView(
            title,
            figure,
            [],
            asked.CountOnly ? [] : [.. moves.Take(asked.LatestOnly ? 1 : moves.Count).Select(move => new RosterLine(move.member.Name, Words(move.transfer)))],
            source);
        return Reply.Show(MembersCards.Roster(view), $"{title}: {figure}");
    }

    private async Task<DateRange?> Days(AskTransfer asked, Turn turn, CancellationToken cancel)
    {
        if (asked.Slots.Text("period") is ("term" or "last_term") and var period)
        {
            var terms = (await tables.List<PartRow<Term>>(turn.CellId, PartRow<Term>.Range, cancel)).Select(stored => stored.Row.Part).OrderBy(term => term.From.First).ToList();
            var term = period == "term" ? terms.FindLast(term => term.From.First <= turn.Today) : terms.FindLast(term => term.To.Last < turn.Today);
            return term is null ? null : new DateRange(term.From.First, term.To.Last);
        }

        // What happened lies behind: “tháng 6” in March is last year's.
        return Periods.Resolve(asked.Slots, turn.Today) is { } days
            ? days.From > turn.Today ? new(days.From.AddYears(-1), days.HasEnd ? days.To.AddYears(-1) : turn.Today) : days
            : null;
    }

    private static Reply OfPeople(IReadOnlyList<Member> found, string source)
    {
        Fact[] facts = [.. found.Select(member => new Fact(member.Name, member.Transfers.Count == 0 ? MembersText.NeverTransferred : string.Join("; ", member.Transfers.Select(Words))))];
        return Reply.Show(MembersCards.Posts(new(MembersText.TransferTitle, facts, source)), $"{facts[0].Title}: {facts[0].Value}");
    }

    private static string Title(AskTransfer asked, DateRange? days, DateOnly today)
    {
        var title = asked.Direction switch { "in" => MembersText.InTitle, "out" => MembersText.OutTitle, _ => MembersText.TransferTitle };
        return days is { } range ? MembersText.TitleThen(title, EventsText.Range(range.From, range.HasEnd ? range.To : null, today)) : title;
    }

    private static string Words(Transfer transfer) => transfer.Direction == Direction.In
        ? MembersText.CameFrom(MemberWords.Of(transfer.Effective), transfer.Other, MemberWords.Of(transfer.Reason))
        : MembersText.WentTo(MemberWords.Of(transfer.Effective), transfer.Other, MemberWords.Of(transfer.Reason));
}
