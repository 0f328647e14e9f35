using System.Globalization;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.SelfAssessment;
using ChiBoBot.Rules;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Turns;

namespace ChiBoBot.Tests.Features.SelfAssessment;

/// <summary>500 members of one cell in the last minute before a deadline.</summary>
internal static class LastMinute
{
    public const string Cell = "cell";
    public const string Round = "2026-year";
    public const int Members = 500;

    private const int AtOnce = 16;

    private static readonly DateTimeOffset Deadline = new(2026, 12, 5, 23, 59, 59, TimeSpan.FromHours(7));

    public static string MemberOf(int i) => string.Create(CultureInfo.InvariantCulture, $"m{i:000}");

    /// <summary>Each has written what is asked for and not handed it in yet.</summary>
    public static async Task Prepare(ITables tables)
    {
        var form = new Form("RS", "Rà soát", [new("next", "Việc tiếp", [new("next", QuestionKind.Text, "Việc sẽ làm") { Required = true }])]);
        await tables.Put(new PartRow<RoundForm>(Cell, new RoundForm(Round, form)), default);
        await tables.Put(
            new PartRow<Round>(Cell, new Round(Round, RoundKind.Year, 2026)
            {
                Deadline = Deadline,
                Forms = Enumerable.Range(0, Members).ToDictionary(MemberOf, _ => "RS"),
                Rules = FormRules.Book.InForce(new DateOnly(2026, 12, 5)).Id,
                OpenedBy = "m000",
                OpenedAt = Deadline.AddDays(-14),
            }),
            default);
        var desk = Desk(tables);
        await ForEach(async i =>
        {
            var turn = Turn(i, "save");
            Assert.NotNull(await desk.Save(Pen.Own(turn.Asker)!, Round, "next", 0, new Dictionary<string, string> { ["next"] = $"Việc của {MemberOf(i)}" }, turn, default));
        });
    }

    /// <summary>All hand in; each is told after it was acknowledged.</summary>
    public static Task HandIn(ITables tables, Action<string> acknowledged)
    {
        var desk = Desk(tables);
        return ForEach(async i =>
        {
            var turn = Turn(i, "handIn");
            try
            {
                if (await desk.HandIn(Pen.Own(turn.Asker)!, Round, turn, default) is { Refusal: null or Refusal.HandedIn })
                {
                    acknowledged(MemberOf(i));
                }
            }
            catch (ConflictException done) when (done.RowKey.StartsWith(InboxRow.Prefix, StringComparison.Ordinal))
            {
                acknowledged(MemberOf(i));
            }
        });
    }

    /// <summary>One member's windows save the same section again and again, each seeing what it saw when it was opened.</summary>
    /// <returns>Everything that was typed.</returns>
    public static async Task<IReadOnlyList<string>> SaveFromWindows(ITables tables, int member, int windows, int times)
    {
        var desk = Desk(tables);
        var typed = await Task.WhenAll(Enumerable.Range(0, windows).Select(window => Task.Run(async () =>
        {
            var texts = new List<string>(times);
            for (var i = 0; i < times; i++)
            {
                var text = $"Cửa sổ {window}, lần {i}";
                var turn = Turn(member, $"save-{window}-{i}");
                Assert.NotNull(await desk.Save(Pen.Own(turn.Asker)!, Round, "next", 1, new Dictionary<string, string> { ["next"] = text }, turn, default));
                texts.Add(text);
            }

            return texts;
        })));
        return [.. typed.SelectMany(texts => texts)];
    }

    private static Task ForEach(Func<int, Task> act) =>
        Parallel.ForEachAsync(Enumerable.Range(0, Members), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) => await act(i));

    private static SheetDesk Desk(ITables tables)
    {
        var store = new SheetStore(tables);
        return new(store, new Prefills(tables, store, TimeProvider.System));
    }

    private static Turn Turn(int i, string what) => new(
        $"{what}-{i}",
        Deadline.AddSeconds(-30),
        new Asker(Cell, MemberOf(i), MemberOf(i), Role.Member),
        new Sender("29:" + MemberOf(i), null, MemberOf(i)),
        new Conversation("a:" + MemberOf(i), Place.Personal, "tenant", new Uri("https://localhost/"), "28:bot"));
}
