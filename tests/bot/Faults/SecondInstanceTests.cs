using ChiBoBot.Due;
using ChiBoBot.Features.Attendance;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Features.Reminders;
using ChiBoBot.Features.SelfAssessment;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ChiBoBot.Tests.Faults;

/// <summary>Teams hands a press over again where it got no answer in time, to whichever instance. By then somebody may have pressed something else.</summary>
public class SecondInstanceTests
{
    private const string Cell = SampleCells.CellId;
    private const string Meeting = "dinh-ky-12-2026";
    private const string Round = "2026-year";

    private static readonly DateTimeOffset Now = new FakeClock().GetUtcNow();

    [Fact]
    public async Task A_press_that_another_instance_carried_out_changes_nothing_however_things_stand_by_then()
    {
        await using var bot = await BotOverWire.Start();
        await Prepare(bot);
        await bot.StartOther();
        var wrong = new List<string>();
        foreach (var (first, newer) in Presses)
        {
            var press = bot.PressOf(first.Verb, first.Data);
            var was = bot.Rows;
            await bot.Hand(press);
            Assert.NotEqual((first, Together(was)), (first, Together(bot.Rows)));
            await bot.Hand(bot.PressOf(newer.Verb, newer.Data));
            was = bot.Rows;

            var answer = await bot.Hand(press, toOther: true);

            wrong.AddRange(bot.Rows.Except(was).Concat(was.Except(bot.Rows)).Select(row => $"{first}: {row}"));
            Assert.Contains("\"statusCode\":200", answer, StringComparison.Ordinal);
        }

        Assert.Equal("", Together(wrong));
    }

    private static string Together(IEnumerable<string> lines) => string.Join('\n', lines);

    /// <summary>Each press that changes something and leaves no entry in the ledger, and one after it that says otherwise.</summary>
    private static IEnumerable<((string Verb, string Data) First, (string Verb, string Data) Newer)> Presses =>
    [
        // Nothing is paused, noted or switched off yet: the first press of each changes nothing else.
        (("reminders.pause", """{"for":"never"}"""), ("reminders.pause", """{"for":"week"}""")),
        (("reminders.pause", """{"for":"month"}"""), ("reminders.pause", """{"for":"never"}""")),
        (("nudge.own", """{"do":"on"}"""), ("nudge.own", """{"do":"off"}""")),
        (("nudge.own", """{"do":"off"}"""), ("nudge.own", """{"do":"on"}""")),
        (("attendance.coming", $$"""{"meeting":"{{Meeting}}","answer":"unsure"}"""), ("attendance.coming", $$"""{"meeting":"{{Meeting}}","answer":"yes"}""")),
        (("attendance.coming", $$"""{"meeting":"{{Meeting}}","answer":"yes"}"""), ("attendance.coming", $$"""{"meeting":"{{Meeting}}","answer":"unsure"}""")),
        (("attendance.askAbsence", $$"""{"only":"{{Meeting}}","reason":"{{nameof(AbsenceReason.Health)}}"}"""), ("attendance.withdrawAbsence", $$"""{"meeting":"{{Meeting}}"}""")),
        (("attendance.askAbsence", $$"""{"only":"{{Meeting}}","reason":"{{nameof(AbsenceReason.Health)}}"}"""), ("attendance.askAbsence", $$"""{"only":"{{Meeting}}","reason":"{{nameof(AbsenceReason.Family)}}"}""")),
        (("attendance.withdrawAbsence", $$"""{"meeting":"{{Meeting}}"}"""), ("attendance.askAbsence", $$"""{"only":"{{Meeting}}","reason":"{{nameof(AbsenceReason.Family)}}"}""")),
        (("attendance.mark", $$"""{"roll":"2026-12-03|{{Meeting}}","as":"present"}"""), ("attendance.mark", $$"""{"roll":"2026-12-03|{{Meeting}}","as":"late"}""")),
        (("opinions.give", $$"""{"about":"{{Meeting}}","text":"Nên họp sớm hơn."}"""), ("opinions.give", $$"""{"about":"{{Meeting}}","text":"Nên họp trực tuyến."}""")),
        (("opinions.withdraw", $$"""{"opinion":"{{Meeting}}|o1"}"""), ("opinions.give", $$"""{"about":"{{Meeting}}","text":"Nên mời cấp trên."}""")),
        (("events.feed", """{"do":"make"}"""), ("events.feed", """{"do":"revoke"}""")),
        (("events.feed", """{"do":"make"}"""), ("events.feed", """{"do":"make"}""")),
        (("events.feed", """{"do":"revoke"}"""), ("events.feed", """{"do":"make"}""")),
        (("events.file", $$"""{"event":"2026-12-03|{{Meeting}}","do":"make"}"""), ("events.file", $$"""{"event":"2026-12-03|{{Meeting}}","do":"revoke"}""")),
        (("reminders.repeat", """{"reminder":"a1"}"""), ("reminders.repeat", """{"reminder":"a1"}""")),
        (("assessment.save", $$"""{"round":"{{Round}}","section":"next","revision":"0","f_next":"Việc một"}"""), ("assessment.save", $$"""{"round":"{{Round}}","section":"next","revision":"1","f_next":"Việc hai"}""")),
        (("assessment.handIn", $$"""{"round":"{{Round}}"}"""), ("assessment.withdraw", $$"""{"round":"{{Round}}"}""")),
    ];

    /// <summary>An open roll call and round, an opinion and a reminder that failed.</summary>
    private static async Task Prepare(BotOverWire bot)
    {
        var tables = bot.Services.GetRequiredService<ITables>();
        var meeting = (await tables.List<PartRow<Event>>(Cell, PartRow<Event>.Range, default)).Single(row => row.Row.Part.Id == Meeting).Row.Part;
        await tables.Put(new RollRow(Cell, meeting) { OpenedAt = Now, OpenedBy = "m02", ClosesAt = Now.AddHours(1) }, default);
        await tables.Put(new OpinionRow(Cell, Meeting, SampleCells.SecretaryMemberId, "o1", "Nên họp ngắn hơn.") { At = Now }, default);
        await tables.Put(new PartRow<RoundForm>(Cell, new RoundForm(Round, new Form("RS", "Rà soát", [new("next", "Việc tiếp", [new("next", QuestionKind.Text, "Việc sẽ làm") { Required = true }])]))), default);
        await tables.Put(
            new PartRow<Round>(Cell, new Round(Round, RoundKind.Year, 2026)
            {
                Deadline = Now.AddDays(14),
                Forms = new Dictionary<string, string> { [SampleCells.SecretaryMemberId] = "RS" },
                Rules = FormRules.Book.InForce(new DateOnly(2026, 11, 22)).Id,
                OpenedBy = "m02",
                OpenedAt = Now,
            }),
            default);
        var reminder = new ReminderRow(Cell, "a1") { Text = "Mai họp.", Where = Where.Group, At = Now, By = SampleCells.SecretaryMemberId, To = new(Circle.All, []) };
        await tables.Put(new OutcomeRow(Cell, ReminderDue.Kind, reminder.Id, DueRow.IdOf(Now, null, null), DueState.Failed, Now), default);
        await tables.Commit([Change.Add(reminder), await bot.Services.GetRequiredService<Schedule>().Plan(Cell, ReminderDue.Kind, reminder.Id, Now, default)], default);
    }
}
