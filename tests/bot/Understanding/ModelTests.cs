using ChiBoBot.Commands;
using ChiBoBot.Understanding;
using ChiBoBot.Understanding.Learning;

namespace ChiBoBot.Tests.Understanding;

/// <summary>The committed model, and how well it reads sentences that it has not seen.</summary>
public sealed class ModelTests
{
    private static readonly string Room = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Ask.FileBeside("."))!, "../../../bot/Understanding"));

    [Fact]
    public void The_corpus_gives_the_model_that_is_committed()
    {
        var (lines, roster) = TrainCommand.ReadCorpus(Path.Combine(Room, "Corpus"));
        using var trained = new MemoryStream();
        TrainCommand.Train(lines, roster).Write(trained);

        Assert.True(
            trained.ToArray().AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Room, "understanding.model"))),
            "The corpus, the lexicon or the training changed: run 'chibobot train' and build again.");
    }

    [Fact]
    public void The_corpus_has_three_thousand_sentences_and_none_of_those_held_out()
    {
        var corpus = TrainCommand.ReadCorpus(Path.Combine(Room, "Corpus")).Lines.Where(l => l.Previous is null).Select(l => Plain(l.Text)).ToHashSet();
        var held = Labelled.ReadFile(Ask.FileBeside("heldout.jsonl"));
        var second = Labelled.ReadFile(Ask.FileBeside("heldout-2.jsonl"));
        var third = Labelled.ReadFile(Ask.FileBeside("heldout-3.jsonl"));
        var fourth = Labelled.ReadFile(Ask.FileBeside("heldout-4.jsonl"));
        var fifth = Labelled.ReadFile(Ask.FileBeside("heldout-5.jsonl"));

        Assert.True(corpus.Count >= 3000, $"{corpus.Count}");
        Assert.True(held.Count >= 600, $"{held.Count}");
        Assert.True(second.Count >= 500, $"{second.Count}");
        Assert.Empty(held.Concat(second).Concat(third).Concat(fourth).Concat(fifth).Where(l => l.Previous is null && corpus.Contains(Plain(l.Text))).Select(l => l.Text));
    }

    /// <summary>Sets by writers who had not seen the code. What is missed of the third and the fifth has been mended by nobody; the last two are deliberately hard, with paraphrases and long stories, and their writers' other sentences are in the corpus.</summary>
    [Theory]
    [InlineData("heldout", "heldout", 99.3, 95, 97.8, 95.9, 0)]
    [InlineData("heldout-2", "heldout-2", 99.2, 94, 95.9, 97, 0)]
    [InlineData("heldout-3", "heldout", 96.9, 78, 95.3, 91.4, 0)]
    [InlineData("heldout-4", "heldout", 96, 80, 94.5, 89, 1)]
    [InlineData("heldout-5", "heldout-5", 87, 75, 93.5, 79.5, 1)]
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
