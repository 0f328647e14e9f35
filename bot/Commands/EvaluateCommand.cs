using System.CommandLine;
using System.Text;
using ChiBoBot.Understanding;
using ChiBoBot.Understanding.Learning;

namespace ChiBoBot.Commands;

/// <summary><c>evaluate</c>: reads a file of labelled sentences and says how many are read right, which not, and which misses would cost.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "Labelled sentences, one JSON object a line: text, style, intent, slots, previous, also." };
        var cell = new Option<FileInfo?>("--cell") { Description = "The cell file whose members' names stand in the sentences." };
        var today = UnderstandCommand.TodayOption();
        var brief = new Option<bool>("--brief") { Description = "Leaves out the single misses." };
        var command = new Command("evaluate", "Compare what is read with what labelled sentences mean.") { file, cell, today, brief };
        command.SetAction(parsed =>
        {
            var names = parsed.GetValue(cell) is { } roster ? CellNames.ReadFile(roster.FullName) : [];
            var lines = Labelled.ReadFile(parsed.GetValue(file)!.FullName);
            var evaluation = Evaluation.Of(new Reader(Knowledge.Load()), lines, UnderstandCommand.DayOf(parsed.GetValue(today)), names);
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
            evaluation.Write(output);
            if (!parsed.GetValue(brief))
            {
                evaluation.WriteMisses(output);
            }

            return 0;
        });
        return command;
    }
}
