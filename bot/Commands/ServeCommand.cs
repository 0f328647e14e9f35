using System.CommandLine;
using ChiBoBot.Hosting;

namespace ChiBoBot.Commands;

/// <summary><c>chibobot serve</c>: the bot itself.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Serves Teams: POST /api/messages, /healthz, /readyz.");
        command.SetAction((asked, cancel) => Operator.Run(asked, async () =>
        {
            await using var app = BotHost.Build();
            await BotHost.Prepare(app, cancel);
            await app.RunAsync(cancel);
            return 0;
        }));
        return command;
    }
}
