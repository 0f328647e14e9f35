using System.CommandLine;
using System.CommandLine.Parsing;

namespace ChiBoBot.Commands;

/// <summary><c>chibobot package</c>: writes the app package for one installation.</summary>
internal static class PackageCommand
{
    private const int LongestDeveloper = 32;

    public static Command Build()
    {
        var appId = Id("--app-id", "The app's id in the Teams catalogue: a GUID of your own that never changes.");
        var botId = Id("--bot-id", "The bot's Entra application id (Microsoft App ID): a GUID.");
        var domain = new Option<string>("--domain")
        {
            Description = "The host name that the bot answers at, e.g. bot.example.vn.",
            Required = true,
        };
        domain.Validators.Add(given => Check(given, IsHostName,
            "is not a host name: give it without https://, port and path, e.g. bot.example.vn."));
        var developer = new Option<string>("--developer") { Description = "Who runs the bot, as Teams shows it (at most 32 characters)." };
        developer.Validators.Add(given => Check(given, name => name.Length is > 0 and <= LongestDeveloper,
            $"is not a name of 1 to {LongestDeveloper} characters."));
        var website = Page("--website", "The page about the bot. Default: https://<domain>/");
        var privacy = Page("--privacy", "The page on privacy. Default: https://<domain>/privacy");
        var terms = Page("--terms", "The terms of use. Default: https://<domain>/terms");
        var output = new Option<FileInfo>("--output", "-o")
        {
            Description = "The file to write.",
            DefaultValueFactory = _ => new FileInfo("chibobot.zip"),
        };
        output.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<FileInfo>() is { Directory.Exists: false } file)
            {
                given.AddError($"--output: the folder {file.DirectoryName} does not exist.");
            }
        });

        var command = new Command("package", "Writes the Teams app package (zip) with this installation's ids.")
        {
            appId, botId, domain, developer, website, privacy, terms, output,
        };
        command.SetAction(async (asked, cancel) =>
        {
            var app = new AppIdentity(Guid.Parse(asked.GetRequiredValue(appId)), Guid.Parse(asked.GetRequiredValue(botId)), asked.GetRequiredValue(domain));
            app = app with
            {
                Developer = asked.GetValue(developer) ?? app.Developer,
                Website = asked.GetValue(website) is { } site ? new Uri(site) : app.Website,
                Privacy = asked.GetValue(privacy) is { } page ? new Uri(page) : app.Privacy,
                Terms = asked.GetValue(terms) is { } rules ? new Uri(rules) : app.Terms,
            };
            var file = asked.GetRequiredValue(output);
            try
            {
                await File.WriteAllBytesAsync(file.FullName, AppPackage.Create(app), cancel);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                await asked.InvocationConfiguration.Error.WriteLineAsync($"{file.FullName} cannot be written: {error.Message}");
                return 1;
            }

            await asked.InvocationConfiguration.Output.WriteLineAsync($"Wrote {file.FullName}. Upload it in the Teams admin centre: Teams apps, Manage apps, Upload new app.");
            return 0;
        });
        return command;
    }

    private static Option<string> Id(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, Required = true };
        option.Validators.Add(given => Check(given, text => Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty,
            "is not a GUID like 8f14e45f-ceea-467f-a8a6-3d1c1e2b9c55."));
        return option;
    }

    private static Option<string> Page(string name, string description)
    {
        var option = new Option<string>(name) { Description = description };
        option.Validators.Add(given => Check(given, text => Uri.TryCreate(text, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps,
            "is not an address that begins with https://."));
        return option;
    }

    private static bool IsHostName(string text) =>
        Uri.CheckHostName(text) == UriHostNameType.Dns && text.Contains('.', StringComparison.Ordinal);

    private static void Check(OptionResult given, Func<string, bool> isRight, string otherwise)
    {
        if (given.Tokens is [var token] && !isRight(token.Value))
        {
            given.AddError($"{given.Option.Name}: '{token.Value}' {otherwise}");
        }
    }
}
