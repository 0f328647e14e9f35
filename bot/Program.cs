using System.CommandLine;
using ChiBoBot.Commands;

var root = new RootCommand("ChiBoBot: the assistant of a chi bộ in Microsoft Teams.")
{
    ServeCommand.Create(),
    new DemoCommand(DemoStart.Cast(), DemoStart.Start, TimeProvider.System).Build(),
    ImportCommand.Create(),
    TargetsCommand.Create(),
    RetentionCommand.Create(),
    RulesCommand.Create(),
    AskCommand.Create(),
    UnderstandCommand.Create(),
    EvaluateCommand.Create(),
    TrainCommand.Create(),
    PackageCommand.Build(),
    HealthCommand.Build(),
};

return await root.Parse(args).InvokeAsync();
