using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Attendance;

/// <summary>Báo cáo điểm danh: member by member over the days that are meant, or one meeting's roll; reasons have no way into it.</summary>
internal sealed class AttendanceReport(CallsSought sought) : IReport
{
    public string Name => "attendance";

    public Act Act => Act.SeeAbsentees;

    public async Task<Report?> Make(ReportAsked asked, CancellationToken cancel)
    {
        var (days, calls) = await sought.Find(asked.CellId, asked.Slots, asked.Day, asked.At, cancel);
        var done = AskAttendanceRateHandler.Done(calls);
        return done.Sum(call => call.Sums.Summoned) == 0 ? null : Of(done, await sought.Members(asked.CellId, cancel), EventsText.Range(days.From, days.HasEnd ? days.To : null, asked.Day));
    }

    public static Report Of(IReadOnlyList<RollCall> calls, IEnumerable<Member> members, string range)
    {
        var (present, whole) = (calls.Sum(call => call.Sums.Present), calls.Sum(call => call.Sums.Summoned));
        IReadOnlyList<Fact> sums =
        [
            new(AttendanceText.RateTitle, AttendanceText.RateFigure(present, whole)),
            new(AttendanceText.Counted, AttendanceText.RateDetail(present, whole)),
            new(AttendanceText.Meetings, AttendanceText.MeetingsHeld(calls.Count)),
        ];
        if (calls is [var one])
        {
            return new(ReportText.Title("attendance", RollWords.Line(one.Meeting)), "diem-danh", ReportText.OneMeeting, sums, Numbered(one.Seats
                .Where(seat => seat.IsCounted || seat.IsThere)
                .OrderBy(seat => VietnameseNames.SortKey(seat.Member.Name), StringComparer.Ordinal)
                .Select(seat => (string[])[seat.Member.Name, AttendanceText.State(RollWords.Of(seat.State))])))
            {
                What = ReportText.WhatOfOneMeeting,
            };
        }

        return new(ReportText.Title("attendance", range), "diem-danh", ReportText.Attendance, sums, Numbered(members
            .OrderBy(member => VietnameseNames.SortKey(member.Name), StringComparer.Ordinal)
            .Select(member => Turnouts.Of(member, calls))
            .Where(member => member.Called > 0)
            .Select(Line)))
        {
            Notes = [.. calls.Select(call => ReportText.Sum(RollWords.Line(call.Meeting), AttendanceText.FigureWithRate(call.Sums.Present, call.Sums.Summoned)))],
        };
    }

    private static string[] Line(Turnouts member) =>
        [member.Member.Name, Number(member.Called), Number(member.Present), Number(member.Late), Number(member.Excused), Number(member.Absent), AttendanceText.RateFigure(member.Present, member.Called)];

    private static IReadOnlyList<IReadOnlyList<string>> Numbered(IEnumerable<string[]> lines) => [.. lines.Select((line, i) => (IReadOnlyList<string>)[Number(i + 1), .. line])];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
