using ChiBoBot.Commands;

namespace ChiBoBot.Conformance.Understanding;

/// <summary>The committed model is what the committed corpus teaches, byte by byte. Learning takes most of a minute: who works on something else need not wait for it.</summary>
public sealed class TrainingTests
{
    [Fact]
    public void The_corpus_gives_the_model_that_is_committed()
    {
        var room = Path.Combine(Repository.Root, "bot", "Understanding");
        var (lines, roster) = TrainCommand.ReadCorpus(Path.Combine(room, "Corpus"));
        using var trained = new MemoryStream();
        TrainCommand.Train(lines, roster).Write(trained);

        Assert.True(
            trained.ToArray().AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(room, "understanding.model"))),
            "The corpus, the lexicon or the training changed: run 'chibobot train' and build again.");
    }
}
