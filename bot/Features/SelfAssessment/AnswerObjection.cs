using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>“xem ý kiến khác”: what members object to their grades, for the committee.</summary>
internal sealed record AskObjections
{
    public static AskObjections? Of(Said said) => said.Core is
        "y kien khac" or "xem y kien khac" or "y kien khac ve xep loai" or "xem y kien khac ve xep loai" or "y kien ve xep loai" or "xem y kien ve xep loai"
        or "ai co y kien khac" or "tra loi y kien khac" ? new() : null;
}

internal sealed class AskObjectionsHandler(RoundStore rounds, Objections objections) : IHandle<AskObjections>
{
    public async Task<Reply> Handle(AskObjections asked, Turn turn, CancellationToken cancel)
    {
        foreach (var round in await rounds.List(turn.CellId, cancel))
        {
            if (await objections.View(round, null, turn, cancel) is { } view)
            {
                return Reply.Show(ObjectionCards.One(view), ObjectionText.Title, Audience.Committee);
            }
        }

        return Reply.Say(ObjectionText.Nobody, Audience.Committee);
    }
}

/// <summary>Shows one objection.</summary>
internal sealed class ShowObjection(RoundStore rounds, Objections objections) : IHandle<SheetForm>
{
    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel) =>
        await rounds.Find(turn.CellId, form.Round, cancel) is not { Row.Part: var round } ? Reply.Notify(AssessmentText.Gone)
        : await objections.View(round, Which(form), turn, cancel) is not { } view ? Reply.Notify(ObjectionText.Nobody)
        : Reply.Replace(ObjectionCards.One(view), ObjectionText.Title);

    public static (string Member, int Number)? Which(SheetForm form) =>
        form.Member is { Length: > 0 } member && int.TryParse(form.Text("number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (member, number) : null;
}

/// <summary>“Ghi đã trả lời”: by which document. Its author is told; recorded anew it is a correction. Nobody answers himself.</summary>
internal sealed class AnswerObjection(RoundStore rounds, Objections objections, Schedule schedule, ITables tables, ILogger<AnswerObjection> log) : IHandle<SheetForm>
{
    private const int DocumentLength = 60;

    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel)
    {
        if (await rounds.Find(turn.CellId, form.Round, cancel) is not { Row.Part: var round }
            || ShowObjection.Which(form) is not var (member, number)
            || (await objections.List(turn.CellId, round.Id, cancel)).FirstOrDefault(one => one.Objection.Member == member && one.Objection.Number == number) is not { } asked)
        {
            return Reply.Notify(AssessmentText.Gone);
        }

        var view = (await objections.View(round, (member, number), turn, cancel))!;
        if (view.IsOwn)
        {
            return Reply.Notify(ObjectionText.NotOwn);
        }

        var (document, typedDay) = (form.Text("document").Trim(), form.Text("day"));
        var before = asked.Answer?.Row.Part;
        if (document.Length is 0 or > DocumentLength || FormCheck.Date(typedDay) is not { } day || day > turn.Today || day < VietnamTime.DateOf(asked.Objection.At))
        {
            return Again(view with { Document = document, Day = typedDay, Error = ObjectionText.Wrong(VietnamTime.DateOf(asked.Objection.At)) });
        }

        if (before is not null && (before.Document, before.Day) == (document, day))
        {
            return Again(view);
        }

        if (form.Text("seen") != Objections.SeenOf(before))
        {
            return Again(view with { Document = document, Day = typedDay, Error = ObjectionText.AnsweredMeanwhile });
        }

        var answer = new ObjectionAnswer(round.Id, member, number) { Document = document, Day = day, By = turn.Asker.MemberId!, At = turn.At };
        var entry = new LedgerEntry(turn, ObjectionText.DidAnswer(view.Name, document))
            .Set(asked.Answer, new PartRow<ObjectionAnswer>(turn.CellId, answer))
            .Beside(await schedule.Plan(turn.CellId, ObjectionMail.Kind, ObjectionMail.AnsweredKey(answer), turn.At, cancel));
        try
        {
            await tables.Commit(entry.Changes, cancel);
        }
        catch (ConflictException conflict) when (!conflict.RowKey.StartsWith(InboxRow.Prefix, StringComparison.Ordinal))
        {
            // Another member of the committee was faster: what he wrote is shown before it is replaced.
            view = (await objections.View(round, (member, number), turn, cancel))!;
            return Again(view with { Document = document, Day = typedDay, Error = ObjectionText.AnsweredMeanwhile });
        }

        log.Answered(turn.CellId, round.Id);
        return Again((await objections.View(round, (member, number), turn, cancel))! with { Undo = entry.Key });

        static Reply Again(ObjectionView view) => Reply.Replace(ObjectionCards.One(view), ObjectionText.Title);
    }
}
