namespace ChiBoBot.Features.Cells;

/// <summary>Who was at a meeting, as its rows say. Pure: every number about attendance comes from here, every denominator from <see cref="Counting"/>.</summary>
internal sealed record RollCall(Event Meeting, RollRow? Roll, IReadOnlyList<Seat> Seats)
{
    /// <param name="closed">Whether whoever has no mark counts as absent: the roll call is closed.</param>
    public static RollCall Of(Event meeting, RollRow? roll, IEnumerable<Member> members, IEnumerable<MarkRow> marks, IEnumerable<AbsenceRow> absences, bool closed)
    {
        var marked = marks.ToDictionary(mark => mark.MemberId, StringComparer.Ordinal);
        var asked = absences.Where(absence => absence.State != AbsenceState.Withdrawn).ToDictionary(absence => absence.MemberId, StringComparer.Ordinal);
        return new(meeting, roll,
        [
            .. from member in members
               where member.IsCalled(meeting)
               let mark = marked.GetValueOrDefault(member.Id)
               let absence = asked.GetValueOrDefault(member.Id)
               select new Seat(member, member.StandingOn(meeting.Date), StateOf(mark, absence, closed)) { Mark = mark, Absence = absence },
        ]);
    }

    /// <summary>The same with these marks on top.</summary>
    public RollCall Marked(IEnumerable<MarkRow> marks)
    {
        var marked = marks.ToDictionary(mark => mark.MemberId, StringComparer.Ordinal);
        return this with
        {
            Seats = [.. Seats.Select(seat => marked.TryGetValue(seat.Member.Id, out var mark) ? seat with { State = StateOf(mark.Mark), Mark = mark } : seat)],
        };
    }

    /// <summary>Those who are expected: the whole of every ratio.</summary>
    public IEnumerable<Seat> Expected => Seats.Where(seat => seat.Standing.Counts(CountedIn.Attendance));

    public int Summoned => Expected.Count();

    /// <summary>Who is there, on time or late.</summary>
    public int Present => Expected.Count(seat => seat.IsThere);

    public int Late => Count(SeatState.Late);

    public int Excused => Count(SeatState.Excused);

    public int Absent => Count(SeatState.Absent);

    /// <summary>Nothing is known of them yet.</summary>
    public int Open => Count(SeatState.Open);

    /// <summary>Those who came though they aren't counted, e.g. exempt members.</summary>
    public int Beside => Seats.Count(seat => seat.IsThere && !seat.Standing.Counts(CountedIn.Attendance));

    public int Count(SeatState state) => Expected.Count(seat => seat.State == state);

    public Seat? Find(string memberId) => Seats.FirstOrDefault(seat => seat.Member.Id == memberId);

    /// <summary>Số thành viên of a vote at this meeting: of the official members called, those exempt or elsewhere only where they are there.</summary>
    public int VotingBase() => Counting.VotingBase(
        Seats.Select(seat => seat.Member),
        Meeting.Date,
        Seats.Where(seat => seat.IsThere).Select(seat => seat.Member.Id).ToHashSet(StringComparer.Ordinal));

    public static SeatState StateOf(Mark mark) => mark switch
    {
        Mark.Present => SeatState.Present,
        Mark.Late => SeatState.Late,
        Mark.Excused => SeatState.Excused,
        _ => SeatState.Absent,
    };

    private static SeatState StateOf(MarkRow? mark, AbsenceRow? absence, bool closed) => mark is not null ? StateOf(mark.Mark)
        : absence?.State == AbsenceState.Approved ? SeatState.Excused
        : closed ? SeatState.Absent
        : SeatState.Open;
}

/// <summary>One member who is called to a meeting.</summary>
internal sealed record Seat(Member Member, Standing Standing, SeatState State)
{
    /// <summary>What was pressed; null where nobody did.</summary>
    public MarkRow? Mark { get; init; }

    /// <summary>What the member asked beforehand.</summary>
    public AbsenceRow? Absence { get; init; }

    public bool IsThere => State is SeatState.Present or SeatState.Late;
}

/// <summary>How somebody stands in a roll call.</summary>
internal enum SeatState
{
    /// <summary>Not marked yet.</summary>
    Open,
    Present,
    Late,
    Excused,
    Absent,
}
