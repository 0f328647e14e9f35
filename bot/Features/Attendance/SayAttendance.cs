using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Attendance;

/// <summary>“Có mặt”, “em đến muộn”, or just “vang”: words for what the buttons do. They lead to the buttons; only a press writes.</summary>
internal sealed record SayAttendance(bool IsVang)
{
    public static SayAttendance? Of(Said said) => said.Core switch
    {
        // Without its marks it is “vắng” or “vâng”. With them it is clear, and “vâng” is no affair of a roll call.
        "vang" when !said.Text.Contains('â', StringComparison.OrdinalIgnoreCase) => new(!said.Text.Contains('ắ', StringComparison.OrdinalIgnoreCase)),
        "co mat" or "da co mat" or "diem danh" or "diem danh co mat" or "diem danh cho toi" or "bao co mat" or "den muon" or "den tre" or "se den muon" or "vang mat" => new(false),
        _ => null,
    };
}

internal sealed class SayAttendanceHandler(RollBook book, AbsenceForms forms) : IHandle<SayAttendance>
{
    public async Task<Reply> Handle(SayAttendance asked, Turn turn, CancellationToken cancel)
    {
        foreach (var roll in (await book.Rolls(turn.CellId, new DateRange(turn.Today.AddDays(-1), turn.Today), cancel)).Where(roll => roll.IsOpen(turn.At)))
        {
            var call = await book.Call(roll, turn.At, cancel);
            if (turn.Asker.MemberId is { } id && call.Find(id) is { } seat)
            {
                return asked.IsVang
                    ? Reply.Show(RollCards.Vang(roll.Id), AttendanceText.VangQuestion)
                    : Reply.Show(RollCards.Own(RollWords.View(roll, call.Sums, turn.At, [turn.Sender.TeamsId]), RollWords.Own(seat)), AttendanceText.Title);
            }
        }

        return asked.IsVang || await forms.For(turn, null, null, null, cancel) is null
            ? Reply.Say(AttendanceText.NoRoll)
            : Reply.Say(AttendanceText.NoRollButAbsence);
    }
}

/// <summary>“Xin vắng buổi ngày 3/12, đi công tác”.</summary>
internal sealed record SayAbsence(Slots Slots, AbsenceReason? Reason)
{
    private static readonly string[] Openings =
    [
        "xin vang", "xin phep vang", "xin nghi hop", "xin phep nghi hop", "xin nghi sinh hoat", "cho toi xin vang", "cho em xin vang", "cho minh xin vang", "bao vang", "xin duoc vang", "xin phep nghi",
    ];

    private static readonly (AbsenceReason Reason, string[] Words)[] Reasons =
    [
        (AbsenceReason.Duty, ["cong tac", "truc", "tiep cong dan", "di giam sat", "di khao sat"]),
        (AbsenceReason.Health, ["om", "benh", "suc khoe", "di kham", "nam vien"]),
        (AbsenceReason.Family, ["gia dinh", "dam cuoi", "dam gio", "viec nha", "dam tang", "con om"]),
        (AbsenceReason.Study, ["di hoc", "lop hoc", "di thi"]),
    ];

    public static SayAbsence? Of(Said said)
    {
        // The core has lost “xin”, which is a courtesy before most other words.
        if (!Array.Exists(Openings, opening => said.Plain.StartsWith(opening, StringComparison.Ordinal) || ("xin " + said.Core).StartsWith(opening, StringComparison.Ordinal))
            || said.Plain.Contains(" ai ", StringComparison.Ordinal) || said.Text.Contains('?', StringComparison.Ordinal))
        {
            return null;
        }

        var words = $" {said.Plain} ";
        var reason = Reasons.Where(reason => reason.Words.Any(word => words.Contains($" {word} ", StringComparison.Ordinal))).Select(reason => (AbsenceReason?)reason.Reason).LastOrDefault();
        return new(said.Reading.Requests is [var first, ..] ? first.Slots : Slots.None, reason);
    }
}

internal sealed class SayAbsenceHandler(AbsenceForms forms) : IHandle<SayAbsence>
{
    public async Task<Reply> Handle(SayAbsence asked, Turn turn, CancellationToken cancel)
    {
        var card = await forms.For(turn, Periods.Resolve(asked.Slots, turn.Today), null, asked.Reason, cancel)
            ?? await forms.For(turn, null, null, asked.Reason, cancel);
        return card is null ? Reply.Say(AttendanceText.NoMeetingToMiss) : Reply.Show(card, AttendanceText.AbsenceTitle);
    }
}

/// <summary>“Điểm danh giúp đ/c An”, “tất cả có mặt trừ An và Bình”, “bảng điểm danh”: to the clerk's list, with those chosen who are named.</summary>
internal sealed record SayDesk(string Plain)
{
    private static readonly string[] Openings =
    [
        "diem danh giup", "diem danh ho", "diem danh thay", "ghi co mat", "ghi vang", "ghi den muon", "tat ca co mat tru", "tat ca deu co mat tru", "tat ca co mat", "bang diem danh", "xem bang diem danh", "dong diem danh", "ket thuc diem danh",
    ];

    public static SayDesk? Of(Said said) =>
        Array.Exists(Openings, opening => said.Core == opening || said.Core.StartsWith(opening + " ", StringComparison.Ordinal)) && !said.Text.Contains('?', StringComparison.Ordinal)
            ? new(said.Plain)
            : null;
}

internal sealed class SayDeskHandler(RollBook book, RollDesk desk) : IHandle<SayDesk>
{
    private const int DaysBack = 45;

    public async Task<Reply> Handle(SayDesk asked, Turn turn, CancellationToken cancel)
    {
        var rolls = await book.Rolls(turn.CellId, new DateRange(turn.Today.AddDays(-DaysBack), turn.Today), cancel);
        if ((rolls.LastOrDefault(roll => roll.IsOpen(turn.At)) ?? (rolls is [.., var last] ? last : null)) is not { } roll)
        {
            return Reply.Say(AttendanceText.NoRoll);
        }

        if (!turn.Asker.MayRun(roll.Meeting))
        {
            return Reply.Say(AttendanceText.MayNotMark);
        }

        var called = (await book.Members(turn.CellId, cancel)).Where(member => member.IsCalled(roll.Meeting)).ToList();
        var (chosen, unclear) = NamesIn.Find(asked.Plain, called);
        var hint = unclear.Count > 0 ? AttendanceText.WhichOf(unclear.Select(member => member.Name)) : null;
        return Reply.Show(await desk.Card(roll, turn, cancel, chosen: [.. chosen.Select(member => member.Id)], hint: hint), AttendanceText.DeskTitle);
    }
}

/// <summary>The members that plain words name, by the whole name or, after a title or in a row, by the given name.</summary>
internal static class NamesIn
{
    private static readonly string[] Before = ["dc", "d c", "dong chi", "anh", "chi", "ong", "ba", "co", "chu", "bac", "em", "giup", "ho", "thay", "tru", "va", "cho", "mat", "vang", "muon"];

    /// <returns>Those who are meant for sure, and those of whom several have the name that was said.</returns>
    public static (IReadOnlyList<Member> Sure, IReadOnlyList<Member> Unclear) Find(string plain, IReadOnlyList<Member> members)
    {
        var text = $" {plain} ";
        List<Member> sure = [];
        List<Member> unclear = [];
        foreach (var same in members.GroupBy(member => GivenName(member)))
        {
            var whole = same.Where(member => text.Contains($" {Said.PlainOf(member.Name)} ", StringComparison.Ordinal)).ToList();
            if (whole.Count > 0)
            {
                sure.AddRange(whole);
            }
            else if (Array.Exists(Before, word => text.Contains($" {word} {same.Key} ", StringComparison.Ordinal)))
            {
                (same.Count() == 1 ? sure : unclear).AddRange(same);
            }
        }

        return (sure, unclear);
    }

    private static string GivenName(Member member) => Said.PlainOf(member.Name).Split(' ')[^1];
}
