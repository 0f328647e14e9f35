using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Targets;

/// <summary>Chỉ tiêu: how the cell stands on its resolutions, and why.</summary>
internal static class TargetsFeature
{
    public static IServiceCollection AddTargets(this IServiceCollection services) => services
        .AddSingleton<TargetBoards>()
        .AddSingleton<IReport, TargetReport>()
        .AddSingleton<AskTargetStatusHandler>()
        .AddSingleton<AskTargetOverviewHandler>()
        .AddSingleton<AskTargetHandler>()
        .AddSingleton<AskWhatIfHandler>()
        .AddSingleton<AskQuotaHandler>()
        .AddSingleton<Commit>()
        .AddSingleton<AskRecordHandler>()
        .AddSingleton<RecordResult>()
        .AddSingleton<AskDeedHandler>()
        .AddSingleton<RecordDeed>()
        .AddSingleton<AskAwardHandler>()
        .AddSingleton<RecordAward>()
        .AddSingleton<AskEditTargetHandler>()
        .AddSingleton<PreviewTarget>()
        .AddSingleton<SaveTarget>()
        .AddSingleton<AskCloseHandler>()
        .AddSingleton<ClosePeriod>();

    public static Routes MapTargets(this Routes routes) => routes
        .Question<AskTargetStatus, AskTargetStatusHandler>(Intent.TargetStatus, Act.SeeTargets, AskTargetStatus.Of)
        .Question<AskTargetOverview, AskTargetOverviewHandler>(Intent.TargetOverview, Act.SeeTargets, AskTargetOverview.Of)
        .Question<AskTarget, AskTargetHandler>(Intent.TargetProgress, Act.SeeTargets, AskTarget.Of)
        .Question<AskTarget, AskTargetHandler>(Intent.TargetFailDetail, Act.SeeTargets, AskTarget.Of)
        .Phrase<AskWhatIf, AskWhatIfHandler>(Act.SeeTargets, AskWhatIf.Of)
        .Phrase<AskQuota, AskQuotaHandler>(Act.SeeTargets, AskQuota.Of)
        .Question<AskRecord, AskRecordHandler>(Intent.CmdRecordTarget, Act.RecordTargets, AskRecord.Of)
        .Phrase<AskDeed, AskDeedHandler>(Act.RecordTargets, AskDeed.Of)
        .Phrase<AskAward, AskAwardHandler>(Act.RecordTargets, AskAward.Of)
        .Phrase<AskEditTarget, AskEditTargetHandler>(Act.ChangeTargets, AskEditTarget.Of)
        .Phrase<AskClose, AskCloseHandler>(Act.ChangeTargets, AskClose.Of)
        .Verb<TargetForm, RecordResult>(TargetCommandCards.RecordVerb, Act.RecordTargets, static () => TargetsJson.Default.TargetForm)
        .Verb<TargetForm, RecordDeed>(TargetCommandCards.DeedVerb, Act.RecordTargets, static () => TargetsJson.Default.TargetForm)
        .Verb<TargetForm, RecordAward>(TargetCommandCards.AwardVerb, Act.RecordTargets, static () => TargetsJson.Default.TargetForm)
        .Verb<TargetForm, PreviewTarget>(TargetCommandCards.PreviewVerb, Act.ChangeTargets, static () => TargetsJson.Default.TargetForm)
        .Verb<TargetForm, SaveTarget>(TargetCommandCards.SaveVerb, Act.ChangeTargets, static () => TargetsJson.Default.TargetForm)
        .Verb<TargetForm, ClosePeriod>(TargetCommandCards.CloseVerb, Act.ChangeTargets, static () => TargetsJson.Default.TargetForm);
}
