using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Attendance;

/// <summary>“Ai chưa phát biểu?”, “năm nay tôi phát biểu mấy lần?”</summary>
internal sealed record AskSpoke(bool IsOwn)
{
    public static AskSpoke? Of(Said said) => said.Core switch
    {
        "ai chua phat bieu" or "dong chi nao chua phat bieu" or "nhung ai chua phat bieu" or "thong ke phat bieu" or "ai phat bieu nhieu nhat" or "ai it phat bieu" => new(false),
        "phat bieu may lan" or "phat bieu bao nhieu lan" or "nam nay toi phat bieu may lan" or "da phat bieu may lan" or "phat bieu cua toi" => new(true),
        _ => null,
    };
}

/// <summary>Who spoke at this year's meetings, and who not: names for the secretary and the deputy, each member's own number for the member, sums for all.</summary>
internal sealed class AskSpokeHandler(RollBook book, MeetingRulebook rules, ITables tables) : IHandle<AskSpoke>
{
    public async Task<Reply> Handle(AskSpoke asked, Turn turn, CancellationToken cancel)
    {
        var days = DateRange.Year(turn.Today.Year);
        var calls = await book.Calls(turn.CellId, days, turn.At, cancel);
        if (calls.Count == 0)
        {
            return Reply.Say(AttendanceText.NoAttendance, Audience.Everyone);
        }

        var turns = (await tables.List<ContributionRow>(turn.CellId, ContributionRow.Of(days.From, days.To), cancel)).ToLookup(row => row.Row.MemberId, row => row.Row);
        var range = EventsText.Range(days.From, days.To, turn.Today);
        if (asked.IsOwn)
        {
            var own = turns[turn.Asker.MemberId ?? ""].ToList();
            return Reply.Show(
                AttendanceCards.Answer(new($"{AttendanceText.Spoke} – {range}", AttendanceText.SpokeTimes(own.Count), AttendanceText.Source(null))
                {
                    Facts = [new(AttendanceText.Remark, AttendanceText.SpokeTimes(own.Count(one => one.Kind == ContributionKind.Remark))), new(AttendanceText.Paper, AttendanceText.SpokeTimes(own.Count(one => one.Kind == ContributionKind.Paper)))],
                }),
                AttendanceText.SpokeTimes(own.Count));
        }

        var members = (await book.Members(turn.CellId, cancel))
            .Where(member => member.IsIn(turn.Today) && member.StandingOn(turn.Today).Counts(CountedIn.Attendance))
            .OrderBy(member => VietnameseNames.SortKey(member.Name), StringComparer.Ordinal)
            .ToList();
        var pack = await rules.Find(turn.CellId, turn.Today, cancel) ?? MeetingRules.Book.Packs[0];
        var young = turn.Today.AddYears(-pack.Rules.YoungUnder);
        var spoke = members.Where(member => turns.Contains(member.Id)).ToList();
        var view = new AttendanceView(
            $"{AttendanceText.Spoke} – {range}", AttendanceText.SpokeOf(spoke.Count, members.Count), AttendanceText.Source(null))
        {
            Facts =
            [
                new(AttendanceText.Counted, AttendanceText.SpokeTimes(members.Sum(member => turns[member.Id].Count()))),
                new(AttendanceText.Young(pack.Rules.YoungUnder), Of(members.Where(member => member.Born is { } born && born.First > young))),
                new(AttendanceText.NoPost, Of(members.Where(member => member.PostsOn(turn.Today).Count == 0))),
                new(AttendanceText.Meetings, AttendanceText.MeetingsHeld(calls.Count)),
            ],
        };
        if (!turn.Asker.May(Act.SeeSilence))
        {
            return Reply.Show(AttendanceCards.Answer(view), view.Figure, Audience.Everyone);
        }

        var silent = AttendanceCards.Answer(view with
        {
            Lines = [.. members.Where(member => !turns.Contains(member.Id)).Select(member => AttendanceText.Silent(member.Name, Since(member, calls, turns)))],
            Hint = spoke.Count == members.Count ? AttendanceText.AllSpoke : AttendanceText.SilentHint,
        });
        return Reply.Show(silent, view.Figure);

        string Of(IEnumerable<Member> some)
        {
            var all = some.ToList();
            return AttendanceText.SpokeOf(all.Count(member => turns.Contains(member.Id)), all.Count);
        }
    }

    /// <summary>At how many meetings the member was there and said nothing.</summary>
    private static int Since(Member member, IReadOnlyList<RollCall> calls, ILookup<string, ContributionRow> turns) =>
        calls.Count(call => call.Find(member.Id) is { IsThere: true } && turns[member.Id].All(row => row.Roll != call.Roll!.Id));
}
