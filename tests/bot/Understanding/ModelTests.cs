using ChiBoBot.Commands;
using ChiBoBot.Understanding;
using ChiBoBot.Understanding.Learning;

namespace ChiBoBot.Tests.Understanding;

/// <summary>The committed model, and how well it reads sentences that it has not seen.</summary>
public sealed class ModelTests
{
    private static readonly string Room = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Ask.FileBeside("."))!, "../../../bot/Understanding"));

    private static readonly string[] HeldOut = ["heldout", "heldout-2", "heldout-3", "heldout-4", "heldout-5", "heldout-6", "heldout-7"];

    [Fact]
    public void The_corpus_has_three_thousand_sentences_and_none_of_those_held_out()
    {
        var corpus = TrainCommand.ReadCorpus(Path.Combine(Room, "Corpus")).Lines.Where(l => l.Previous is null).Select(l => Plain(l.Text)).ToHashSet();
        List<Labelled>[] held = [.. HeldOut.Select(name => Labelled.ReadFile(Ask.FileBeside($"{name}.jsonl")))];

        Assert.True(corpus.Count >= 3000, $"{corpus.Count}");
        Assert.True(held[0].Count >= 600, $"{held[0].Count}");
        Assert.Empty(held.SelectMany(lines => lines).Where(l => l.Previous is null && corpus.Contains(Plain(l.Text))).Select(l => l.Text));
    }

    /// <summary>Sets by writers who had not seen the code. What is missed of the third, the fifth and the last two has been mended by nobody; the fourth to sixth are deliberately hard, with paraphrases, long stories and what is nearly a command; other sentences of their writers are in the corpus.</summary>
    [Theory]
    [InlineData("heldout", "heldout", 99.6, 97, 97.8, 96.3, 0)]
    [InlineData("heldout-2", "heldout-2", 99.2, 96, 95.7, 97.6, 0)]
    [InlineData("heldout-3", "heldout", 98.4, 92, 96.4, 94.8, 0)]
    [InlineData("heldout-4", "heldout", 96.8, 80, 95.2, 91.4, 1)]
    [InlineData("heldout-5", "heldout-5", 96.2, 90, 94.5, 87.8, 0)]
    [InlineData("heldout-6", "heldout-5", 93.1, 89, 96.6, 89.8, 7)]
    [InlineData("heldout-7", "heldout-5", 98, 95, 97.1, 93.7, 0)]
    public void Held_out_sentences_are_read_as_well_as_the_last_change_reached(string name, string cell, double intents, double style, double precision, double recall, int costly)
    {
        var evaluation = Evaluation.Of(Ask.Reader, Labelled.ReadFile(Ask.FileBeside($"{name}.jsonl")), Ask.Today, CellNames.ReadFile(Ask.FileBeside($"{cell}-roster.txt")));
        using var report = new StringWriter();
        evaluation.Write(report);
        evaluation.WriteMisses(report);

        Assert.True(evaluation.All.Percent >= intents, report.ToString());
        Assert.True(evaluation.Slots.Precision >= precision && evaluation.Slots.Recall >= recall, report.ToString());
        Assert.True(evaluation.Costly.Count <= costly, report.ToString());
        Assert.All(evaluation.Styles, s => Assert.True(s.Value.Percent >= style, $"{s.Key} {s.Value}"));
    }

    [Fact]
    public void The_examples_are_read()
    {
        string[] cell = ["Dương Thị Hạnh", "Bùi Anh Đức", "Đoàn Thị Yến", "Châu Minh Trí", "Ngô Thị Phượng"];
        var evaluation = Evaluation.Of(Ask.Reader, Labelled.ReadFile(Ask.FileBeside("examples.jsonl")), Ask.Today, cell);
        using var report = new StringWriter();
        evaluation.WriteMisses(report);

        Assert.True(evaluation.All.Right >= ExamplesRight, report.ToString());
        Assert.Empty(evaluation.Costly);
    }

    private const int ExamplesRight = 59;

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(ChiBoBot.Understanding.Sentences.Letters.PlainOf));
}
