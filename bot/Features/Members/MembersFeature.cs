using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Members;

/// <summary>Đảng viên: who they are, which posts they hold, and which account is whose.</summary>
internal static class MembersFeature
{
    public static IServiceCollection AddMembers(this IServiceCollection services) => services
        .AddSingleton<IReport, MemberReport>()
        .AddSingleton<IMembers, MemberStore>()
        .AddSingleton<IRoster, Roster>()
        .AddSingleton<IPeople, People>()
        .AddSingleton<INewcomers, Newcomers>()
        .AddSingleton<SecretaryMail>()
        .AddSingleton<AskRosterHandler>()
        .AddSingleton<AskPostHandler>()
        .AddSingleton<AskQualificationHandler>()
        .AddSingleton<AskJoiningHandler>()
        .AddSingleton<AskAnniversaryHandler>()
        .AddSingleton<AskTransferHandler>()
        .AddSingleton<AskProbationHandler>()
        .AddSingleton<AskContactHandler>()
        .AddSingleton<ConfirmNewcomer>();

    public static Routes MapMembers(this Routes routes) => routes
        .Question<AskRoster, AskRosterHandler>(Intent.MemberRoster, Act.SeeMembers, AskRoster.Of)
        .Question<AskPost, AskPostHandler>(Intent.MemberByPost, Act.SeeMembers, AskPost.Of)
        .Question<AskQualification, AskQualificationHandler>(Intent.MemberByQualification, Act.SeeMembers, AskQualification.Of)
        .Question<AskJoining, AskJoiningHandler>(Intent.MemberJoinDate, Act.SeeMembers, AskJoining.Of)
        .Question<AskAnniversary, AskAnniversaryHandler>(Intent.MemberAnniversary, Act.SeeMembers, AskAnniversary.Of)
        .Question<AskTransfer, AskTransferHandler>(Intent.MemberTransfer, Act.SeeMembers, AskTransfer.Of)
        .Question<AskProbation, AskProbationHandler>(Intent.MemberProbationary, Act.SeeMembers, AskProbation.Of)
        .Question<AskContact, AskContactHandler>(Intent.MemberContact, Act.SeeMembers, AskContact.Of)
        .Verb<ConfirmForm, ConfirmNewcomer>(MembersCards.ConfirmVerb, Act.ConfirmIdentity, static () => MembersJson.Default.ConfirmForm);
}
