using ChiBoBot.Commands;
using ChiBoBot.Understanding;

namespace ChiBoBot.Conformance.Understanding;

/// <summary>The committed model is what the committed corpus teaches, to the last bit. Learning takes two minutes: who works on something else need not wait for it.</summary>
public sealed class TrainingTests
{
    [Fact]
    public void The_corpus_gives_the_model_that_is_committed()
    {
        var room = Path.Combine(Repository.Root, "bot", "Understanding");
        var (lines, roster) = TrainCommand.ReadCorpus(Path.Combine(room, "Corpus"));
        using var trained = new MemoryStream();
        TrainCommand.Train(lines, roster).Write(trained);

        trained.Position = 0;
        using var committed = File.OpenRead(Path.Combine(room, "understanding.model"));
        Assert.True(
            Unpacked(trained).AsSpan().SequenceEqual(Unpacked(committed)),
            "The corpus, the lexicon or the training changed: run 'chibobot train' and build again.");
    }

    private static byte[] Unpacked(Stream model)
    {
        using var unpacked = new MemoryStream();
        Knowledge.Unpack(model).CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
