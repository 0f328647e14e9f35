using System.IO.Compression;
using System.Text;
using ChiBoBot.Understanding.Learning;
using ChiBoBot.Understanding.Lexicon;
using ChiBoBot.Understanding.Particulars;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding;

/// <summary>Everything that reading leans on: words, phrases and what was learned from the corpus.</summary>
internal sealed class Knowledge(Vocabulary vocabulary, Books books, SparseModel intents, SlotReader slots, Seams seams)
{
    private const string ModelName = "understanding.model";

    // What the file begins with: how it is laid out, and which intents it knows.
    private const uint Layout = 0x42434203;
    private const int BufferSize = 1 << 16;
    private static readonly uint Intended = Hash.Of(string.Join(' ', Enum.GetNames<Intent>()));

    public SparseModel Intents { get; } = intents;

    public SlotReader Slots { get; } = slots;

    public Seams Seams { get; } = seams;

    public PartsReader Parts { get; } = new(vocabulary, books.Abbreviations, books.Phrases);

    /// <summary>What the executable carries.</summary>
    public static Knowledge Load()
    {
        using var stream = typeof(Knowledge).Assembly.GetManifestResourceStream(ModelName)
            ?? throw new InvalidOperationException($"The executable lacks {ModelName}: run 'chibobot train' and build again.");
        return Read(stream, Books.Load());
    }

    public static Knowledge Read(Stream stream, Books books)
    {
        using var unpacked = new BufferedStream(Unpack(stream), BufferSize);
        using var reader = new BinaryReader(unpacked, Encoding.UTF8);
        try
        {
            if (reader.ReadUInt32() == Layout && reader.ReadUInt32() == Intended)
            {
                return Read(reader, books);
            }
        }
        catch (Exception failure) when (failure is EndOfStreamException or InvalidDataException or InvalidOperationException)
        {
            // Cut short or never packed: not this build's either.
        }

        throw new InvalidOperationException($"{ModelName} isn't of this build: run 'chibobot train' and build again.");
    }

    /// <summary>What was written, as it lies in memory: how it is packed may change with the runtime, what is in it only with the corpus and the code.</summary>
    public static Stream Unpack(Stream stream) => new ZLibStream(stream, CompressionMode.Decompress, leaveOpen: true);

    private static Knowledge Read(BinaryReader reader, Books books)
    {
        var vocabulary = Vocabulary.Read(reader);
        var intents = SparseModel.Read(reader);
        var heads = new Head[reader.ReadInt32()];
        var first = 0;
        for (var i = 0; i < heads.Length; i++)
        {
            var slot = string.Intern(reader.ReadString());
            var carriers = reader.ReadUInt64();
            var choices = new string[reader.ReadByte()];
            for (var j = 0; j < choices.Length; j++)
            {
                choices[j] = string.Intern(reader.ReadString());
            }

            heads[i] = new(slot, carriers, choices, first);
            first += heads[i].Outputs;
        }

        var particulars = SparseModel.Read(reader);
        return new(vocabulary, books, intents, new(heads, particulars, new(TiltModel.Read(reader)), intents), new(TiltModel.Read(reader), TiltModel.Read(reader)));
    }

    /// <summary>Writes it packed: most of what is looked up are zeros.</summary>
    public void Write(Stream stream)
    {
        using var packed = new ZLibStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed, Encoding.UTF8);
        writer.Write(Layout);
        writer.Write(Intended);
        vocabulary.Write(writer);
        Intents.Write(writer);
        writer.Write(Slots.Heads.Count);
        foreach (var head in Slots.Heads)
        {
            writer.Write(head.Slot);
            writer.Write(head.Intents);
            writer.Write((byte)head.Choices.Length);
            for (var j = 0; j < head.Choices.Length; j++)
            {
                writer.Write(head.Choices[j]);
            }
        }

        Slots.Model.Write(writer);
        Slots.Sieve.Model.Write(writer);
        Seams.Places.Write(writer);
        Seams.Halves.Write(writer);
    }
}
