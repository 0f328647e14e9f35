using System.CommandLine;
using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Commands;
using ChiBoBot.Features.Attendance;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;

namespace ChiBoBot.Tests.Features.Attendance;

/// <summary>What members wrote about a meeting is kept for twelve months; then a command erases it, and says so in the ledger. Who was excused stays.</summary>
public class MeetingWordsTests
{
    [Fact]
    public async Task Words_of_the_last_twelve_months_stay_and_without_apply_older_ones_too()
    {
        await using var talk = await Lived();

        Assert.EndsWith("Nothing is older.\n", await Run(talk, "2027-12-01", apply: true), StringComparison.Ordinal);
        Assert.EndsWith(
            "Opinions before meetings: 1 texts\nReasons for absence: 1 texts\nNothing is erased yet. Run it again with --apply; it can't be taken back.\n",
            await Run(talk, "2027-12-02", apply: false), StringComparison.Ordinal);

        Assert.Equal(2, (await Opinions(talk)).Count);
        Assert.All(await Absences(talk), absence => Assert.Equal((AbsenceReason.Health, "Đi khám"), (absence.Reason, absence.Note)));
    }

    [Fact]
    public async Task After_twelve_months_the_words_go_the_decision_stays_the_ledger_tells_and_a_second_run_finds_nothing()
    {
        await using var talk = await Lived();

        Assert.EndsWith(
            "Opinions before meetings: 1 texts erased\nReasons for absence: 1 texts erased\nGrades that were decided, who took part and who was excused, stay.\n",
            await Run(talk, "2027-12-02", apply: true), StringComparison.Ordinal);

        Assert.Equal("Đề nghị bàn kỹ mục 3.", Assert.Single(await Opinions(talk)).Text);
        var absences = (await Absences(talk)).ToDictionary(absence => absence.EventId);
        Assert.Equal((null, null, AbsenceState.Approved, "m02"), (absences["hop-12"].Reason, absences["hop-12"].Note, absences["hop-12"].State, absences["hop-12"].DecidedBy));
        Assert.Equal(AbsenceReason.Health, absences["hop-01"].Reason);
        var entry = Assert.Single(await talk.Tables.List<AuditRow>("hdnd", RowRange.StartingWith(AuditRow.Prefix), default)).Row;
        Assert.Equal(("m01", "xóa 1 góp ý trước cuộc họp và 1 lý do xin vắng, hết thời hạn lưu"), (entry.By, entry.What));
        Assert.Empty(entry.Changes);
        Assert.EndsWith("Nothing is older.\n", await Run(talk, "2027-12-02", apply: true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_words_than_one_commit_takes_go_all_the_same()
    {
        await using var talk = await Talk.Begin();
        foreach (var number in Enumerable.Range(0, 200))
        {
            await talk.Tables.Add(Opinion("hop-12", number.ToString(CultureInfo.InvariantCulture), "Góp ý.", "2026-12-01"), default);
        }

        Assert.Contains("Opinions before meetings: 200 texts erased\n", await Run(talk, "2028-01-01", apply: true), StringComparison.Ordinal);

        Assert.Empty(await Opinions(talk));
        Assert.Single(await talk.Tables.List<AuditRow>("hdnd", RowRange.StartingWith(AuditRow.Prefix), default));
    }

    /// <summary>m05 gave an opinion before two meetings, on 01/12/2026 and on 04/01/2027, and was excused from both.</summary>
    private static async Task<Talk> Lived()
    {
        var talk = await Talk.Begin();
        await talk.Tables.Add(Opinion("hop-12", "1", "Đề nghị họp ngắn hơn.", "2026-12-01"), default);
        await talk.Tables.Add(Opinion("hop-01", "2", "Đề nghị bàn kỹ mục 3.", "2027-01-04"), default);
        await talk.Tables.Add(Absence("hop-12", "2026-12-01"), default);
        await talk.Tables.Add(Absence("hop-01", "2027-01-04"), default);
        return talk;
    }

    private static OpinionRow Opinion(string meeting, string id, string text, string day) => new("hdnd", meeting, "m05", id, text) { At = Morning(day) };

    private static AbsenceRow Absence(string meeting, string day) => new("hdnd", meeting, "m05", AbsenceReason.Health)
    {
        AskedAt = Morning(day),
        Note = "Đi khám",
        State = AbsenceState.Approved,
        DecidedBy = "m02",
        DecidedAt = Morning(day),
    };

    private static DateTimeOffset Morning(string day) => VietnamTime.At(DateOnly.Parse(day, CultureInfo.InvariantCulture), new TimeOnly(8, 0));

    private static async Task<IReadOnlyList<OpinionRow>> Opinions(Talk talk) =>
        [.. (await talk.Tables.List<OpinionRow>("hdnd", RowRange.StartingWith(OpinionRow.Prefix), default)).Select(row => row.Row)];

    private static async Task<IReadOnlyList<AbsenceRow>> Absences(Talk talk) =>
        [.. (await talk.Tables.List<AbsenceRow>("hdnd", RowRange.StartingWith(AbsenceRow.Prefix), default)).Select(row => row.Row)];

    private static async Task<string> Run(Talk talk, string day, bool apply)
    {
        using var written = new StringWriter { NewLine = "\n" };
        await RetentionCommand.Run(talk.Services, "hdnd", "m01", apply, new InvocationConfiguration { Output = written, Error = written }, new FakeClock(Morning(day)), default);
        return written.ToString();
    }
}
