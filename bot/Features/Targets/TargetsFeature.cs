using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Targets;

/// <summary>Chỉ tiêu: how the cell stands on its resolutions, and why.</summary>
internal static class TargetsFeature
{
    public static IServiceCollection AddTargets(this IServiceCollection services) => services
        .AddSingleton<TargetBoards>()
        .AddSingleton<AskTargetStatusHandler>()
        .AddSingleton<AskTargetOverviewHandler>()
        .AddSingleton<AskTargetHandler>()
        .AddSingleton<AskWhatIfHandler>()
        .AddSingleton<AskQuotaHandler>();

    public static Routes MapTargets(this Routes routes) => routes
        .Question<AskTargetStatus, AskTargetStatusHandler>(Intent.TargetStatus, Act.SeeTargets, AskTargetStatus.Of)
        .Question<AskTargetOverview, AskTargetOverviewHandler>(Intent.TargetOverview, Act.SeeTargets, AskTargetOverview.Of)
        .Question<AskTarget, AskTargetHandler>(Intent.TargetProgress, Act.SeeTargets, AskTarget.Of)
        .Question<AskTarget, AskTargetHandler>(Intent.TargetFailDetail, Act.SeeTargets, AskTarget.Of)
        .Phrase<AskWhatIf, AskWhatIfHandler>(Act.SeeTargets, AskWhatIf.Of)
        .Phrase<AskQuota, AskQuotaHandler>(Act.SeeTargets, AskQuota.Of);
}
