using ChiBoBot.Cards;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Members;

/// <summary>Đảng viên: who they are, which posts they hold, and which account is whose.</summary>
internal static class MembersFeature
{
    public static IServiceCollection AddMembers(this IServiceCollection services) => services
        .AddSingleton<IMembers, MemberStore>()
        .AddSingleton<IRoster, Roster>()
        .AddSingleton<IPeople, People>()
        .AddSingleton<INewcomers, Newcomers>()
        .AddSingleton<SecretaryMail>()
        .AddSingleton<AskRosterHandler>()
        .AddSingleton<AskPostHandler>()
        .AddSingleton<ConfirmNewcomer>();

    public static Routes MapMembers(this Routes routes) => routes
        .Question<AskRoster, AskRosterHandler>(Intent.MemberRoster, Act.SeeMembers, AskRoster.Of)
        .Question<AskPost, AskPostHandler>(Intent.MemberByPost, Act.SeeMembers, AskPost.Of)
        .Verb<ConfirmForm, ConfirmNewcomer>(MembersCards.ConfirmVerb, Act.ConfirmIdentity, MembersJson.Default.ConfirmForm);
}
