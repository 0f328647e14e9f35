using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>Serves the results of a round at <c>/results/secret.xlsx</c>, as long as the address lives and its maker still runs rounds. Who doesn't know a living secret learns nothing.</summary>
internal static class ResultPages
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static IEndpointRouteBuilder MapResults(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/results/{secret}.xlsx", Write);
        return routes;
    }

    private static async Task Write(HttpContext context)
    {
        var services = context.RequestServices;
        var at = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (context.Request.RouteValues["secret"] is not string { Length: Secret.Length } secret
            || await Find(services, secret, at, context.RequestAborted) is not { } file)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // Written whole before the first byte goes out: the writer isn't asynchronous.
        using var written = new MemoryStream();
        (await services.GetRequiredService<Results>().Workbook(file.CellId, file.Round, at, context.RequestAborted)).Write(written);
        services.GetRequiredService<ILogger<Results>>().ResultsServed(file.CellId, file.Round.Id);
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = written.Length;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"xep-loai-{file.Round.Id}.xlsx\"";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        await context.Response.Body.WriteAsync(written.GetBuffer().AsMemory(0, (int)written.Length), context.RequestAborted);
    }

    private static async Task<(string CellId, Round Round)?> Find(IServiceProvider services, string secret, DateTimeOffset at, CancellationToken cancel)
    {
        var tables = services.GetRequiredService<ITables>();
        var hash = ResultFileRow.HashOf(secret);
        return (await tables.Find<ResultFileIndexRow>(ResultFileIndexRow.KeyOf(hash), ResultFileIndexRow.Key, cancel))?.Row is { } index
            && (await tables.Find<ResultFileRow>(index.CellId, ResultFileRow.KeyOf(index.MemberId), cancel))?.Row is { } file
            && file.Hash == hash
            && at < file.Until
            && (await tables.Find<PartRow<Member>>(index.CellId, PartRow<Member>.KeyOf(index.MemberId), cancel))?.Row.Part is { } member
            && member.May(Act.RateMembers, VietnamTime.DateOf(at))
            && await services.GetRequiredService<RoundStore>().Find(index.CellId, file.Round, cancel) is { Row.Part: var round }
            ? (index.CellId, round)
            : null;
    }
}
