using System.Globalization;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.SelfAssessment;
using ChiBoBot.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace ChiBoBot.Tests.Features.SelfAssessment;

/// <summary>Whatever several people press in whatever order: no text is lost, no step skipped, nothing shown to the wrong person.</summary>
public class RandomRoundTests
{
    private const string Round = "2026-year";
    private static readonly string[] Writers = ["m05", "m06", "m07"];

    // The sixth holds numbers only, and is filled in where somebody finishes.
    private static readonly string[] Sections = ["meetings", "tasks", "review", "promises", "grade"];

    /// <summary>One press: who does what, with which window.</summary>
    public sealed record Move(string What, int Who, int Where, int Window);

    [Fact]
    public void Any_sequence_of_presses_keeps_texts_steps_and_secrets()
    {
        var steps = Gen.Choose(0, 99)
            .Select(number => number switch
            {
                < 45 => "save",
                < 60 => "handIn",
                < 67 => "withdraw",
                < 75 => "reopen",
                < 79 => "paper",
                < 81 => "close",
                < 89 => "propose",
                < 95 => "decide",
                _ => "object",
            })
            .SelectMany(what => Gen.Choose(0, Writers.Length - 1).SelectMany(who => Gen.Choose(0, Sections.Length - 1).SelectMany(where => Gen.Choose(0, 3).Select(window => new Move(what, who, where, window)))));
        Prop.ForAll(Gen.ListOf(steps, 40).ToArbitrary(), sequence => Run([.. sequence]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    private static async Task Run(IReadOnlyList<Move> steps)
    {
        await using var talk = await Talk.Begin();
        await talk.Open();
        var typed = Writers.ToDictionary(writer => writer, _ => new HashSet<string>());
        for (var i = 0; i < steps.Count; i++)
        {
            var (step, writer) = (steps[i], Writers[steps[i].Who]);
            var mark = $"Dấu {i} của {writer}";
            switch (step.What)
            {
                case "save":
                    await Seen(writer, await Save(talk, writer, step, mark, i));
                    break;
                case "handIn":
                    if (step.Window == 0)
                    {
                        // Now and then somebody finishes.
                        await Finish(talk, writer, typed[writer], i);
                    }

                    await Seen(writer, await talk.Send("assessment.handIn", new() { ["round"] = Round }, by: writer));
                    break;
                case "withdraw":
                    await Seen(writer, await talk.Send("assessment.withdraw", new() { ["round"] = Round }, by: writer));
                    break;
                case "reopen":
                    await Seen("m01", await talk.Send("rounds.reopen", new() { ["round"] = Round, ["who"] = writer, ["reason"] = "bổ sung" }));
                    break;
                case "paper":
                    await Seen("m01", await talk.Send("assessment.outline", new() { ["round"] = Round, ["member"] = writer }));
                    break;
                case "close":
                    await talk.Send("rounds.close", new() { ["round"] = Round });
                    break;
                case "propose":
                    await Page("rating.saveProposals", new() { ["day"] = "2026-11-21", ["base"] = "13", [$"g_{writer}"] = "Good", [$"v_{writer}"] = (step.Window * 4).ToString(CultureInfo.InvariantCulture) });
                    break;
                case "decide":
                    await Page("rating.saveDecisions", new() { ["day"] = "2026-11-21", ["document"] = "45-QĐ/ĐU", [$"g_{writer}"] = "Good" });
                    break;
                default:
                    await Seen(writer, await talk.Send("assessment.object", new() { ["round"] = Round, ["objection"] = mark }, by: writer));
                    break;
            }

            await Check(talk, writer, typed[writer]);

            async Task Page(string verb, Dictionary<string, string> data)
            {
                for (var page = 1; page <= 3; page++)
                {
                    await Seen("m01", await talk.Send(verb, new(data) { ["round"] = Round, ["page"] = page.ToString(CultureInfo.InvariantCulture) }));
                }
            }
        }

        // Nobody's words stand in what somebody else sees.
        Task Seen(string who, string what)
        {
            foreach (var other in Writers.Where(other => other != who))
            {
                Assert.DoesNotContain($" của {other}", what, StringComparison.Ordinal);
            }

            return Task.CompletedTask;
        }

        async Task<string> Save(Talk chat, string writer, Move step, string mark, int i)
        {
            var section = Sections[step.Where];
            var sheet = await Sheet(chat, writer);
            var revision = step.Window switch { 0 => 0, 1 => Math.Max(0, (sheet?.RevisionOf(section) ?? 0) - 1), _ => sheet?.RevisionOf(section) ?? 0 };
            typed[writer].Add(mark);
            return await chat.Send("assessment.save", Fields(section, mark, revision, i), by: writer);
        }
    }

    private static async Task Finish(Talk talk, string writer, HashSet<string> typed, int i)
    {
        var numbers = Filling.General().ToDictionary(field => field.Item1, field => field.Item2);
        (numbers["round"], numbers["section"], numbers["revision"]) = (Round, "general", ((await Sheet(talk, writer))?.RevisionOf("general") ?? 0).ToString(CultureInfo.InvariantCulture));
        await talk.Send("assessment.save", numbers, by: writer);
        foreach (var section in Sections)
        {
            var mark = $"Dấu {i} {section} của {writer}";
            typed.Add(mark);
            await talk.Send("assessment.save", Fields(section, mark, (await Sheet(talk, writer))?.RevisionOf(section) ?? 0, i), by: writer);
        }
    }

    /// <summary>A section filled in rightly, with the mark in one of its texts.</summary>
    private static Dictionary<string, string> Fields(string section, string mark, int revision, int i)
    {
        var (fields, text) = section switch
        {
            "meetings" => (Filling.Meetings, "f_contributions"),
            "tasks" => (Filling.Tasks, "f_t_text"),
            "review" => (Filling.Review, i % 2 == 0 ? "f_strengths" : "f_weaknesses"),
            "promises" => (Filling.Promises, "f_kept2"),
            _ => (Filling.Grade(), "f_plan"),
        };
        var data = fields.ToDictionary(field => field.Item1, field => field.Item2);
        data[text] = mark + ", viết cho đủ dài.";
        (data["round"], data["section"], data["revision"], data["go"]) = (Round, section, revision.ToString(CultureInfo.InvariantCulture), "next");
        return data;
    }

    private static async Task Check(Talk talk, string writer, HashSet<string> marks)
    {
        var round = (await talk.Tables.Find<PartRow<Round>>("hdnd", PartRow<Round>.KeyOf(Round), default))!.Row.Part;
        // Every text is where its writer can read it: in a revision, or put aside.
        var revisions = await talk.Tables.List<AnswersRow>("hdnd", RowRange.StartingWith($"answers|{Round}|{writer}|"), default);
        var kept = await talk.Tables.List<KeptRow>("hdnd", RowRange.StartingWith($"kept|{Round}|{writer}|"), default);
        var texts = string.Join('\n', revisions.SelectMany(row => row.Row.Answers.Values).Concat(kept.SelectMany(row => row.Row.Answers.Values)));
        Assert.All(marks, mark => Assert.Contains(mark + ",", texts, StringComparison.Ordinal));

        // The facts come in their order.
        var sheet = await Sheet(talk, writer);
        var handed = await Rows<HandedIn>(talk, $"{Round}|{writer}|");
        var proposals = await Rows<CellProposal>(talk, $"{Round}|{writer}|");
        var decision = await talk.Tables.Find<PartRow<DecidedGrade>>("hdnd", GradeFacts.KeyOf(2026, writer), default);
        Assert.Equal(sheet?.Version ?? 0, handed.Count);
        Assert.Equal(Enumerable.Range(1, handed.Count), handed.Select(one => one.Version));
        Assert.All(handed, one => Assert.Equal(Sections.Length + 1, one.Sections.Count));
        Assert.True(proposals.Count == 0 || sheet?.State == SheetState.HandedIn || !round.IsOpen, $"{writer}: proposed without a self-assessment in an open round");
        Assert.All(proposals, proposal => Assert.True(proposal.Votes * 2 > proposal.Base));
        Assert.True(decision is null || proposals.Count > 0, $"{writer}: decided without a proposal");
        if (sheet?.State == SheetState.HandedIn)
        {
            // What was handed in is what the sheet says.
            Assert.Equal(sheet.Sections.OrderBy(section => section.Key), handed[^1].Sections.OrderBy(section => section.Key));
        }
    }

    private static async Task<Sheet?> Sheet(Talk talk, string writer) =>
        (await talk.Tables.Find<PartRow<Sheet>>("hdnd", PartRow<Sheet>.KeyOf($"{Round}|{writer}"), default))?.Row.Part;

    private static async Task<IReadOnlyList<T>> Rows<T>(Talk talk, string prefix)
        where T : ICellPart<T> => [.. (await talk.Tables.List<PartRow<T>>("hdnd", RowRange.StartingWith(PartRow<T>.KeyOf(prefix)), default)).Select(row => row.Row.Part)];
}
