using System.Collections.Concurrent;
using System.Collections.Frozen;
using ChiBoBot.Features.Cells;

namespace ChiBoBot.Features.Attendance;

/// <summary>An open roll call as an instance has it at hand for some seconds: everybody's place, and the marks as they come in. Nobody counts the whole store anew for each press.</summary>
internal sealed class RollBoard(RollCall call, IEnumerable<MarkRow> marks)
{
    private readonly FrozenDictionary<string, Seat> _seats = call.Seats.ToFrozenDictionary(seat => seat.Member.Id, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MarkRow> _marks = new(marks.Select(mark => KeyValuePair.Create(mark.MemberId, mark)), StringComparer.Ordinal);

    public bool Calls(string memberId) => _seats.ContainsKey(memberId);

    /// <summary>Notes what stands for a member, if nothing newer is known.</summary>
    public void Note(MarkRow mark) => _marks.AddOrUpdate(mark.MemberId, static (_, now) => now, static (_, was, now) => now.At >= was.At ? now : was, mark);

    /// <summary>One member's place with that mark.</summary>
    public Seat Seat(MarkRow mark) => _seats[mark.MemberId] with { State = RollCall.StateOf(mark.Mark), Mark = mark };

    public RollSums Sums()
    {
        var sums = default(RollSums);
        foreach (var (memberId, seat) in _seats)
        {
            sums = sums.With(seat, _marks.TryGetValue(memberId, out var mark) ? RollCall.StateOf(mark.Mark) : seat.State);
        }

        return sums;
    }
}
