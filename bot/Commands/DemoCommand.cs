using System.CommandLine;
using ChiBoBot.Cards;
using ChiBoBot.Commands.Playground;
using ChiBoBot.Storage;

namespace ChiBoBot.Commands;

/// <summary>Starts the bot for the demo, the sample cell imported, and returns when it listens; disposing stops it.</summary>
internal delegate Task<IAsyncDisposable> StartDemoBot(DemoBot bot, CancellationToken cancel);

/// <summary>What the demo asks of the bot: where to listen, where to keep its data, and whose connector to trust.</summary>
internal sealed record DemoBot(Uri Address, string DatabaseFile, Uri Connector);

/// <summary><c>chibobot demo</c>: the bot with a sample cell and a chat page in the browser, on this machine only.</summary>
internal sealed class DemoCommand(DemoCast cast, StartDemoBot start, TimeProvider clock)
{
    private const int BotPort = 3978;
    private const int ChatPort = 56150;

    public Command Build()
    {
        var folder = new Option<DirectoryInfo>("--folder")
        {
            Description = "Where the demo keeps its database and the chat client.",
            DefaultValueFactory = _ => new DirectoryInfo(".demo"),
        };
        var command = new Command("demo", "Tries the bot: a sample cell, and a chat page to talk to it as its secretary.") { folder };
        command.SetAction(async (asked, cancel) =>
        {
            try
            {
                await Run(asked.GetRequiredValue(folder).FullName, asked.InvocationConfiguration.Output, cancel);
                return 0;
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return 0;
            }
            catch (DemoException error)
            {
                await asked.InvocationConfiguration.Error.WriteLineAsync(error.Message);
                return 1;
            }
        });
        return command;
    }

    private async Task Run(string folder, TextWriter output, CancellationToken cancel)
    {
        await using var chat = new PlaygroundProcess(Path.Combine(Create(folder), "playground"), clock);
        await chat.Install(output.WriteLine, cancel);

        var address = new Uri($"http://127.0.0.1:{Port(BotPort, output)}");
        var chatPort = Port(ChatPort, output);
        await using var bot = await Start(new(address, Path.Combine(folder, "chibobot.db"), new Uri($"http://localhost:{chatPort}/_connector")), folder, cancel);
        await chat.Start(address, chatPort, PlaygroundConfig.Yaml(cast), cancel);

        await output.WriteLineAsync(
            $"""

            ChiBoBot is ready. Open {chat.Address} and ask it as {cast.Self.Name}, for instance:
            {string.Join(Environment.NewLine, HelpText.Suggestions.Select(question => "    " + question))}

            Both the bot and the page can be reached from this machine only. Ctrl+C stops them; {folder} keeps the data.
            """);

        await chat.Ended(cancel);
        throw new DemoException("The chat client has ended. Start the demo again.");
    }

    private async Task<IAsyncDisposable> Start(DemoBot bot, string folder, CancellationToken cancel)
    {
        try
        {
            return await start(bot, cancel);
        }
        catch (StorageUnusableException error)
        {
            throw new DemoException($"{error.Message} It holds the sample cell only: delete the folder {folder} and start the demo again.", error);
        }
        catch (IOException error)
        {
            throw new DemoException($"The bot cannot start at {bot.Address}: {error.Message} Start the demo again.", error);
        }
    }

    private static string Create(string folder)
    {
        try
        {
            return Directory.CreateDirectory(folder).FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DemoException($"The folder {folder} cannot be made: {error.Message} Name another with --folder.", error);
        }
    }

    private static int Port(int wanted, TextWriter output)
    {
        var port = DemoPort.Near(wanted);
        if (port != wanted)
        {
            output.WriteLine($"Port {wanted} is taken; using {port}.");
        }

        return port;
    }
}
