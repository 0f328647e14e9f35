using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Events;

/// <summary>Lịch: meetings, other events and anniversaries.</summary>
internal static class EventsFeature
{
    public static IServiceCollection AddEvents(this IServiceCollection services) => services
        .AddSingleton<Calendar>()
        .AddSingleton<AskNextEventHandler>()
        .AddSingleton<AskEventsHandler>()
        .AddSingleton<AskEventDetailHandler>();

    public static Routes MapEvents(this Routes routes) => routes
        .Question<AskNextEvent, AskNextEventHandler>(Intent.EventNext, Act.SeeEvents, AskNextEvent.Of)
        .Question<AskEvents, AskEventsHandler>(Intent.EventList, Act.SeeEvents, AskEvents.Of)
        .Question<AskEventDetail, AskEventDetailHandler>(Intent.EventDetail, Act.SeeEvents, AskEventDetail.Of);
}
