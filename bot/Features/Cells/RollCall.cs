namespace ChiBoBot.Features.Cells;

/// <summary>Who was at a meeting, as its rows say. Pure: every number about attendance comes from here, every denominator from <see cref="Counting"/>.</summary>
internal sealed record RollCall(Event Meeting, RollRow? Roll, IReadOnlyList<Seat> Seats)
{
    /// <param name="closed">Whether whoever has no mark counts as absent: the roll call is closed.</param>
    public static RollCall Of(Event meeting, RollRow? roll, IEnumerable<Member> members, IEnumerable<MarkRow> marks, IEnumerable<AbsenceRow> absences, bool closed)
    {
        var marked = marks.ToDictionary(mark => mark.MemberId, StringComparer.Ordinal);
        var asked = absences.Where(absence => absence.Holds(meeting)).ToDictionary(absence => absence.MemberId, StringComparer.Ordinal);
        return new(meeting, roll,
        [
            .. from member in members
               where member.IsCalled(meeting)
               let mark = marked.GetValueOrDefault(member.Id)
               let absence = asked.GetValueOrDefault(member.Id)
               select new Seat(member, member.StandingOn(meeting.Date), StateOf(mark, absence, closed)) { Mark = mark, Absence = absence },
        ]);
    }

    /// <summary>Those who are expected: the whole of every ratio.</summary>
    public IEnumerable<Seat> Expected => Seats.Where(seat => seat.IsCounted);

    /// <summary>All numbers, in one look.</summary>
    public RollSums Sums => RollSums.Of(Seats);

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
    /// <summary>Whether the member counts in the meeting's numbers.</summary>
    public bool IsCounted { get; } = Standing.Counts(CountedIn.Attendance);

    /// <summary>What was pressed; null where nobody did.</summary>
    public MarkRow? Mark { get; init; }

    /// <summary>What the member asked beforehand.</summary>
    public AbsenceRow? Absence { get; init; }

    public bool IsThere => State is SeatState.Present or SeatState.Late;
}

/// <summary>A roll call in numbers, of those who are expected.</summary>
/// <param name="Summoned">The whole.</param>
/// <param name="Present">Who is there, on time or late.</param>
/// <param name="Open">Nothing is known of them yet.</param>
/// <param name="Beside">Those who came though they aren't counted, e.g. exempt members.</param>
internal readonly record struct RollSums(int Summoned, int Present, int Late, int Excused, int Absent, int Open, int Beside)
{
    public static RollSums Of(IReadOnlyList<Seat> seats)
    {
        var sums = default(RollSums);
        for (var i = 0; i < seats.Count; i++)
        {
            sums = sums.With(seats[i], seats[i].State);
        }

        return sums;
    }

    /// <summary>The sums with one more seat, as it stands in that state.</summary>
    public RollSums With(Seat seat, SeatState state)
    {
        if (!seat.IsCounted)
        {
            return state is SeatState.Present or SeatState.Late ? this with { Beside = Beside + 1 } : this;
        }

        var sums = this with { Summoned = Summoned + 1 };
        return state switch
        {
            SeatState.Present => sums with { Present = Present + 1 },
            SeatState.Late => sums with { Present = Present + 1, Late = Late + 1 },
            SeatState.Excused => sums with { Excused = Excused + 1 },
            SeatState.Absent => sums with { Absent = Absent + 1 },
            _ => sums with { Open = Open + 1 },
        };
    }
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
