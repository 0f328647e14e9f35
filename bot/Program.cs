using System.CommandLine;
using ChiBoBot.Commands;

var root = new RootCommand("ChiBoBot") { UnderstandCommand.Create(), EvaluateCommand.Create(), TrainCommand.Create() };
return root.Parse(args).Invoke();
