using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Events;

/// <summary>Serves calendars at <c>/calendar/secret.ics</c>, and one event at <c>/calendar/secret/event.ics</c>. Who doesn't know a living secret learns nothing.</summary>
internal static class FeedPages
{
    private const int DaysBack = 90;
    private const int DaysAhead = 400;

    public static IEndpointRouteBuilder MapFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/calendar/{secret}.ics", context => Write(context, null));
        routes.MapGet("/calendar/{secret}/{eventId}.ics", context => Write(context, context.Request.RouteValues["eventId"] as string));
        return routes;
    }

    private static async Task Write(HttpContext context, string? eventId)
    {
        var services = context.RequestServices;
        var clock = services.GetRequiredService<TimeProvider>();
        if (context.Request.RouteValues["secret"] is not string { Length: Secret.Length } secret
            || await Find(services, secret, eventId, clock.GetUtcNow(), context.RequestAborted) is not { } feed)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "text/calendar; charset=utf-8";
        context.Response.Headers.CacheControl = "private, max-age=900";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.WriteAsync(feed, context.RequestAborted);
    }

    private static async Task<string?> Find(IServiceProvider services, string secret, string? eventId, DateTimeOffset at, CancellationToken cancel)
    {
        var tables = services.GetRequiredService<ITables>();
        var hash = FeedRow.HashOf(secret);
        var today = VietnamTime.DateOf(at);
        if ((await tables.Find<FeedIndexRow>(new FeedIndexRow(hash, "", "").PartitionKey, FeedIndexRow.Key, cancel))?.Row is not { } index
            || (await tables.Find<FeedRow>(index.CellId, FeedRow.KeyOf(index.MemberId, index.EventId), cancel))?.Row.Hash != hash
            || (await tables.Find<PartRow<Member>>(index.CellId, PartRow<Member>.KeyOf(index.MemberId), cancel))?.Row.Part is not { } member
            || !member.IsIn(today)
            || (index.EventId is not null && eventId is not null && eventId != index.EventId)
            || (await tables.Find<CellRow>(index.CellId, CellRow.Key, cancel))?.Row.Cell is not { } cell)
        {
            return null;
        }

        eventId ??= index.EventId;
        var events = await services.GetRequiredService<Calendar>().Events(index.CellId, new DateRange(today.AddDays(-DaysBack), today.AddDays(DaysAhead)), EventSort.Any, cancel);
        var shown = events.Where(happening => (eventId is null || happening.Id == eventId) && (!happening.IsMeeting || member.IsCalled(happening))).ToList();
        return eventId is not null && shown.Count == 0 ? null : Feed.Of(cell.Name, shown, at);
    }
}
