using System.Text.Json.Serialization;
using ChiBoBot.Cards;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Reports;

/// <summary>Xuất báo cáo: what each feature's records say as an Excel file, at an address that dies.</summary>
internal static class ReportsFeature
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<AllReports>()
        .AddSingleton<ReportReplies>()
        .AddSingleton<AskReportHandler>()
        .AddSingleton<ShowReport>()
        .AddSingleton<MakeReport>()
        .AddSingleton<RevokeReport>();

    public static Routes MapReports(this Routes routes) => routes
        .Question<AskReport, AskReportHandler>(Intent.CmdExportReport, Act.ExportReports, AskReport.Of)
        .Phrase<AskReport, AskReportHandler>(Act.ExportReports, AskReport.Of)
        .Verb<ReportForm, ShowReport>(ReportCards.AskVerb, Act.ExportReports, static () => ReportsJson.Default.ReportForm)
        .Verb<MakeReportForm, MakeReport>(ReportCards.MakeVerb, Act.ExportReports, static () => ReportsJson.Default.MakeReportForm)
        .Verb<ReportForm, RevokeReport>(ReportCards.RevokeVerb, Act.ExportReports, static () => ReportsJson.Default.ReportForm);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ReportPlan))]
[JsonSerializable(typeof(ReportForm))]
[JsonSerializable(typeof(MakeReportForm))]
internal sealed partial class ReportsJson : JsonSerializerContext;
