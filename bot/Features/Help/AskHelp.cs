using ChiBoBot.Cards;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Help;

/// <summary>“trợ giúp”, and everything that needs words rather than records: greetings, thanks, what the bot does not serve or must decline.</summary>
internal sealed record AskHelp(Intent Intent)
{
    public static AskHelp Of(Request request) => new(request.Intent);
}

internal sealed class AskHelpHandler : IHandle<AskHelp>
{
    public Task<Reply> Handle(AskHelp asked, Turn turn, CancellationToken cancel) => Task.FromResult(asked.Intent switch
    {
        Intent.Greeting => Reply.Say(HelpText.Greeting, Audience.Everyone),
        Intent.Thanks => Reply.Say(HelpText.Thanks, Audience.Everyone),
        Intent.OutOfScope => Reply.Say(HelpText.OutOfScope, Audience.Everyone),
        Intent.ConfidentialRequest => Reply.Say(HelpText.Confidential, Audience.Everyone),
        Intent.UnsafeInput => Reply.Say(HelpText.Unsafe, Audience.Everyone),
        _ => Reply.Show(HelpCards.Help(), HelpText.Title, Audience.Everyone),
    });
}
