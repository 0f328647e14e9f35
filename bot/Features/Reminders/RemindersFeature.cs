using System.Text.Json.Serialization;
using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Reminders;

/// <summary>Nhắc việc: what officers order, what the bot reminds of by itself, and what became of it.</summary>
internal static class RemindersFeature
{
    public static IServiceCollection AddReminders(this IServiceCollection services) => services
        .AddSingleton<Crowd>()
        .AddSingleton<IPauses>(provider => provider.GetRequiredService<Crowd>())
        .AddSingleton<Deliveries>()
        .AddSingleton<AskReminderHandler>()
        .AddSingleton<SendReminder>()
        .AddSingleton<AskDeliveriesHandler>()
        .AddSingleton<ShowDelivery>()
        .AddSingleton<RepeatFailed>()
        .AddSingleton<AskPauseHandler>()
        .AddSingleton<SetPause>()
        .AddSingleton<CellClocks>()
        .AddSingleton<AskDeadlinesHandler>()
        .AddSingleton<FinishTerms>()
        .AddSingleton<AskLadderHandler>()
        .AddSingleton<SetLadder>()
        .AddSingleton<IUndone, UndoneReminders>()
        .AddSingleton<MeetingReminders>()
        .AddSingleton<IMeetingReminders>(provider => provider.GetRequiredService<MeetingReminders>())
        .AddSingleton<ILadderKind>(provider => provider.GetRequiredService<MeetingReminders>())
        .AddSingleton<TermSteps>()
        .AddSingleton<ILadderKind>(provider => new TermLadder(LadderKinds.Term, provider.GetRequiredService<TermSteps>()))
        .AddSingleton<ILadderKind>(provider => new TermLadder(LadderKinds.Papers, provider.GetRequiredService<TermSteps>()))
        .AddSingleton<IWeekly, TermWeekly>()
        .AddSingleton<Birthdays>()
        .AddSingleton<ILadderKind>(provider => provider.GetRequiredService<Birthdays>())
        .AddSingleton<IWeekly>(provider => provider.GetRequiredService<Birthdays>())
        .AddSingleton<OwnBirthday>()
        .AddDue<BirthdayDue>()
        .AddDue<TermStepDue>()
        .AddDue<MeetingStepDue>()
        .AddDue<MeetingPersonDue>()
        .AddDue<MeetingNoticeDue>()
        .AddDue<MeetingPersonNoticeDue>()
        .AddDue<WeekDue>()
        .AddDue<PurgeDue>()
        .AddDue<GroupLostDue>()
        .AddSingleton<IGroupWatch, GroupWatch>()
        .AddDue<DigestDue>()
        .AddDue<ReminderDue>()
        .AddDue<PersonalReminderDue>()
        .AddDue<DeliveryReportDue>();

    public static Routes MapReminders(this Routes routes) => routes
        .Question<AskReminder, AskReminderHandler>(Intent.CmdSendReminder, Act.RemindOneself, AskReminder.Of)
        .Phrase<AskPause, AskPauseHandler>(Act.RemindOneself, AskPause.Of)
        .Phrase<AskDeliveries, AskDeliveriesHandler>(Act.RemindOthers, AskDeliveries.Of)
        .Phrase<AskLadder, AskLadderHandler>(Act.RemindOthers, AskLadder.Of)
        .Verb<LadderKindForm, AskLadderHandler>(LadderCards.OpenVerb, Act.RemindOthers, static () => RemindersJson.Default.LadderKindForm)
        .Verb<LadderForm, SetLadder>(LadderCards.Verb, Act.RemindOthers, static () => RemindersJson.Default.LadderForm)
        .Phrase<AskBirthday, OwnBirthday>(Act.RemindOneself, AskBirthday.Of)
        .Verb<BirthdayForm, OwnBirthday>(BirthdayCards.OwnVerb, Act.RemindOneself, static () => RemindersJson.Default.BirthdayForm)
        .Phrase<AskDeadlines, AskDeadlinesHandler>(Act.SeeDeadlines, AskDeadlines.Of)
        .Verb<FinishTermsForm, FinishTerms>(DeadlineCards.FinishVerb, Act.FinishTerms, static () => RemindersJson.Default.FinishTermsForm)
        .Verb<ReminderForm, SendReminder>(ReminderCards.SendVerb, Act.RemindOneself, static () => RemindersJson.Default.ReminderForm)
        .Verb<PauseForm, SetPause>(ReminderCards.PauseVerb, Act.RemindOneself, static () => RemindersJson.Default.PauseForm)
        .Verb<DeliveryForm, ShowDelivery>(ReminderCards.DeliveryVerb, Act.RemindOneself, static () => RemindersJson.Default.DeliveryForm)
        .Verb<DeliveryForm, RepeatFailed>(ReminderCards.RepeatVerb, Act.RemindOneself, static () => RemindersJson.Default.DeliveryForm);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Recipients))]
[JsonSerializable(typeof(ReminderCommand))]
[JsonSerializable(typeof(MeetingNotice))]
[JsonSerializable(typeof(LadderKindForm))]
[JsonSerializable(typeof(BirthdayForm))]
[JsonSerializable(typeof(LadderForm))]
[JsonSerializable(typeof(FinishTermsForm))]
[JsonSerializable(typeof(ReminderForm))]
[JsonSerializable(typeof(PauseForm))]
[JsonSerializable(typeof(DeliveryForm))]
internal sealed partial class RemindersJson : JsonSerializerContext;
