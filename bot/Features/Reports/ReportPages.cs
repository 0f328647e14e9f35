using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Reports;

/// <summary>Serves reports at <c>/reports/secret.xlsx</c>, as long as the address lives and its maker may still see what stands in it. Who doesn't know a living secret learns nothing.</summary>
internal static class ReportPages
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static IEndpointRouteBuilder MapReportPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/reports/{secret}.xlsx", Write);
        return routes;
    }

    private static async Task Write(HttpContext context)
    {
        var services = context.RequestServices;
        var at = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (context.Request.RouteValues["secret"] is not string { Length: Secret.Length } secret
            || await Find(services, secret, at, context.RequestAborted) is not { } found)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // Written whole before the first byte goes out: the writer isn't asynchronous.
        using var written = new MemoryStream();
        found.Book.Write(written);
        services.GetRequiredService<ILogger<AllReports>>().Served(found.Row.CellId, found.Row.Report);
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = written.Length;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{found.File}.xlsx\"";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        await context.Response.Body.WriteAsync(written.GetBuffer().AsMemory(0, (int)written.Length), context.RequestAborted);
    }

    private static async Task<(ReportRow Row, string File, Workbook Book)?> Find(IServiceProvider services, string secret, DateTimeOffset at, CancellationToken cancel)
    {
        var tables = services.GetRequiredService<ITables>();
        var reports = services.GetRequiredService<AllReports>();
        var hash = ReportRow.HashOf(secret);
        var day = VietnamTime.DateOf(at);
        if ((await tables.Find<ReportIndexRow>(ReportIndexRow.KeyOf(hash), ReportIndexRow.Key, cancel))?.Row is not { } index
            || (await tables.Find<ReportRow>(index.CellId, ReportRow.KeyOf(index.MemberId, index.Report, index.MadeBy), cancel))?.Row is not { } row
            || row.Hash != hash
            || at >= row.Until
            || (await tables.Find<PartRow<Member>>(row.CellId, PartRow<Member>.KeyOf(row.MemberId), cancel))?.Row.Part is not { } member
            || !reports.IsFor(row.Report, act => member.May(act, day))
            || await reports.Make(row.Report, new ReportPlan(row.Report, row.Slots, row.Day).Asked(row.CellId, at), act => member.May(act, day), cancel) is not { } report)
        {
            return null;
        }

        return (row, report.File, report.Book(ReportText.Sheet(row.Report), await reports.CellName(row.CellId, cancel), at));
    }
}
