using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>What members object to their grades, for the committee that answers it, and how far the answers are, for their authors. The way to a text of somebody else begins at <see cref="Act.AnswerObjections"/>.</summary>
internal sealed class Objections(RoundStore rounds, ITables tables)
{
    /// <summary>An objection with its answer, if it has one.</summary>
    internal sealed record Answered(Objection Objection, Stored<PartRow<ObjectionAnswer>>? Answer);

    /// <summary>All of a round, the oldest first.</summary>
    public async Task<IReadOnlyList<Answered>> List(string cellId, string roundId, CancellationToken cancel)
    {
        var reading = tables.List<PartRow<ObjectionAnswer>>(cellId, RowRange.StartingWith(PartRow<ObjectionAnswer>.KeyOf($"{roundId}|")), cancel);
        var objections = await tables.List<PartRow<Objection>>(cellId, RowRange.StartingWith(PartRow<Objection>.KeyOf($"{roundId}|")), cancel);
        var answers = (await reading).ToDictionary(row => (row.Row.Part.Member, row.Row.Part.Number));
        return
        [
            .. objections
                .Select(row => row.Row.Part)
                .OrderBy(objection => objection.At).ThenBy(objection => objection.Member, StringComparer.Ordinal).ThenBy(objection => objection.Number)
                .Select(objection => new Answered(objection, answers.GetValueOrDefault((objection.Member, objection.Number)))),
        ];
    }

    /// <summary>How the asker's own stand, the newest ones.</summary>
    public async Task<IReadOnlyList<Fact>> OwnLines(SheetStore store, OpenSheet open, int most, CancellationToken cancel)
    {
        var facts = new List<Fact>(most);
        foreach (var objection in (await store.OwnObjections(open, cancel)).TakeLast(most))
        {
            var answer = await Answer(open.Pen.CellId, objection.Round, objection.Member, objection.Number, cancel);
            facts.Add(new(
                ObjectionText.Own(objection.At),
                $"{objection.Text} – {(answer is { Row.Part: var found } ? ObjectionText.AnsweredBy(found.Document, found.Day) : ObjectionText.Waiting)}"));
        }

        return facts;
    }

    public Task<Stored<PartRow<ObjectionAnswer>>?> Answer(string cellId, string roundId, string member, int number, CancellationToken cancel) =>
        tables.Find<PartRow<ObjectionAnswer>>(cellId, PartRow<ObjectionAnswer>.KeyOf(ObjectionAnswer.KeyOf(roundId, member, number)), cancel);

    /// <summary>One of them as its card shows it.</summary>
    /// <param name="which">Whose and which; null for the first that waits for an answer, or the first of all.</param>
    /// <returns>Null where nobody has objected.</returns>
    public async Task<ObjectionView?> View(Round round, (string Member, int Number)? which, Turn turn, CancellationToken cancel)
    {
        var all = await List(turn.CellId, round.Id, cancel);
        if (all.Count == 0)
        {
            return null;
        }

        var shown = all.FirstOrDefault(one => which is { } wanted && (one.Objection.Member, one.Objection.Number) == wanted)
            ?? all.FirstOrDefault(one => one.Answer is null)
            ?? all[0];
        var index = all.ToList().IndexOf(shown);
        var members = await rounds.Members(turn.CellId, cancel);
        var answer = shown.Answer?.Row.Part;
        return new(round.Id, SheetViews.Title(round), Ref(shown), Name(shown.Objection.Member), shown.Objection.At, shown.Objection.Text, index + 1, all.Count)
        {
            Waiting = all.Count(one => one.Answer is null),
            Next = index + 1 < all.Count ? Ref(all[index + 1]) : null,
            Previous = index > 0 ? Ref(all[index - 1]) : null,
            Answer = answer is null ? null : ObjectionText.AnswerRecorded(answer.Document, answer.Day, Name(answer.By), answer.At),
            Document = answer?.Document ?? "",
            Day = answer?.Day.ToString(RowWriter.DayFormat, CultureInfo.InvariantCulture) ?? "",
            Seen = SeenOf(answer),
            IsOwn = shown.Objection.Member == turn.Asker.MemberId,
            ToBoard = turn.Asker.May(Act.RunRounds),
        };

        string Name(string id) => members.GetValueOrDefault(id)?.Name ?? id;

        static ObjectionRef Ref(Answered one) => new(one.Objection.Member, one.Objection.Number);
    }

    /// <summary>By what a card says which answer it showed.</summary>
    public static string SeenOf(ObjectionAnswer? answer) => answer?.At.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "";
}
