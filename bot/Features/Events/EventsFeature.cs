using System.Text.Json.Serialization;
using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Events;

/// <summary>Lịch: meetings, other events and anniversaries; planning, moving and cancelling them.</summary>
internal static class EventsFeature
{
    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        return services
            .AddSingleton<AskFeedHandler>()
            .AddSingleton<DoFeed>()
            .AddSingleton<AskMeetingFileHandler>()
            .AddSingleton<DoMeetingFile>()
            .AddSingleton<Calendar>()
            .AddSingleton<IReport>(provider => new EventReport(provider.GetRequiredService<Calendar>(), "meetings", EventSort.Meeting))
            .AddSingleton<IReport>(provider => new EventReport(provider.GetRequiredService<Calendar>(), "events", EventSort.Any))
            .AddSingleton<PlanCards>()
            .AddSingleton<AskNextEventHandler>()
            .AddSingleton<AskEventsHandler>()
            .AddSingleton<AskEventDetailHandler>()
            .AddSingleton<AskPlanHandler>()
            .AddSingleton<AskCancelEventHandler>()
            .AddSingleton<DoPlan>()
            .AddSingleton<AskEditHandler>()
            .AddSingleton<ShowEdit>()
            .AddSingleton<EditCards>()
            .AddSingleton<RegularMeetings>()
            .AddSingleton<AskRegularHandler>()
            .AddSingleton<DoRegular>()
            .AddSingleton<IWeekly, RegularWeekly>()
            .AddDue<RegularDue>()
            .AddSingleton<DoCancelEvent>();
    }

    public static Routes MapEvents(this Routes routes) => routes
        .Phrase<AskEdit, AskEditHandler>(Act.PlanEvents, AskEdit.Of)
        .Phrase<AskRegular, AskRegularHandler>(Act.PlanEvents, AskRegular.Of)
        .Question<AskNextEvent, AskNextEventHandler>(Intent.EventNext, Act.SeeEvents, AskNextEvent.Of)
        .Question<AskEvents, AskEventsHandler>(Intent.EventList, Act.SeeEvents, AskEvents.Of)
        .Question<AskEventDetail, AskEventDetailHandler>(Intent.EventDetail, Act.SeeEvents, AskEventDetail.Of)
        .Part<AskCancelEvent, AskCancelEventHandler>(Intent.CancelCommand, Act.PlanEvents, AskCancelEvent.Of)
        .Question<AskPlan, AskPlanHandler>(Intent.CmdCreateMeeting, Act.PlanEvents, AskPlan.Of)
        .Phrase<AskFeed, AskFeedHandler>(Act.FollowCalendar, AskFeed.Of)
        .Phrase<AskMeetingFile, AskMeetingFileHandler>(Act.FollowCalendar, AskMeetingFile.Of)
        .Verb<MeetingFileForm, DoMeetingFile>(FeedCards.FileVerb, Act.FollowCalendar, static () => EventsJson.Default.MeetingFileForm)
        .Verb<FeedForm, DoFeed>(FeedCards.Verb, Act.FollowCalendar, static () => EventsJson.Default.FeedForm)
        .Verb<PlanForm, DoPlan>(EventPlanCards.PlanVerb, Act.PlanEvents, static () => EventsJson.Default.PlanForm)
        .Verb<EditForm, ShowEdit>(EventPlanCards.EditVerb, Act.PlanEvents, static () => EventsJson.Default.EditForm)
        .Verb<RegularForm, DoRegular>(RegularCards.Verb, Act.PlanEvents, static () => EventsJson.Default.RegularForm)
        .Verb<CancelEventForm, DoCancelEvent>(EventPlanCards.CancelVerb, Act.PlanEvents, static () => EventsJson.Default.CancelEventForm);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(EventDraft))]
[JsonSerializable(typeof(CancelPlan))]
[JsonSerializable(typeof(RegularPlan))]
[JsonSerializable(typeof(RegularForm))]
[JsonSerializable(typeof(PlanForm))]
[JsonSerializable(typeof(EditForm))]
[JsonSerializable(typeof(FeedForm))]
[JsonSerializable(typeof(MeetingFileForm))]
[JsonSerializable(typeof(CancelEventForm))]
internal sealed partial class EventsJson : JsonSerializerContext;
