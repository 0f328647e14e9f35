using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Attendance;

/// <summary>“Kỳ sinh hoạt vừa qua có bao nhiêu đồng chí dự?”, “đủ hai phần ba chưa?”</summary>
internal sealed record AskAttendanceCount(Slots Slots)
{
    public static AskAttendanceCount Of(Request request) => new(request.Slots);
}

/// <summary>“Buổi họp vừa rồi vắng ai?”, “ai chưa điểm danh?”</summary>
internal sealed record AskAttendanceAbsent(Slots Slots)
{
    public static AskAttendanceAbsent Of(Request request) => new(request.Slots);
}

/// <summary>Finds the meeting that a question about attendance means.</summary>
internal sealed class MeetingSought(RollBook book)
{
    private const int DaysBack = 400;
    private const int DaysAhead = 92;

    /// <summary>The meeting with its roll call; the roll call is null where none was opened.</summary>
    public async Task<(Event? Meeting, RollRow? Roll)> Find(Slots slots, Turn turn, CancellationToken cancel)
    {
        var ahead = slots.Text("meeting") == "next" || (slots.Text("state") == "announced_absent" && slots.Text("meeting") != "last");
        var named = ahead ? Periods.Resolve(slots, turn.Today) : Sought.Past(slots, turn.Today);
        var days = named ?? (ahead ? new DateRange(turn.Today, turn.Today.AddDays(DaysAhead)) : new DateRange(turn.Today.AddDays(-DaysBack), turn.Today));
        var meetings = Sought.Fitting(await book.Meetings(turn.CellId, days, cancel), slots).ToList();
        var rolls = (await book.Rolls(turn.CellId, days, cancel)).ToDictionary(roll => roll.Meeting.Id, StringComparer.Ordinal);
        IReadOnlySet<string> asked = ahead ? await book.AskedToMiss(turn.CellId, cancel) : new HashSet<string>();
        var meeting = ahead ? meetings.Find(meeting => meeting.EndsAt > turn.At && asked.Contains(meeting.Id)) ?? meetings.Find(meeting => meeting.EndsAt > turn.At)
            : slots.Text("meeting") == "last" ? meetings.FindLast(meeting => meeting.EndsAt <= turn.At || rolls.GetValueOrDefault(meeting.Id)?.IsOpen(turn.At) == false) ?? meetings.FindLast(meeting => meeting.StartsAt <= turn.At)
            : meetings.FindLast(meeting => rolls.TryGetValue(meeting.Id, out var roll) && roll.IsOpen(turn.At))
                ?? meetings.FindLast(meeting => rolls.ContainsKey(meeting.Id))
                ?? meetings.FindLast(meeting => meeting.StartsAt <= turn.At);
        return (meeting, meeting is null ? null : rolls.GetValueOrDefault(meeting.Id));
    }

    /// <summary>How everybody stands in it; before the roll call, by what was asked beforehand.</summary>
    public Task<RollCall> Call(Event meeting, RollRow? roll, Turn turn, CancellationToken cancel) => book.Call(
        roll ?? new RollRow(turn.CellId, meeting) { OpenedAt = turn.At, OpenedBy = "", ClosesAt = turn.At.AddDays(1) },
        turn.At,
        cancel);
}

internal sealed class AskAttendanceCountHandler(MeetingSought sought, MeetingRulebook rules) : IHandle<AskAttendanceCount>
{
    public async Task<Reply> Handle(AskAttendanceCount asked, Turn turn, CancellationToken cancel)
    {
        var (meeting, roll) = await sought.Find(asked.Slots, turn, cancel);
        if (meeting is null)
        {
            return Reply.Say(AttendanceText.NoSuchMeeting, Audience.Everyone);
        }

        var announced = asked.Slots.Text("state") == "announced_absent";
        if (roll is null && !announced)
        {
            return Reply.Say($"{RollWords.Line(meeting)}: {AttendanceText.NoAttendanceOf}", Audience.Everyone);
        }

        var call = await sought.Call(meeting, roll, turn, cancel);
        var card = AttendanceCards.Answer(Sums(call, Figure(asked.Slots, call, announced), (await rules.Find(turn.CellId, meeting.Date, cancel))?.Source));
        return Reply.Show(card, card.FallbackText!, Audience.Everyone);
    }

    /// <summary>The sums of a meeting, under the number that was asked for.</summary>
    public static AttendanceView Sums(RollCall call, string figure, string? source) => new(RollWords.Line(call.Meeting), figure, AttendanceText.Source(source))
    {
        Facts =
        [
            new(AttendanceText.Called, AttendanceText.People(call.Sums.Summoned)),
            new(AttendanceText.Present, AttendanceText.People(call.Sums.Present)),
            new(AttendanceText.Late, AttendanceText.People(call.Sums.Late)),
            new(AttendanceText.Excused, AttendanceText.People(call.Sums.Excused)),
            new(AttendanceText.Absent, AttendanceText.People(call.Sums.Absent)),
            .. call.Sums.Open > 0 ? [new Fact(AttendanceText.NotMarked, AttendanceText.People(call.Sums.Open))] : Array.Empty<Fact>(),
            .. call.Sums.Beside > 0 ? [new Fact(AttendanceText.Guests, AttendanceText.People(call.Sums.Beside))] : Array.Empty<Fact>(),
        ],
    };

    private static string Figure(Slots slots, RollCall call, bool announced) => (slots.Text("want"), slots.Text("state")) switch
    {
        _ when announced => AttendanceText.AnnouncedAbsent(call.Expected.Count(seat => seat.Absence is { State: not AbsenceState.Declined })),
        (_, "not_checked_in") => AttendanceText.Labelled(AttendanceText.NotMarked, call.Sums.Open),
        ("late", _) or (_, "late") => AttendanceText.Labelled(AttendanceText.Late, call.Sums.Late),
        ("absent", _) when slots.Has("excused") && slots.Flag("excused") => AttendanceText.Labelled(AttendanceText.Excused, call.Sums.Excused),
        ("absent", _) when slots.Has("excused") => AttendanceText.Labelled(AttendanceText.Absent, call.Sums.Absent),
        ("absent", _) => AttendanceText.AbsentOf(call.Sums.Excused + call.Sums.Absent, call.Sums.Summoned),
        _ => AttendanceText.FigureWithRate(call.Sums.Present, call.Sums.Summoned),
    };
}

internal sealed class AskAttendanceAbsentHandler(MeetingSought sought, MeetingRulebook rules) : IHandle<AskAttendanceAbsent>
{
    public async Task<Reply> Handle(AskAttendanceAbsent asked, Turn turn, CancellationToken cancel)
    {
        var (meeting, roll) = await sought.Find(asked.Slots, turn, cancel);
        if (meeting is null)
        {
            return Reply.Say(AttendanceText.NoSuchMeeting, Audience.Everyone);
        }

        var announced = asked.Slots.Text("state") == "announced_absent";
        if (roll is null && !announced)
        {
            return Reply.Say($"{RollWords.Line(meeting)}: {AttendanceText.NoAttendanceOf}", Audience.Everyone);
        }

        var call = await sought.Call(meeting, roll, turn, cancel);
        var meant = call.Expected.Where(seat => IsMeant(seat, asked.Slots, announced, isOpen: roll?.IsOpen(turn.At) == true)).ToList();
        var view = AskAttendanceCountHandler.Sums(
            call, AttendanceText.Labelled(Title(asked.Slots, announced), meant.Count), (await rules.Find(turn.CellId, meeting.Date, cancel))?.Source);
        if (!turn.Asker.May(Act.SeeAbsentees))
        {
            var sums = AttendanceCards.Answer(view with { Hint = AttendanceText.NamesAreForCommittee });
            return Reply.Show(sums, sums.FallbackText!, Audience.Everyone);
        }

        // Names are for the asker alone, wherever the question was asked.
        var names = AttendanceCards.Answer(view with
        {
            Lines = [.. meant
                .OrderBy(seat => VietnameseNames.SortKey(seat.Member.Name), StringComparer.Ordinal)
                .Select(seat => AttendanceText.Named(
                    seat.Member.Name,
                    seat.State is SeatState.Open && seat.Absence is { } waiting ? AttendanceText.OwnAbsenceShort(AttendanceText.Decided(RollWords.Of(waiting.State))) : AttendanceText.State(RollWords.Of(seat.State)),
                    turn.Asker.May(Act.DecideAbsence) && seat.Absence?.Reason is { } reason ? AttendanceText.ReasonOf(reason.ToString()) : null))],
            Hint = meant.Count == 0 ? AttendanceText.Nobody : null,
        });
        return Reply.Show(names, names.FallbackText!);
    }

    private static bool IsMeant(Seat seat, Slots slots, bool announced, bool isOpen) => slots.Text("state") switch
    {
        _ when announced => seat.Absence is { State: not AbsenceState.Declined },
        "late" => seat.State == SeatState.Late,
        "not_checked_in" => seat.State == SeatState.Open || (!isOpen && seat is { State: SeatState.Absent, Mark: null }),
        _ when slots.Has("excused") => seat.State == (slots.Flag("excused") ? SeatState.Excused : SeatState.Absent),
        _ => seat.State is SeatState.Excused or SeatState.Absent or SeatState.Open,
    };

    private static string Title(Slots slots, bool announced) => slots.Text("state") switch
    {
        _ when announced => AttendanceText.AskAbsence,
        "late" => AttendanceText.Late,
        "not_checked_in" => AttendanceText.NotMarked,
        _ when slots.Has("excused") => slots.Flag("excused") ? AttendanceText.Excused : AttendanceText.Absent,
        _ => AttendanceText.AbsentAll,
    };
}
