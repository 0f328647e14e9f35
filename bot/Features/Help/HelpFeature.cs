using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Help;

/// <summary>Trợ giúp: what the bot can do, and a kind word where it can't.</summary>
internal static class HelpFeature
{
    public static IServiceCollection AddHelp(this IServiceCollection services) => services
        .AddSingleton<AskHelpHandler>();

    public static Routes MapHelp(this Routes routes) => routes
        .Question<AskHelp, AskHelpHandler>(Intent.Help, Act.AskHelp, AskHelp.Of)
        .Question<AskHelp, AskHelpHandler>(Intent.Greeting, Act.AskHelp, AskHelp.Of)
        .Question<AskHelp, AskHelpHandler>(Intent.Thanks, Act.AskHelp, AskHelp.Of)
        .Question<AskHelp, AskHelpHandler>(Intent.OutOfScope, Act.AskHelp, AskHelp.Of)
        .Question<AskHelp, AskHelpHandler>(Intent.ConfidentialRequest, Act.AskHelp, AskHelp.Of)
        .Question<AskHelp, AskHelpHandler>(Intent.UnsafeInput, Act.AskHelp, AskHelp.Of);
}
