using System.CommandLine;
using System.Text;
using ChiBoBot.Understanding;
using ChiBoBot.Understanding.Learning;
using ChiBoBot.Understanding.Lexicon;
using ChiBoBot.Understanding.Names;

namespace ChiBoBot.Commands;

/// <summary><c>train</c>: makes the model from the corpus, the same bytes in every run; with <c>--folds</c> it measures on sentences held back instead.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var corpus = new Option<DirectoryInfo>("--corpus") { Description = "The folder with the corpus (*.jsonl) and its roster (roster.txt).", DefaultValueFactory = _ => new("bot/Understanding/Corpus") };
        var model = new Option<FileInfo>("--out") { Description = "Where the model goes.", DefaultValueFactory = _ => new("bot/Understanding/understanding.model") };
        var folds = new Option<int>("--folds") { Description = "Writes no model, but learns from all parts but one and reads that one, for each of so many parts." };
        var command = new Command("train", "Learn from the corpus how to read sentences, and write the model.") { corpus, model, folds };
        command.SetAction(parsed =>
        {
            var (lines, roster) = ReadCorpus(parsed.GetValue(corpus)!.FullName);
            if (parsed.GetValue(folds) is > 1 and var count)
            {
                using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
                var evaluation = CrossValidate(lines, roster, count);
                evaluation.Write(output);
                evaluation.WriteMisses(output);
                return 0;
            }

            var knowledge = Train(lines, roster);
            using var stream = parsed.GetValue(model)!.Create();
            knowledge.Write(stream);
            return 0;
        });
        return command;
    }

    public static (List<Labelled> Lines, string[] Roster) ReadCorpus(string folder) =>
        ([.. Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(Labelled.ReadFile)], CellNames.ReadFile(Path.Combine(folder, "roster.txt")));

    public static Knowledge Train(IReadOnlyList<Labelled> lines, string[] roster) => new Teacher(new NameIndex(roster), Books.Load()).Teach(lines);

    private static Evaluation CrossValidate(List<Labelled> lines, string[] roster, int folds)
    {
        var today = new DateOnly(2026, 9, 15);
        var evaluation = new Evaluation();
        for (var fold = 0; fold < folds; fold++)
        {
            var reader = new Reader(Train([.. lines.Where((_, i) => i % folds != fold)], roster));
            foreach (var line in lines.Where((_, i) => i % folds == fold))
            {
                var previous = line.Previous is null ? null : reader.Read(line.Previous, new(today, roster)).Requests[0];
                evaluation.Add(line, reader.Read(line.Text, new(today, roster, previous)));
            }
        }

        return evaluation;
    }
}
