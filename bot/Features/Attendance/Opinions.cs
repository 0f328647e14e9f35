using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Attendance;

/// <summary>“Góp ý trước cho cuộc họp”.</summary>
internal sealed record AskToOpine
{
    public static AskToOpine? Of(Said said) =>
        said.Core is "gop y truoc" or "gop y cho cuoc hop" or "gop y cho cuoc hop toi" or "gop y cuoc hop" or "gop y cuoc hop toi" or "gop y truoc cuoc hop" or "gop y truoc cuoc hop toi" or "gop y truoc cho cuoc hop" or "gop y truoc cho cuoc hop toi"
            or "gui gop y" or "gui gop y cuoc hop" or "gui y kien truoc cuoc hop" or "gop y cua toi" ? new() : null;
}

/// <summary>“Xem góp ý trước cuộc họp”: for the committee and the clerk.</summary>
internal sealed record AskOpinions
{
    public static AskOpinions? Of(Said said) =>
        said.Core is "xem gop y" or "xem gop y truoc" or "xem gop y cuoc hop" or "xem gop y truoc cuoc hop" or "xem cac gop y" or "tong hop gop y" or "tong hop gop y truoc cuoc hop" or "co gop y nao khong" or "co gop y gi khong" ? new() : null;
}

/// <summary>What was said beforehand, and who may say it.</summary>
internal sealed class Opinions(RollBook book, ITables tables)
{
    public const int Longest = 1000;
    public const int MostOfOne = 10;

    private const int DaysAhead = 62;
    private const int DaysBack = 7;
    private const int MostMeetings = 4;

    /// <summary>So many points of agendas the form offers; a meeting of which more are known can be spoken of as a whole.</summary>
    private const int MostPoints = 32;

    /// <summary>The coming meetings that call the member.</summary>
    public async Task<IReadOnlyList<Event>> Meetings(Turn turn, CancellationToken cancel)
    {
        var member = (await book.Members(turn.CellId, cancel)).FirstOrDefault(member => member.Id == turn.Asker.MemberId);
        return
        [
            .. (await book.Meetings(turn.CellId, new(turn.Today, turn.Today.AddDays(DaysAhead)), cancel))
                .Where(meeting => meeting.StartsAt > turn.At && member?.IsCalled(meeting) == true)
                .Take(MostMeetings),
        ];
    }

    /// <summary>The member's form; null where no meeting is to come.</summary>
    public async Task<AdaptiveCard?> Form(Turn turn, string? said, string? problem, string? about, string? text, CancellationToken cancel)
    {
        var meetings = await Meetings(turn, cancel);
        if (meetings.Count == 0)
        {
            return null;
        }

        var own = new List<(DateTimeOffset At, OwnOpinion Opinion)>();
        foreach (var meeting in meetings)
        {
            own.AddRange(from row in await Of(turn.CellId, meeting.Id, cancel)
                         where row.MemberId == turn.Asker.MemberId
                         select (row.At, new OwnOpinion($"{row.EventId}|{row.Id}", meeting.Title, row.Item, row.Text)));
        }

        var choices = meetings.SelectMany(meeting => meeting.Agenda
            .Take(MostPoints / meetings.Count)
            .Select((item, i) => new Choice(OpinionText.Item(i + 1, item.Text), $"{meeting.Id}|{KeyOf(item)}"))
            .DistinctBy(choice => choice.Value)
            .Prepend(new Choice(RollWords.Line(meeting), meeting.Id)));
        return OpinionCards.Form(new([.. choices], [.. own.OrderBy(one => one.At).Select(one => one.Opinion)]) { Said = said, Problem = problem, About = about ?? meetings[0].Id, Text = text, Longest = Longest });
    }

    /// <summary>What a point is called by in a form: its words, for its number may be another's when the form comes back.</summary>
    public static string KeyOf(AgendaItem item) => Fingerprint.Of(item.Text)[..8];

    public async Task<IReadOnlyList<OpinionRow>> Of(string cellId, string eventId, CancellationToken cancel) =>
        [.. (await tables.List<OpinionRow>(cellId, OpinionRow.Of(eventId), cancel)).Select(row => row.Row).OrderBy(row => row.At)];

    /// <summary>The next meeting about which something was said, or the last; null where there is none.</summary>
    public async Task<Event?> Next(string cellId, DateTimeOffset at, CancellationToken cancel)
    {
        var today = VietnamTime.DateOf(at);
        var spoken = (await tables.List<OpinionRow>(cellId, RowRange.StartingWith(OpinionRow.Prefix), cancel)).Select(row => row.Row.EventId).ToHashSet(StringComparer.Ordinal);
        var meetings = (await book.Meetings(cellId, new(today.AddDays(-DaysBack), today.AddDays(DaysAhead)), cancel)).Where(meeting => spoken.Contains(meeting.Id)).ToList();
        return meetings.Find(meeting => meeting.EndsAt > at) ?? (meetings is [.., var last] ? last : null);
    }

    /// <summary>Everything that was said about a meeting, from one of them on.</summary>
    public async Task<AdaptiveCard> List(string cellId, Event meeting, int from, CancellationToken cancel)
    {
        var members = (await book.Members(cellId, cancel)).ToDictionary(member => member.Id, member => member.Name, StringComparer.Ordinal);
        var rows = await Of(cellId, meeting.Id, cancel);
        return OpinionCards.List(
            new(RollRow.IdOf(meeting), RollWords.Line(meeting), [.. rows.Where(row => members.ContainsKey(row.MemberId)).Select(row => new OpinionView(members[row.MemberId], row.Item, row.Text))]), from);
    }

    /// <summary>The secretary's card comes a day before the meeting, or soon where that has passed; what is said later is seen on the same card.</summary>
    public static Task<Change> Tell(Schedule schedule, Turn turn, Event meeting, CancellationToken cancel) =>
        Tell(schedule, turn.CellId, meeting, turn.At, turn.Key, cancel);

    public static Task<Change> Tell(Schedule schedule, string cellId, Event meeting, DateTimeOffset now, string because, CancellationToken cancel)
    {
        var quiet = ReminderRules.Book.InForce(VietnamTime.DateOf(now)).Rules.Quiet;
        var before = quiet.Previous(meeting.StartsAt.AddDays(-1));
        var at = before > now ? before : now.AddMinutes(1);
        return schedule.Plan(cellId, OpinionsDue.Kind, meeting.Id, at, cancel, $"{RollRow.IdOf(meeting)}|{because}");
    }
}

/// <summary>A meeting that is moved takes along when its opinions are told.</summary>
internal sealed class OpinionPlans(Opinions opinions, Schedule schedule) : IMeetingPlans
{
    public async Task<IReadOnlyList<Change>> Plans(string cellId, Event meeting, DateTimeOffset now, CancellationToken cancel) =>
        (await opinions.Of(cellId, meeting.Id, cancel)).Count == 0 ? [] : [await Opinions.Tell(schedule, cellId, meeting, now, now.UtcTicks.ToString(CultureInfo.InvariantCulture), cancel)];
}

internal sealed class AskToOpineHandler(Opinions opinions) : IHandle<AskToOpine>
{
    public async Task<Reply> Handle(AskToOpine asked, Turn turn, CancellationToken cancel) =>
        await opinions.Form(turn, null, null, null, null, cancel) is { } card
            ? Reply.Show(card, OpinionText.Title)
            : Reply.Say(OpinionText.NoMeeting);
}

internal sealed class AskOpinionsHandler(Opinions opinions) : IHandle<AskOpinions>
{
    public async Task<Reply> Handle(AskOpinions asked, Turn turn, CancellationToken cancel) =>
        await opinions.Next(turn.CellId, turn.At, cancel) is { } meeting
            ? Reply.Show(await opinions.List(turn.CellId, meeting, 0, cancel), OpinionText.ListTitle)
            : Reply.Say(OpinionText.NoOpinions);
}

/// <summary>“Xem tiếp”.</summary>
internal sealed class ShowOpinions(Opinions opinions, ITables tables) : IHandle<MoreOpinionsForm>
{
    public async Task<Reply> Handle(MoreOpinionsForm form, Turn turn, CancellationToken cancel) =>
        RollRow.IsId(form.Event) && (await tables.Find<PartRow<Event>>(turn.CellId, PartRow<Event>.KeyOf(form.Event), cancel))?.Row.Part is { } meeting
            ? Reply.Replace(await opinions.List(turn.CellId, meeting, int.TryParse(form.From, NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0, cancel), OpinionText.ListTitle)
            : Reply.Notify(OpinionText.NoOpinions);
}

/// <summary>“Gửi góp ý” was pressed.</summary>
internal sealed class GiveOpinion(Opinions opinions, Schedule schedule, ITables tables) : IHandle<OpinionForm>
{
    public async Task<Reply> Handle(OpinionForm form, Turn turn, CancellationToken cancel)
    {
        var keys = (form.About ?? "").Split('|');
        if ((await opinions.Meetings(turn, cancel)).FirstOrDefault(meeting => meeting.Id == keys[0]) is not { } meeting)
        {
            return Reply.Notify(OpinionText.TooLate);
        }

        var length = form.Text?.Trim().Length ?? 0;
        if (length > Opinions.Longest || PlainText.Of(form.Text, Opinions.Longest) is not { } text)
        {
            return await Again(null, length > Opinions.Longest ? OpinionText.TooLong(length, Opinions.Longest) : OpinionText.Empty, form.About, form.Text);
        }

        if ((await opinions.Of(turn.CellId, meeting.Id, cancel)).Count(row => row.MemberId == turn.Asker.MemberId) >= Opinions.MostOfOne)
        {
            return await Again(null, OpinionText.Enough(Opinions.MostOfOne), form.About, form.Text);
        }

        var item = keys is [_, var point] ? meeting.Agenda.FirstOrDefault(one => Opinions.KeyOf(one) == point)?.Text : null;
        if (keys.Length > 1 && item is null)
        {
            return await Again(null, OpinionText.AgendaChanged, meeting.Id, form.Text);
        }

        var row = new OpinionRow(turn.CellId, meeting.Id, turn.Asker.MemberId!, turn.Key, text) { At = turn.At, Item = item };
        await tables.Commit([Change.Add(row), Change.Add(InboxRow.Of(turn)), await Opinions.Tell(schedule, turn, meeting, cancel)], cancel);
        return await Again(OpinionText.Given(text.Length, Opinions.Longest), null, form.About, null);

        async Task<Reply> Again(string? said, string? problem, string? about, string? written) =>
            await opinions.Form(turn, said, problem, about, written, cancel) is { } card ? Reply.Replace(card, OpinionText.Title) : Reply.Notify(OpinionText.TooLate);
    }
}

/// <summary>“Rút góp ý” was pressed, before the meeting: its words are gone for everybody.</summary>
internal sealed class WithdrawOpinion(Opinions opinions, Schedule schedule, ITables tables) : IHandle<WithdrawOpinionForm>
{
    public async Task<Reply> Handle(WithdrawOpinionForm form, Turn turn, CancellationToken cancel)
    {
        if (form.Opinion?.Split('|') is not [var eventId, var id] || (await opinions.Meetings(turn, cancel)).FirstOrDefault(meeting => meeting.Id == eventId) is not { } meeting)
        {
            return Reply.Notify(form.Opinion is null ? OpinionText.ChooseOne : OpinionText.TooLate);
        }

        // Only one's own has such a key.
        if ((await opinions.Of(turn.CellId, eventId, cancel)).Any(row => row.MemberId == turn.Asker.MemberId && row.Id == id)
            && await tables.Find<OpinionRow>(turn.CellId, OpinionRow.KeyOf(eventId, turn.Asker.MemberId!, id), cancel) is { } row)
        {
            await tables.Commit([Change.Delete(row.Row, row.ETag), Change.Add(InboxRow.Of(turn)), await Opinions.Tell(schedule, turn, meeting, cancel)], cancel);
        }

        return Reply.Replace((await opinions.Form(turn, OpinionText.Withdrawn, null, eventId, null, cancel))!, OpinionText.Title);
    }
}

/// <summary>Shows the secretary, in the own chat, what was said beforehand: one card a meeting, changed where it stands.</summary>
internal sealed class OpinionsDue(RollBook book, Opinions opinions, Mailing mailing) : IDueKind
{
    public const string Kind = "opinions";

    private static readonly TimeSpan Later = TimeSpan.FromMinutes(30);

    public string Name => Kind;

    public async Task<DueStep> Decide(DueThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        var today = VietnamTime.DateOf(now);
        if (await book.FindEvent(thing.CellId, thing.Key, today.AddDays(-1), cancel) is not { State: EventState.Planned } meeting || meeting.EndsAt <= now)
        {
            return new DueStep.Drop("CalledOff");
        }

        if (thing.MessageId is null && (await opinions.Of(thing.CellId, meeting.Id, cancel)).Count == 0)
        {
            return new DueStep.Drop("NothingToSay");
        }

        var message = new Outgoing.Card(await opinions.List(thing.CellId, meeting, 0, cancel), OpinionText.ListTitle);
        var reach = await mailing.ToSecretary(thing.CellId, await book.Members(thing.CellId, cancel), today, cancel);
        if (thing is { MessageId: { } messageId, PostedIn: { } chat })
        {
            // What was withdrawn must go from the card, so this waits rather than gives up.
            return reach is { Conversation: var near }
                ? new DueStep.Renew(near with { Id = chat, Place = Place.Personal, TeamId = null, ChannelId = null }, messageId, message)
                : new DueStep.Again(now + Later);
        }

        var quiet = ReminderRules.Book.InForce(today).Rules.Quiet;
        if (quiet.IsQuiet(now) && quiet.Next(now) is var morning && morning < meeting.StartsAt)
        {
            return new DueStep.Again(morning);
        }

        return reach is null ? new DueStep.Drop("NotInstalled") : new DueStep.Post(reach.Conversation, message) { Person = reach.Person };
    }
}
