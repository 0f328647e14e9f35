using ChiBoBot.Commands;
using ChiBoBot.Due;
using ChiBoBot.Features.Attendance;
using ChiBoBot.Features.Binding;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Dues;
using ChiBoBot.Features.Events;
using ChiBoBot.Features.Help;
using ChiBoBot.Features.Ledger;
using ChiBoBot.Features.Members;
using ChiBoBot.Features.Reminders;
using ChiBoBot.Features.Reports;
using ChiBoBot.Features.SelfAssessment;
using ChiBoBot.Features.Targets;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Teams.InboundAuth;
using ChiBoBot.Teams.Outbound;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Hosting;

/// <summary>The bot put together: one line for each room.</summary>
internal static class BotHost
{
    /// <summary>Every table that the bot keeps.</summary>
    public static IReadOnlyList<string> Tables { get; } = [.. CellsFeature.Tables, .. DueServices.Tables, ConversationRow.Table];

    /// <param name="configure">What a command changes before the host is made, e.g. settings of its own.</param>
    /// <param name="environment">The environment's name where it isn't what <c>DOTNET_ENVIRONMENT</c> says.</param>
    public static WebApplication Build(Action<WebApplicationBuilder>? configure = null, string? environment = null)
    {
        // Unpacked and tried out beside everything else that a start does.
        var reader = Task.Run(static () => new Reader(Knowledge.Load()));
        _ = reader.ContinueWith(static ready => Rehearsal.Run(ready.Result), TaskScheduler.Default);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment,

            // Settings are read at the start; watching their files costs threads.
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        AddLogs(builder);
        configure?.Invoke(builder);
        builder.Services
            .AddStorage()
            .AddTeamsInbound()
            .AddConnector()
            .AddSingleton<IReader>(_ => reader.GetAwaiter().GetResult())
            .AddTurns()
            .AddDue()
            .AddHelp()
            .AddBinding()
            .AddReminders()
            .AddDues()
            .AddCells()
            .AddLedger()
            .AddMembers()
            .AddTargets()
            .AddEvents()
            .AddAttendance()
            .AddSelfAssessment()
            .AddReports()
            .AddSingleton(_ => new Routes().MapHelp().MapLedger().MapMembers().MapTargets().MapEvents().MapAttendance().MapBinding().MapReminders().MapDues().MapSelfAssessment().MapReports());
        ReadOnce<StorageOptions>(builder.Services);
        ReadOnce<TeamsOptions>(builder.Services);
        ReadOnce<ConnectorOptions>(builder.Services);
        ReadOnce<CellOptions>(builder.Services);
        ReadOnce<WebOptions>(builder.Services);
        builder.Services.AddHostedService<FirstQuestion>();
        if (builder.Configuration[Telemetry.EndpointVariable] is not null)
        {
            builder.Services.AddHostedService<Telemetry>();
        }

        var app = builder.Build();
        app.MapTeams();
        app.MapHealth();
        app.MapAboutPages();
        app.MapFeeds();
        app.MapReportPages();
        return app;
    }

    /// <summary>Makes the tables ready. Throws <see cref="StorageUnusableException"/> with a sentence for the operator where they can't be.</summary>
    public static Task Prepare(WebApplication app, CancellationToken cancel)
    {
        // Beside what is left of the start; whoever needs the keys or the receiver joins in.
        _ = Task.Run(() => app.Services.GetRequiredService<SigningKeys>().Warm(), cancel);
        _ = Task.Run(app.Services.GetRequiredService<IReceiver>, cancel);
        return app.Services.GetRequiredService<ITables>().Prepare(Tables, cancel);
    }

    /// <summary>The check at the start reads settings by the monitor; what asks for them afterwards shares its reading.</summary>
    private static void ReadOnce<T>(IServiceCollection services)
        where T : class => services.AddSingleton(provider => Options.Create(provider.GetRequiredService<IOptionsMonitor<T>>().CurrentValue));

    private static void AddLogs(WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.AddJsonConsole();
        }
    }
}
