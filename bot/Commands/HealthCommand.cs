using System.CommandLine;

namespace ChiBoBot.Commands;

/// <summary><c>chibobot health</c>: asks a running bot whether it is alive. Container images without a shell have nothing else to ask with.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static Command Build()
    {
        var address = new Argument<Uri>("address")
        {
            Description = "What to ask.",
            DefaultValueFactory = _ => new Uri("http://127.0.0.1:8080/healthz"),
            CustomParser = given =>
            {
                if (Uri.TryCreate(given.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                {
                    return address;
                }

                given.AddError($"'{given.Tokens[0].Value}' is not an http address.");
                return null;
            },
        };
        var command = new Command("health", "Ends with 0 when the bot at the address is alive, with 1 otherwise.") { address };
        command.SetAction(async (asked, cancel) =>
        {
            using var http = new HttpClient { Timeout = Patience };
            try
            {
                using var answer = await http.GetAsync(asked.GetRequiredValue(address), cancel);
                await asked.InvocationConfiguration.Output.WriteLineAsync($"{(int)answer.StatusCode}");
                return answer.IsSuccessStatusCode ? 0 : 1;
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
            {
                await asked.InvocationConfiguration.Error.WriteLineAsync(error.Message);
                return 1;
            }
        });
        return command;
    }
}
