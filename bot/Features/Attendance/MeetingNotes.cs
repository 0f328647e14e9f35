using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Attendance;

/// <summary>“Phát biểu…”: who spoke so far at this meeting.</summary>
internal sealed class ShowSpoke(RollDesk desk, SpokeCards cards) : IHandle<RollForm>
{
    public async Task<Reply> Handle(RollForm form, Turn turn, CancellationToken cancel)
    {
        var (roll, refused) = await desk.Open(form.Roll, turn, cancel);
        return roll is null ? refused! : Reply.Replace(await cards.Card(roll.Row, turn, null, cancel), AttendanceText.SpokeTitle);
    }
}

/// <summary>The card with which the clerk notes who spoke.</summary>
internal sealed class SpokeCards(RollBook book, ITables tables)
{
    public async Task<AdaptiveCard> Card(RollRow roll, Turn turn, string? said, CancellationToken cancel)
    {
        var call = await book.Call(roll, turn.At, cancel);
        var turns = (await tables.List<ContributionRow>(turn.CellId, ContributionRow.Of(roll.Id), cancel)).CountBy(row => row.Row.MemberId).ToDictionary();
        var speakers = call.Seats
            .Where(seat => seat.IsThere || turns.ContainsKey(seat.Member.Id))
            .OrderBy(seat => VietnameseNames.SortKey(seat.Member.Name), StringComparer.Ordinal)
            .Select(seat => new Choice(AttendanceText.Speaker(seat.Member.Name, turns.GetValueOrDefault(seat.Member.Id)), seat.Member.Id));
        return MeetingNotesCards.Spoke(new(roll.Id, RollWords.Line(roll.Meeting), AttendanceText.SpokeCount(turns.Count, turns.Values.Sum()), [.. speakers]) { Said = said });
    }
}

/// <summary>“Ghi”: one contribution for each who was chosen.</summary>
internal sealed class WriteSpoke(RollBook book, RollDesk desk, SpokeCards cards, ITables tables) : IHandle<SpokeForm>
{
    private const int LongestTopic = 120;
    private const int Most = 60;

    public async Task<Reply> Handle(SpokeForm form, Turn turn, CancellationToken cancel)
    {
        var (read, refused) = await desk.Open(form.Roll, turn, cancel);
        if (read is null)
        {
            return refused!;
        }

        var roll = read.Row;
        var chosen = (form.Members ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
        var called = (await book.Members(turn.CellId, cancel)).Where(member => chosen.Contains(member.Id) && member.IsCalled(roll.Meeting)).Take(Most).ToList();
        if (called.Count == 0)
        {
            return Reply.Notify(AttendanceText.ChooseSomebody);
        }

        var kind = form.Kind == "paper" ? ContributionKind.Paper : ContributionKind.Remark;
        var what = AttendanceText.SpokeDone(called.Count, roll.Meeting.Title);
        var entry = new LedgerEntry(turn, what);
        foreach (var member in called)
        {
            entry.Add(new ContributionRow(turn.CellId, roll.Id, member.Id, turn.Key, kind)
            {
                At = turn.At,
                By = turn.Asker.MemberId!,
                Topic = PlainText.Of(form.Topic, LongestTopic),
            });
        }

        await tables.Commit(entry.Changes, cancel);
        return Reply.Replace(await cards.Card(roll, turn, char.ToUpperInvariant(what[0]) + what[1..] + ".", cancel), AttendanceText.SpokeTitle);
    }
}

/// <summary>“Biểu quyết…”: what was voted so far, with the base.</summary>
internal sealed class ShowVote(RollDesk desk, VoteCards cards) : IHandle<RollForm>
{
    public async Task<Reply> Handle(RollForm form, Turn turn, CancellationToken cancel)
    {
        var (roll, refused) = await desk.Open(form.Roll, turn, cancel);
        return roll is null ? refused! : Reply.Replace(await cards.Card(roll.Row, turn, cancel), AttendanceText.VoteTitle);
    }
}

/// <summary>The card with which the clerk records votes.</summary>
internal sealed class VoteCards(RollBook book, MeetingRulebook rules, ITables tables)
{
    public async Task<AdaptiveCard> Card(RollRow roll, Turn turn, CancellationToken cancel)
    {
        var pack = await Rules(roll, cancel);
        var votes = await tables.List<VoteRow>(turn.CellId, VoteRow.Of(roll.Id), cancel);
        return MeetingNotesCards.Vote(new(
            roll.Id,
            RollWords.Line(roll.Meeting),
            (await book.Call(roll, turn.At, cancel)).VotingBase(),
            pack.Source,
            [.. votes.OrderBy(vote => vote.Row.At).Select(vote => new VoteResult(vote.Row.Question, vote.Row.Agreed, vote.Row.Base, vote.Row.IsAdopted(pack.Rules.Vote)))]));
    }

    /// <summary>A meeting before the first pack is read by it all the same: the statutes' thresholds are older than any of them.</summary>
    public async Task<RulePack<MeetingRules>> Rules(RollRow roll, CancellationToken cancel) =>
        await rules.Find(roll.CellId, roll.Meeting.Date, cancel) ?? MeetingRules.Book.Packs[0];
}

/// <summary>“Ghi kết quả”: the numbers as the meeting counted them.</summary>
internal sealed class WriteVote(RollBook book, RollDesk desk, VoteCards cards, ITables tables) : IHandle<VoteForm>
{
    private const int LongestQuestion = 200;

    public async Task<Reply> Handle(VoteForm form, Turn turn, CancellationToken cancel)
    {
        var (read, refused) = await desk.Open(form.Roll, turn, cancel);
        if (read is null)
        {
            return refused!;
        }

        if (PlainText.Of(form.Question, LongestQuestion) is not { } question
            || Number(form.Agreed) is not { } agreed || Number(form.Disagreed ?? "0") is not { } disagreed || Number(form.Abstained ?? "0") is not { } abstained)
        {
            return Reply.Notify(AttendanceText.BadVote);
        }

        var whole = (await book.Call(read.Row, turn.At, cancel)).VotingBase();
        if (agreed + disagreed + abstained > whole)
        {
            return Reply.Notify(AttendanceText.VotesTooMany(agreed + disagreed + abstained, whole));
        }

        var threshold = form.Threshold == "twoThirds" ? Threshold.TwoThirds : Threshold.Majority;
        var entry = new LedgerEntry(turn, AttendanceText.VoteDone(question)).Add(new VoteRow(turn.CellId, read.Row.Id, turn.Key, question, threshold, whole)
        {
            Agreed = agreed,
            Disagreed = disagreed,
            Abstained = abstained,
            At = turn.At,
            By = turn.Asker.MemberId!,
        });
        await tables.Commit(entry.Changes, cancel);
        return Reply.Replace(await cards.Card(read.Row, turn, cancel), AttendanceText.VoteTitle);
    }

    private static int? Number(string? text) =>
        int.TryParse(string.IsNullOrWhiteSpace(text) ? null : text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 10_000 ? number : null;
}
