using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Attendance;

/// <summary>“Từ đầu năm tôi vắng mấy buổi?”, “hôm qua tôi có được ghi có mặt không?”</summary>
internal sealed record AskOwnAttendance(Slots Slots)
{
    public static AskOwnAttendance Of(Request request) => new(request.Slots);
}

/// <summary>“Đồng chí Trí tháng trước đi họp mấy buổi?”</summary>
internal sealed record AskPersonAttendance(Slots Slots)
{
    public static AskPersonAttendance Of(Request request) => new(request.Slots);
}

/// <summary>“Tỷ lệ dự sinh hoạt quý II”, “so với quý trước thì sao?”</summary>
internal sealed record AskAttendanceRate(Slots Slots)
{
    public static AskAttendanceRate Of(Request request) => new(request.Slots);
}

/// <summary>“Ai vắng nhiều nhất quý này?”, “có ai vắng ba buổi liên tiếp không?”</summary>
internal sealed record AskAttendanceRanking(Slots Slots)
{
    public static AskAttendanceRanking Of(Request request) => new(request.Slots);
}

/// <summary>The roll calls of the time that a question means.</summary>
internal sealed class CallsSought(RollBook book)
{
    /// <summary>Of the named days, or of this year; of one meeting where one is meant.</summary>
    public Task<(DateRange Days, IReadOnlyList<RollCall> Calls)> Find(Slots slots, Turn turn, CancellationToken cancel) => Find(turn.CellId, slots, turn.Today, turn.At, cancel);

    public async Task<(DateRange Days, IReadOnlyList<RollCall> Calls)> Find(string cellId, Slots slots, DateOnly today, DateTimeOffset at, CancellationToken cancel)
    {
        var days = Sought.Past(slots, today) ?? DateRange.Year(today.Year);
        var calls = await Of(cellId, days, slots, at, cancel);
        return slots.Text("meeting") is "last" or "current" && calls.Count > 0 ? (days, [calls[^1]]) : (days, calls);
    }

    public async Task<IReadOnlyList<RollCall>> Of(string cellId, DateRange days, Slots slots, DateTimeOffset at, CancellationToken cancel) =>
        [.. (await book.Calls(cellId, days, at, cancel)).Where(call => Sought.Fitting([call.Meeting], slots).Any())];

    public ValueTask<IReadOnlyList<Member>> Members(string cellId, CancellationToken cancel) => book.Members(cellId, cancel);
}

/// <summary>One member over several roll calls.</summary>
internal sealed record Turnouts(Member Member, int Called, int Present, int Late, int Excused, int Absent)
{
    /// <summary>The longest row of meetings missed, one after another.</summary>
    public int InARow { get; init; }

    public int Missed => Excused + Absent;

    public static Turnouts Of(Member member, IEnumerable<RollCall> calls)
    {
        var seats = calls
            .Select(call => call.Find(member.Id))
            .OfType<Seat>()
            .Where(seat => seat.IsCounted && seat.State != SeatState.Open)
            .ToList();
        int Count(SeatState state) => seats.Count(seat => seat.State == state);
        var (row, longest) = (0, 0);
        foreach (var seat in seats)
        {
            row = seat.IsThere ? 0 : row + 1;
            longest = Math.Max(longest, row);
        }

        return new(member, seats.Count, seats.Count(seat => seat.IsThere), Count(SeatState.Late), Count(SeatState.Excused), Count(SeatState.Absent)) { InARow = longest };
    }
}

internal sealed class AskOwnAttendanceHandler(CallsSought sought) : IHandle<AskOwnAttendance>
{
    public async Task<Reply> Handle(AskOwnAttendance asked, Turn turn, CancellationToken cancel) =>
        (await sought.Members(turn.CellId, cancel)).FirstOrDefault(member => member.Id == turn.Asker.MemberId) is { } member
            ? await PersonAnswer.For(member, AttendanceText.OwnTitle, asked.Slots, sought, turn, seesReasons: true, cancel)
            : Reply.Say(AttendanceText.Unknown);
}

internal sealed class AskPersonAttendanceHandler(CallsSought sought) : IHandle<AskPersonAttendance>
{
    public async Task<Reply> Handle(AskPersonAttendance asked, Turn turn, CancellationToken cancel)
    {
        var members = (await sought.Members(turn.CellId, cancel)).Where(member => member.IsIn(turn.Today)).ToList();
        var named = asked.Slots.Texts("person") is [var name, ..]
            ? members.Where(member => name == "self" ? member.Id == turn.Asker.MemberId
                : asked.Slots.Flag("ambiguous") ? member.Name.EndsWith(name, StringComparison.OrdinalIgnoreCase)
                : string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)).ToList()
            : Holders(asked.Slots.Text("post"), members, turn.Today);
        if (named.Count > 1)
        {
            return Reply.Say(AttendanceText.WhichOf(named.Select(member => member.Name)));
        }

        if (named is not [var person])
        {
            return Reply.Say(AttendanceText.Unknown);
        }

        return person.Id == turn.Asker.MemberId || turn.Asker.May(Act.SeeAbsentees)
            ? await PersonAnswer.For(person, person.Name, asked.Slots, sought, turn, seesReasons: person.Id == turn.Asker.MemberId || turn.Asker.May(Act.DecideAbsence), cancel)
            : Reply.Say(AttendanceText.PersonIsForCommittee);
    }

    private static List<Member> Holders(string? post, List<Member> members, DateOnly day) =>
        post is not null && Enum.TryParse<Post>(post.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var sought)
            ? [.. members.Where(member => member.PostsOn(day).Contains(sought))]
            : [];
}

/// <summary>How one member attended, for those who may know.</summary>
internal static class PersonAnswer
{
    private const int MostLines = 12;

    public static async Task<Reply> For(Member member, string title, Slots slots, CallsSought sought, Turn turn, bool seesReasons, CancellationToken cancel)
    {
        var (days, calls) = await sought.Find(slots, turn, cancel);
        var seats = calls.Select(call => (Call: call, Seat: call.Find(member.Id))).Where(one => one.Seat is not null).ToList();
        if (seats.Count == 0)
        {
            return Reply.Say($"{EventsText.Range(days.From, days.HasEnd ? days.To : null, turn.Today)}: {AttendanceText.NoAttendance}");
        }

        // “Did I come?”, of no named time, is about the last meeting.
        if (slots.Texts("field") is ["status" or "reason" or "excused"] && Sought.Past(slots, turn.Today) is null)
        {
            seats = [seats[^1]];
        }

        var sums = Turnouts.Of(member, seats.Select(one => one.Call));
        var single = seats.Count == 1 && slots.Texts("field") is not ["absent_count" or "present_count" or "late_count" or "rate", ..] ? seats[0].Seat! : null;
        var card = AttendanceCards.Answer(new(title, single is not null ? AttendanceText.StateTitle(RollWords.Of(single.State)) : Figure(slots, sums), AttendanceText.Source(RollWords.Rules(turn.Today)))
        {
            Facts = single is not null ? [new(AttendanceText.Meeting, RollWords.Line(seats[0].Call.Meeting))] :
            [
                new(AttendanceText.When, EventsText.Range(days.From, days.HasEnd ? days.To : null, turn.Today)),
                new(AttendanceText.Called, AttendanceText.Times(sums.Called)),
                new(AttendanceText.Present, AttendanceText.Times(sums.Present)),
                new(AttendanceText.Late, AttendanceText.Times(sums.Late)),
                new(AttendanceText.Excused, AttendanceText.Times(sums.Excused)),
                new(AttendanceText.Absent, AttendanceText.Times(sums.Absent)),
            ],
            Lines = [.. (single is not null ? seats : seats.Where(one => !one.Seat!.IsThere)).TakeLast(MostLines).Select(one => AttendanceText.Named(
                RollWords.Line(one.Call.Meeting),
                AttendanceText.State(RollWords.Of(one.Seat!.State)),
                seesReasons && one.Seat.Absence?.Reason is { } reason ? AttendanceText.ReasonOf(reason.ToString()) : null))],
        });
        return Reply.Show(card, card.FallbackText!);
    }

    private static string Figure(Slots slots, Turnouts sums) => (slots.Texts("field") is [var first, ..] ? first : null) switch
    {
        "present_count" => AttendanceText.TimesOf(AttendanceText.Present, sums.Present, sums.Called),
        "late_count" => AttendanceText.TimesOf(AttendanceText.Late, sums.Late, sums.Called),
        "rate" when sums.Called > 0 => AttendanceText.RateFigure(sums.Present, sums.Called),
        _ => AttendanceText.TimesOf(AttendanceText.AbsentAll, sums.Missed, sums.Called),
    };
}

internal sealed class AskAttendanceRateHandler(CallsSought sought, MeetingRulebook rules) : IHandle<AskAttendanceRate>
{
    public async Task<Reply> Handle(AskAttendanceRate asked, Turn turn, CancellationToken cancel)
    {
        var (days, calls) = await sought.Find(asked.Slots, turn, cancel);
        var range = EventsText.Range(days.From, days.HasEnd ? days.To : null, turn.Today);
        var done = Done(calls);
        var (present, whole) = Sum(done, asked.Slots);
        if (whole == 0)
        {
            return Reply.Say($"{range}: {AttendanceText.NoAttendance}", Audience.Everyone);
        }

        var facts = new List<Fact>
        {
            new(AttendanceText.Counted, AttendanceText.RateDetail(present, whole)),
            new(AttendanceText.Meetings, AttendanceText.MeetingsHeld(done.Count)),
        };
        if (asked.Slots.Text("compare") is { } compared && Sought.Past(Slots.Of("period", compared), turn.Today) is { } other)
        {
            var (there, called) = Sum(Done(await sought.Of(turn.CellId, other, asked.Slots, turn.At, cancel)), asked.Slots);
            facts.Add(new(EventsText.Range(other.From, other.HasEnd ? other.To : null, turn.Today), called == 0 ? AttendanceText.NoAttendance : AttendanceText.RateFigure(there, called)));
        }

        if (asked.Slots.Texts("group_by").Contains("month") || asked.Slots.Text("group_by") == "month")
        {
            facts.AddRange(done.GroupBy(call => (call.Meeting.Date.Year, call.Meeting.Date.Month)).Select(month =>
            {
                var (there, called) = Sum([.. month], asked.Slots);
                return new Fact(EventsText.Range(new(month.Key.Year, month.Key.Month, 1), new DateOnly(month.Key.Year, month.Key.Month, 1).AddMonths(1).AddDays(-1), turn.Today), AttendanceText.RateFigure(there, called));
            }));
        }

        var title = done.Count == 1 ? RollWords.Line(done[0].Meeting) : $"{(asked.Slots.Text("want") == "absent" ? AttendanceText.AbsenceRateTitle : AttendanceText.RateTitle)} – {range}";
        var card = AttendanceCards.Answer(new(title, AttendanceText.RateFigure(present, whole), AttendanceText.Source((await rules.Find(turn.CellId, turn.Today, cancel))?.Source)) { Facts = facts });
        return Reply.Show(card, card.FallbackText!, Audience.Everyone);
    }

    /// <summary>What is still open isn't known yet; it counts only where it is all that is asked for.</summary>
    public static List<RollCall> Done(IReadOnlyList<RollCall> calls) =>
        calls.Count == 1 ? [.. calls] : [.. calls.Where(call => call.Sums.Open == 0)];

    private static (int Part, int Whole) Sum(List<RollCall> calls, Slots slots) => (
        calls.Sum(call => slots.Text("want") == "absent"
            ? slots.Has("excused") ? (slots.Flag("excused") ? call.Sums.Excused : call.Sums.Absent) : call.Sums.Excused + call.Sums.Absent
            : call.Sums.Present),
        calls.Sum(call => call.Sums.Summoned));
}

internal sealed class AskAttendanceRankingHandler(CallsSought sought, MeetingRulebook rules) : IHandle<AskAttendanceRanking>
{
    private const int Shown = 5;

    public async Task<Reply> Handle(AskAttendanceRanking asked, Turn turn, CancellationToken cancel)
    {
        var (days, calls) = await sought.Find(asked.Slots, turn, cancel);
        var range = EventsText.Range(days.From, days.HasEnd ? days.To : null, turn.Today);
        var order = asked.Slots.Text("order") ?? "most_absent";
        var pack = await rules.Find(turn.CellId, turn.Today, cancel);
        var least = asked.Slots.Number("min_absent") ?? (order == "consecutive_absent" ? pack?.Rules.AbsencesInARow ?? 3 : 0);
        var people = (await sought.Members(turn.CellId, cancel))
            .Where(member => member.IsIn(turn.Today))
            .Select(member => Turnouts.Of(member, calls))
            .Where(sums => sums.Called > 0)
            .ToList();
        if (people.Count == 0)
        {
            return Reply.Say($"{range}: {AttendanceText.NoAttendance}", Audience.Everyone);
        }

        var ranked = Ranked(people, order, least, asked.Slots.Number("top") ?? asked.Slots.Number("rank"));
        var view = new AttendanceView($"{AttendanceText.RankingTitle(order)} – {range}", AttendanceText.People(ranked.Count), AttendanceText.Source(pack?.Source))
        {
            Facts = [new(AttendanceText.Meetings, AttendanceText.MeetingsHeld(calls.Count))],
        };
        if (!turn.Asker.May(Act.SeeAbsentees))
        {
            var sums = AttendanceCards.Answer(view with { Hint = AttendanceText.NamesAreForCommittee });
            return Reply.Show(sums, sums.FallbackText!, Audience.Everyone);
        }

        var card = AttendanceCards.Answer(view with
        {
            Lines = [.. ranked.Select(sums => AttendanceText.Named(sums.Member.Name, Detail(sums, order), null))],
            Hint = ranked.Count == 0 ? AttendanceText.Nobody : null,
        });
        return Reply.Show(card, card.FallbackText!);
    }

    /// <summary>Those who come first, with all who are equal to the last of them.</summary>
    private static List<Turnouts> Ranked(List<Turnouts> people, string order, int least, int? top)
    {
        Func<Turnouts, double> key = order switch
        {
            "least_absent" or "zero_absent" => sums => -sums.Missed,
            "most_late" => sums => sums.Late,
            "consecutive_absent" => sums => sums.InARow,
            "lowest" => sums => -(double)sums.Present / sums.Called,
            "highest" => sums => (double)sums.Present / sums.Called,
            _ => sums => sums.Missed,
        };
        var fitting = people.Where(sums => order switch
        {
            "zero_absent" => sums.Missed == 0,
            "consecutive_absent" => sums.InARow >= least,
            "most_late" => sums.Late > 0,
            "least_absent" or "lowest" or "highest" => true,
            _ => sums.Missed >= Math.Max(1, least),
        });
        var ranked = fitting.OrderByDescending(key).ThenBy(sums => VietnameseNames.SortKey(sums.Member.Name), StringComparer.Ordinal).ToList();
        if (order is "zero_absent" or "consecutive_absent" || (least > 0 && top is null) || ranked.Count == 0)
        {
            return ranked;
        }

        // “The one who” may be several who are equal.
        var last = key(ranked[Math.Min(top ?? 1, ranked.Count) - 1]);
        var first = ranked.TakeWhile(sums => key(sums) >= last).ToList();
        return top is null && first.Count < Math.Min(Shown, ranked.Count) && order == "most_absent" ? [.. ranked.Take(Shown)] : first;
    }

    private static string Detail(Turnouts sums, string order) => order switch
    {
        "most_late" => AttendanceText.TimesOf(AttendanceText.Late, sums.Late, sums.Called),
        "consecutive_absent" => AttendanceText.InARow(sums.InARow),
        "lowest" or "highest" => AttendanceText.FigureWithRate(sums.Present, sums.Called),
        _ => AttendanceText.Missed(sums.Missed, sums.Excused, sums.Called),
    };
}
