using System.Globalization;
using System.Text.RegularExpressions;
using Azure;
using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Attendance;

/// <summary>“Bật nhắc phát biểu”, “đừng nhắc phát biểu”: the words lead to the card, its buttons set it.</summary>
internal sealed partial record AskNudge
{
    public static AskNudge? Of(Said said) => Words().IsMatch(said.Core) ? new() : null;

    [GeneratedRegex(@"\A((bat|tat|dung|ngung|khong|cai dat|che do)( lai)? )?nhac( toi| em)? (viec )?phat bieu( cua toi)?( nua)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Words();
}

/// <summary>At how many meetings, one after another and up to the last, a member was there and said nothing. Pure.</summary>
internal static class Silence
{
    /// <param name="calls">The roll calls of the whole cell, the first first.</param>
    /// <param name="spoke">The roll calls at which the member spoke.</param>
    public static int Of(string memberId, IReadOnlyList<RollCall> calls, IReadOnlySet<string> spoke) =>
        calls.Where(call => call.Find(memberId) is { IsThere: true }).Reverse().TakeWhile(call => !spoke.Contains(call.Roll!.Id)).Count();
}

/// <summary>Who has been silent for how long.</summary>
internal sealed class Silences(RollBook book, ITables tables)
{
    private const int DaysBack = 730;

    /// <summary>Those who are counted and in the cell now, who was silent longest first. A meeting at which the clerk noted nobody says nothing about anybody.</summary>
    public async Task<IReadOnlyList<(Member Member, int Meetings)>> Of(string cellId, DateTimeOffset at, CancellationToken cancel)
    {
        var today = VietnamTime.DateOf(at);
        var days = new DateRange(today.AddDays(-DaysBack), today);
        var contributions = await tables.List<ContributionRow>(cellId, ContributionRow.Of(days.From, days.To), cancel);
        var noted = contributions.Select(row => row.Row.Roll).ToHashSet(StringComparer.Ordinal);
        var spoke = contributions.ToLookup(row => row.Row.MemberId, row => row.Row.Roll);
        var calls = (await book.Calls(cellId, days, at, cancel)).Where(call => call.Meeting.Calls() == Summons.All && call.Roll?.IsOpen(at) == false && noted.Contains(call.Roll.Id)).ToList();
        return
        [
            .. from member in await book.Members(cellId, cancel)
               where member.IsIn(today) && member.StandingOn(today).Counts(CountedIn.Attendance)
               let silent = Silence.Of(member.Id, calls, spoke[member.Id].ToHashSet(StringComparer.Ordinal))
               orderby silent descending, VietnameseNames.SortKey(member.Name)
               select (member, silent),
        ];
    }
}

/// <summary>“Ai chưa phát biểu 3 buổi gần đây?”: beyond the year's end.</summary>
internal sealed partial record AskSilent(int Meetings)
{
    public static AskSilent? Of(Said said) => Words().Match(said.Core) is { Success: true } words && int.Parse(words.Groups["count"].ValueSpan, CultureInfo.InvariantCulture) is > 0 and var meetings ? new(meetings) : null;

    [GeneratedRegex(@"\A(nhung )?(ai|dong chi nao) chua phat bieu (trong |qua |o |da )?(?<count>\d{1,2}) (buoi|cuoc)( hop| sinh hoat)?( lien tiep| gan day| gan nhat| vua qua| lien| tro len)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Words();
}

/// <summary>Names for the secretary and the deputy alone.</summary>
internal sealed class AskSilentHandler(Silences silences) : IHandle<AskSilent>
{
    public async Task<Reply> Handle(AskSilent asked, Turn turn, CancellationToken cancel)
    {
        var silent = (await silences.Of(turn.CellId, turn.At, cancel)).Where(one => one.Meetings >= asked.Meetings).ToList();
        var card = AttendanceCards.Answer(new(AttendanceText.Spoke, NudgeText.SilentFor(silent.Count, asked.Meetings), AttendanceText.Source(null))
        {
            Lines = [.. silent.Select(one => NudgeText.Silent(one.Member.Name, one.Meetings))],
            Hint = silent.Count == 0 ? null : AttendanceText.SilentHint,
        });
        return Reply.Show(card, NudgeText.SilentFor(silent.Count, asked.Meetings));
    }
}

internal sealed class AskNudgeHandler(NudgeCards cards) : IHandle<AskNudge>
{
    public async Task<Reply> Handle(AskNudge asked, Turn turn, CancellationToken cancel) =>
        Reply.Show(await cards.Card(turn, null, cancel), NudgeText.Title);
}

/// <summary>How it is set for the cell and for the asker.</summary>
internal sealed class NudgeCards(ITables tables)
{
    public const int Usual = 3;

    public async Task<AdaptiveCard> Card(Turn turn, string? said, CancellationToken cancel)
    {
        var cell = (await tables.Find<NudgeRow>(turn.CellId, NudgeRow.KeyOf(null), cancel))?.Row;
        var isOff = await tables.Find<NudgeRow>(turn.CellId, NudgeRow.KeyOf(turn.Asker.MemberId), cancel) is not null;
        return NudgeCard.Of(new(cell?.Meetings, isOff, turn.Asker.May(Act.SeeSilence)) { Said = said, Usual = Usual });
    }
}

/// <summary>The secretary switches it for the cell.</summary>
internal sealed class SwitchNudge(NudgeCards cards, NudgePlans plans, ITables tables) : IHandle<SwitchNudgeForm>
{
    private const int Most = 12;

    public async Task<Reply> Handle(SwitchNudgeForm form, Turn turn, CancellationToken cancel)
    {
        var before = await tables.Find<NudgeRow>(turn.CellId, NudgeRow.KeyOf(null), cancel);
        if (form.Do == SwitchNudgeForm.Off)
        {
            if (before is not null)
            {
                await tables.Commit(new LedgerEntry(turn, NudgeText.SwitchesOff).Remove(before).Changes, cancel);
            }

            return Reply.Replace(await cards.Card(turn, NudgeText.IsOff, cancel), NudgeText.Title);
        }

        if (!int.TryParse(form.Meetings ?? NudgeCards.Usual.ToString(CultureInfo.InvariantCulture), NumberStyles.None, CultureInfo.InvariantCulture, out var meetings) || meetings is < 1 or > Most)
        {
            return Reply.Notify(NudgeText.BadNumber(Most));
        }

        var row = new NudgeRow(turn.CellId, null) { Meetings = meetings };
        if (before?.Row != row)
        {
            await tables.Commit(new LedgerEntry(turn, NudgeText.SwitchesOn(meetings)).Set(before, row).Beside([.. await plans.Coming(turn.CellId, turn.At, cancel)]).Changes, cancel);
        }

        return Reply.Replace(await cards.Card(turn, NudgeText.IsOn, cancel), NudgeText.Title);
    }
}

/// <summary>A member says whether they want it. Pressing again says the same; handed over again by Teams it changes nothing.</summary>
internal sealed class SetOwnNudge(NudgeCards cards, ITables tables) : IHandle<OwnNudgeForm>
{
    public async Task<Reply> Handle(OwnNudgeForm form, Turn turn, CancellationToken cancel)
    {
        var row = new NudgeRow(turn.CellId, turn.Asker.MemberId!);
        var done = Change.Add(InboxRow.Of(turn));
        Change[] changes =
            form.Do == SwitchNudgeForm.Off ? [Change.Put(row), done]
            : await tables.Find<NudgeRow>(row.CellId, row.RowKey, cancel) is { } there ? [Change.Delete(there.Row, ETag.All), done]
            : [done];
        await tables.Commit(changes, cancel);

        var said = form.Do == SwitchNudgeForm.Off ? NudgeText.NotYou
            : await tables.Find<NudgeRow>(turn.CellId, NudgeRow.KeyOf(null), cancel) is null ? NudgeText.YouAgainLater : NudgeText.YouAgain;
        return Reply.Replace(await cards.Card(turn, said, cancel), NudgeText.Title);
    }
}

/// <summary>Plans the nudges of the cell's coming meetings, where the cell has switched them on: when it does so, each week, and with each meeting that is planned or moved.</summary>
internal sealed class NudgePlans(RollBook book, Schedule schedule, ITables tables) : IWeekly, IMeetingPlans
{
    private const int DaysAhead = 14;
    private const int DaysBefore = 2;

    public async Task<IReadOnlyList<Change>> Plans(string cellId, DateTimeOffset now, CancellationToken cancel) =>
        await IsOn(cellId, cancel) ? await Coming(cellId, now, cancel) : [];

    public async Task<IReadOnlyList<Change>> Plans(string cellId, Event meeting, DateTimeOffset now, CancellationToken cancel) =>
        await IsOn(cellId, cancel) ? await Of(cellId, [meeting], now, cancel) : [];

    /// <summary>Those of the next two weeks, whether it is on already or is just being switched on.</summary>
    public async Task<IReadOnlyList<Change>> Coming(string cellId, DateTimeOffset now, CancellationToken cancel)
    {
        var today = VietnamTime.DateOf(now);
        return await Of(cellId, await book.Meetings(cellId, new(today, today.AddDays(DaysAhead)), cancel), now, cancel);
    }

    private async Task<bool> IsOn(string cellId, CancellationToken cancel) => await tables.Find<NudgeRow>(cellId, NudgeRow.KeyOf(null), cancel) is not null;

    private async Task<IReadOnlyList<Change>> Of(string cellId, IReadOnlyList<Event> meetings, DateTimeOffset now, CancellationToken cancel)
    {
        var quiet = ReminderRules.Book.InForce(VietnamTime.DateOf(now)).Rules.Quiet;
        var changes = new List<Change>();
        foreach (var meeting in meetings.Where(meeting => meeting.Kind is EventKind.Regular or EventKind.Thematic && meeting.Calls() == Summons.All))
        {
            var at = quiet.Previous(meeting.StartsAt.AddDays(-DaysBefore));
            if (at > now)
            {
                changes.Add(await schedule.Plan(cellId, NudgeDue.Kind, meeting.Id, at, cancel, RollRow.IdOf(meeting)));
            }
        }

        return changes;
    }
}

/// <summary>Two days before a meeting: who is to be nudged, as everything stands then.</summary>
internal sealed class NudgeDue(RollBook book, Silences silences, Schedule schedule, ITables tables) : IDueKind
{
    public const string Kind = "speak.nudge";

    private const int Most = 90;

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        if (await tables.Find<NudgeRow>(thing.CellId, NudgeRow.KeyOf(null), cancel) is not { Row.Meetings: var meetings }
            || await Find(book, thing, now, cancel) is not { } meeting)
        {
            return new DueStep.Drop("CalledOff");
        }

        var plans = new List<Change>();
        foreach (var (member, silent) in (await silences.Of(thing.CellId, now, cancel)).Take(Most))
        {
            if (silent >= meetings && member.IsCalled(meeting))
            {
                plans.Add(await schedule.Plan(thing.CellId, NudgePersonDue.Kind, $"{meeting.Id}|{member.Id}", now, cancel, thing.Payload));
            }
        }

        return new DueStep.Done(plans);
    }

    /// <summary>The meeting that the key names, if it still is to come, be it on another day.</summary>
    public static async Task<Event?> Find(RollBook book, DueThing thing, DateTimeOffset now, CancellationToken cancel) =>
        await book.FindEvent(thing.CellId, thing.Key.Split('|')[0], VietnamTime.DateOf(now), cancel) is { State: EventState.Planned } meeting && meeting.StartsAt > now
            ? meeting
            : null;
}

/// <summary>One member's nudge, in the own chat: nobody else learns of it.</summary>
internal sealed class NudgePersonDue(RollBook book, Mailing mailing, IPauses pauses, ITables tables) : IDueKind
{
    public const string Kind = "speak.nudge.to";

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        var memberId = thing.Key[(thing.Key.LastIndexOf('|') + 1)..];
        if (await NudgeDue.Find(book, thing, now, cancel) is not { } meeting
            || await tables.Find<NudgeRow>(thing.CellId, NudgeRow.KeyOf(null), cancel) is null
            || (await book.Members(thing.CellId, cancel)).FirstOrDefault(member => member.Id == memberId) is not { } member)
        {
            return new DueStep.Drop("CalledOff");
        }

        if (await tables.Find<NudgeRow>(thing.CellId, NudgeRow.KeyOf(memberId), cancel) is not null || await pauses.IsPaused(thing.CellId, memberId, now, cancel))
        {
            return new DueStep.Drop("Paused");
        }

        var quiet = ReminderRules.Book.InForce(VietnamTime.DateOf(now)).Rules.Quiet;
        if (quiet.IsQuiet(now))
        {
            // Only after the bot was down: the plan itself keeps away from these hours.
            return quiet.Next(now) is var morning && morning < meeting.StartsAt ? new DueStep.Again(morning) : new DueStep.Drop("TooLate");
        }

        return await mailing.ToMember(thing.CellId, member, cancel) is { } reach
            ? new DueStep.Post(reach.Conversation, new Outgoing.Card(NudgeCard.Nudge(RollWords.Line(meeting)), NudgeText.NudgeTitle)) { Person = reach.Person }
            : new DueStep.Drop("NotInstalled");
    }
}
