using System.CommandLine;
using Azure;
using ChiBoBot.Features.Cells;
using ChiBoBot.Hosting;
using ChiBoBot.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Commands;

/// <summary>Who runs the commands: reads a sentence that says what to do where something of theirs is wrong, never a stack trace.</summary>
internal static class Operator
{
    /// <summary>Runs the command; what its operator can mend is told and makes the exit code 1.</summary>
    public static async Task<int> Run(ParseResult asked, Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception fault) when (Explain(fault) is { } words)
        {
            await asked.InvocationConfiguration.Error.WriteLineAsync(words);
            return 1;
        }
    }

    /// <summary>Runs the command with the whole bot over its own storage, and without Teams.</summary>
    public static Task<int> WithBot(ParseResult asked, Func<WebApplication, Task<int>> command, CancellationToken cancel) => Run(asked, async () =>
    {
        await using var app = DemoStart.WithoutTeams(new Dictionary<string, string?>());
        await BotHost.Prepare(app, cancel);
        return await command(app);
    });

    /// <summary>The option that names a cell.</summary>
    public static Option<string> Cell()
    {
        var cell = new Option<string>("--cell") { Description = "The cell's id.", Required = true };
        cell.Validators.Add(found =>
        {
            if (found.GetValueOrDefault<string>() is { } id && !JsonPart.IsId(id))
            {
                found.AddError($"'{id}' is no cell's id: letters, digits, '-', '_' and '.', at most 64 of them.");
            }
        });
        return cell;
    }

    internal static string? Explain(Exception fault) => fault switch
    {
        StorageUnusableException or ConflictException or RequestFailedException => fault.Message,
        OptionsValidationException options => "The settings are wrong:\n" + string.Join('\n', options.Failures.Select(failure => "  " + failure)),
        IOException { InnerException: AddressInUseException } => $"{fault.Message} Set ASPNETCORE_URLS to another address, e.g. http://127.0.0.1:3979.",
        IOException or UnauthorizedAccessException => fault.Message,
        _ => null,
    };
}
