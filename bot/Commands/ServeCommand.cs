using System.CommandLine;
using ChiBoBot.Hosting;
using ChiBoBot.Storage;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Commands;

/// <summary><c>chibobot serve</c>: the bot itself.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Serves Teams: POST /api/messages, /healthz, /readyz.");
        command.SetAction(async (asked, cancel) =>
        {
            try
            {
                await using var app = BotHost.Build();
                await BotHost.Prepare(app, cancel);
                await app.RunAsync(cancel);
                return 0;
            }
            catch (Exception fault) when (fault is StorageUnusableException or OptionsValidationException or IOException)
            {
                await asked.InvocationConfiguration.Error.WriteLineAsync(Explanation(fault));
                return 1;
            }
        });
        return command;
    }

    private static string Explanation(Exception fault) => fault switch
    {
        OptionsValidationException options => "The bot cannot start, its settings are wrong:\n" + string.Join('\n', options.Failures.Select(failure => "  " + failure)),
        IOException => $"The bot cannot start: {fault.Message} If the port is taken, set ASPNETCORE_URLS to another, e.g. http://127.0.0.1:3979.",
        _ => fault.Message,
    };
}
