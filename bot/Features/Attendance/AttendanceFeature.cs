using System.Text.Json.Serialization;
using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Attendance;

/// <summary>Điểm danh: roll calls, absences asked beforehand, who spoke, what was voted, and every number about them.</summary>
internal static class AttendanceFeature
{
    public static IServiceCollection AddAttendance(this IServiceCollection services) => services
        .AddSingleton<RollBook>()
        .AddSingleton<IAwaited, AwaitedMarks>()
        .AddSingleton<RollDesk>()
        .AddSingleton<RollEnd>()
        .AddSingleton<MarkAttendance>()
        .AddSingleton<ViewRoll>()
        .AddSingleton<AskOpenRollHandler>()
        .AddSingleton<OpenRoll>()
        .AddSingleton<ShowDesk>()
        .AddSingleton<CloseRoll>()
        .AddSingleton<WriteMarks>()
        .AddSingleton<WriteSomeMarks>()
        .AddSingleton<WriteAllMarks>()
        .AddSingleton<AbsenceForms>()
        .AddSingleton<ShowAbsenceForm>()
        .AddSingleton<AskForAbsence>()
        .AddSingleton<WithdrawAbsence>()
        .AddSingleton<DecideAbsence>()
        .AddSingleton<AskAbsencesHandler>()
        .AddSingleton<SayAttendanceHandler>()
        .AddSingleton<SayAbsenceHandler>()
        .AddSingleton<SayDeskHandler>()
        .AddSingleton<SayComingHandler>()
        .AddSingleton<SayComes>()
        .AddSingleton<ShowMissForm>()
        .AddSingleton<AskSpokeHandler>()
        .AddSingleton<SpokeCards>()
        .AddSingleton<ShowSpoke>()
        .AddSingleton<WriteSpoke>()
        .AddSingleton<VoteCards>()
        .AddSingleton<ShowVote>()
        .AddSingleton<WriteVote>()
        .AddSingleton<MeetingSought>()
        .AddSingleton<CallsSought>()
        .AddSingleton<IReport, AttendanceReport>()
        .AddSingleton<AskAttendanceCountHandler>()
        .AddSingleton<AskAttendanceAbsentHandler>()
        .AddSingleton<AskOwnAttendanceHandler>()
        .AddSingleton<AskPersonAttendanceHandler>()
        .AddSingleton<AskAttendanceRateHandler>()
        .AddSingleton<AskAttendanceRankingHandler>()
        .AddSingleton<AbsenceRecords>()
        .AddSingleton<Opinions>()
        .AddSingleton<IMeetingPlans, OpinionPlans>()
        .AddSingleton<AskToOpineHandler>()
        .AddSingleton<AskOpinionsHandler>()
        .AddSingleton<ShowOpinions>()
        .AddSingleton<GiveOpinion>()
        .AddSingleton<WithdrawOpinion>()
        .AddSingleton<Silences>()
        .AddSingleton<NudgeCards>()
        .AddSingleton<AskNudgeHandler>()
        .AddSingleton<AskSilentHandler>()
        .AddSingleton<SwitchNudge>()
        .AddSingleton<SetOwnNudge>()
        .AddSingleton<NudgePlans>()
        .AddSingleton<IWeekly>(provider => provider.GetRequiredService<NudgePlans>())
        .AddSingleton<IMeetingPlans>(provider => provider.GetRequiredService<NudgePlans>())
        .AddDue<NudgeDue>()
        .AddDue<NudgePersonDue>()
        .AddDue<AbsenceRecordDue>()
        .AddDue<OpinionsDue>()
        .AddDue<RollCard>()
        .AddDue<RollWatch>()
        .AddDue<AbsenceAsked>()
        .AddDue<AbsenceTold>()
        .AddSingleton<AbsencePlans>()
        .AddSingleton<IWeekly>(provider => provider.GetRequiredService<AbsencePlans>())
        .AddSingleton<IMeetingPlans>(provider => provider.GetRequiredService<AbsencePlans>())
        .AddDue<AbsencesMoved>()
        .AddDue<AbsenceMoved>()
        .AddDue<AbsenceBack>();

    public static Routes MapAttendance(this Routes routes) => routes
        .Phrase<SayAttendance, SayAttendanceHandler>(Act.MarkAttendance, SayAttendance.Of)
        .Phrase<SayAbsence, SayAbsenceHandler>(Act.MarkAttendance, SayAbsence.Of)
        .Phrase<SayComing, SayComingHandler>(Act.MarkAttendance, SayComing.Of)
        .Phrase<AskAbsences, AskAbsencesHandler>(Act.DecideAbsence, AskAbsences.Of)
        .Phrase<AskToOpine, AskToOpineHandler>(Act.MarkAttendance, AskToOpine.Of)
        .Phrase<AskOpinions, AskOpinionsHandler>(Act.SeeOpinions, AskOpinions.Of)
        .Phrase<AskNudge, AskNudgeHandler>(Act.RemindOneself, AskNudge.Of)
        .Phrase<AskSilent, AskSilentHandler>(Act.SeeSilence, AskSilent.Of)
        .Phrase<AskSpoke, AskSpokeHandler>(Act.SeeAttendance, AskSpoke.Of)
        .Phrase<SayDesk, SayDeskHandler>(Act.RunRollCall, SayDesk.Of)
        .Question<AskOpenRoll, AskOpenRollHandler>(Intent.CmdOpenAttendance, Act.RunRollCall, AskOpenRoll.Of)
        .Question<AskAttendanceCount, AskAttendanceCountHandler>(Intent.AttendanceCount, Act.SeeAttendance, AskAttendanceCount.Of)
        .Question<AskAttendanceAbsent, AskAttendanceAbsentHandler>(Intent.AttendanceAbsent, Act.SeeAttendance, AskAttendanceAbsent.Of)
        .Question<AskAttendanceRate, AskAttendanceRateHandler>(Intent.AttendanceRate, Act.SeeAttendance, AskAttendanceRate.Of)
        .Question<AskAttendanceRanking, AskAttendanceRankingHandler>(Intent.AttendanceRanking, Act.SeeAttendance, AskAttendanceRanking.Of)
        .Question<AskOwnAttendance, AskOwnAttendanceHandler>(Intent.AttendanceSelf, Act.MarkAttendance, AskOwnAttendance.Of)
        .Question<AskPersonAttendance, AskPersonAttendanceHandler>(Intent.AttendancePerson, Act.MarkAttendance, AskPersonAttendance.Of)
        .Verb<OpenRollForm, OpenRoll>(RollCards.OpenVerb, Act.RunRollCall, static () => AttendanceJson.Default.OpenRollForm)
        .Verb<MarkForm, MarkAttendance>(RollCards.MarkVerb, Act.MarkAttendance, static () => AttendanceJson.Default.MarkForm)
        .Verb<RollForm, ViewRoll>(RollCards.ViewVerb, Act.SeeAttendance, static () => AttendanceJson.Default.RollForm)
        .Verb<RollForm, ShowDesk>(RollCards.DeskVerb, Act.RunRollCall, static () => AttendanceJson.Default.RollForm)
        .Verb<WriteMarksForm, WriteSomeMarks>(RollCards.WriteVerb, Act.RunRollCall, static () => AttendanceJson.Default.WriteMarksForm)
        .Verb<WriteMarksForm, WriteAllMarks>(RollCards.AllButVerb, Act.RunRollCall, static () => AttendanceJson.Default.WriteMarksForm)
        .Verb<RollForm, CloseRoll>(RollCards.CloseVerb, Act.RunRollCall, static () => AttendanceJson.Default.RollForm)
        .Verb<RollForm, ShowAbsenceForm>(AbsenceCards.FormVerb, Act.MarkAttendance, static () => AttendanceJson.Default.RollForm)
        .Verb<AskAbsenceForm, AskForAbsence>(AbsenceCards.AskVerb, Act.MarkAttendance, static () => AttendanceJson.Default.AskAbsenceForm)
        .Verb<WithdrawAbsenceForm, WithdrawAbsence>(AbsenceCards.WithdrawVerb, Act.MarkAttendance, static () => AttendanceJson.Default.WithdrawAbsenceForm)
        .Verb<DecideAbsenceForm, DecideAbsence>(AbsenceCards.DecideVerb, Act.DecideAbsence, static () => AttendanceJson.Default.DecideAbsenceForm)
        .Verb<ComingForm, SayComes>(ComingCards.Verb, Act.MarkAttendance, static () => AttendanceJson.Default.ComingForm)
        .Verb<ComingForm, ShowMissForm>(ComingCards.MissVerb, Act.MarkAttendance, static () => AttendanceJson.Default.ComingForm)
        .Verb<RollForm, ShowSpoke>(MeetingNotesCards.SpokeFormVerb, Act.RunRollCall, static () => AttendanceJson.Default.RollForm)
        .Verb<SpokeForm, WriteSpoke>(MeetingNotesCards.SpokeVerb, Act.RunRollCall, static () => AttendanceJson.Default.SpokeForm)
        .Verb<RollForm, ShowVote>(MeetingNotesCards.VoteFormVerb, Act.RunRollCall, static () => AttendanceJson.Default.RollForm)
        .Verb<VoteForm, WriteVote>(MeetingNotesCards.VoteVerb, Act.RunRollCall, static () => AttendanceJson.Default.VoteForm)
        .Verb<SwitchNudgeForm, SwitchNudge>(NudgeCard.CellVerb, Act.SeeSilence, static () => AttendanceJson.Default.SwitchNudgeForm)
        .Verb<OwnNudgeForm, SetOwnNudge>(NudgeCard.OwnVerb, Act.RemindOneself, static () => AttendanceJson.Default.OwnNudgeForm)
        .Verb<OpinionForm, GiveOpinion>(OpinionCards.GiveVerb, Act.MarkAttendance, static () => AttendanceJson.Default.OpinionForm)
        .Verb<WithdrawOpinionForm, WithdrawOpinion>(OpinionCards.WithdrawVerb, Act.MarkAttendance, static () => AttendanceJson.Default.WithdrawOpinionForm)
        .Verb<MoreOpinionsForm, ShowOpinions>(OpinionCards.MoreVerb, Act.SeeOpinions, static () => AttendanceJson.Default.MoreOpinionsForm);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(OpenRollPlan))]
[JsonSerializable(typeof(OpenRollForm))]
[JsonSerializable(typeof(MarkForm))]
[JsonSerializable(typeof(RollForm))]
[JsonSerializable(typeof(WriteMarksForm))]
[JsonSerializable(typeof(AskAbsenceForm))]
[JsonSerializable(typeof(WithdrawAbsenceForm))]
[JsonSerializable(typeof(DecideAbsenceForm))]
[JsonSerializable(typeof(ComingForm))]
[JsonSerializable(typeof(SpokeForm))]
[JsonSerializable(typeof(VoteForm))]
[JsonSerializable(typeof(OpinionForm))]
[JsonSerializable(typeof(SwitchNudgeForm))]
[JsonSerializable(typeof(OwnNudgeForm))]
[JsonSerializable(typeof(WithdrawOpinionForm))]
[JsonSerializable(typeof(MoreOpinionsForm))]
internal sealed partial class AttendanceJson : JsonSerializerContext;
