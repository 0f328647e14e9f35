using System.Reflection;

namespace ChiBoBot.Commands;

/// <summary>The pages that the app package links to: about the bot, privacy, terms of use. Teams shows them before somebody installs it.</summary>
internal static class AboutPages
{
    public static IEndpointRouteBuilder MapAboutPages(this IEndpointRouteBuilder routes)
    {
        Map(routes, "/", "about");
        Map(routes, "/privacy", "privacy");
        Map(routes, "/terms", "terms");
        return routes;
    }

    private static void Map(IEndpointRouteBuilder routes, string path, string name)
    {
        var page = Read(name);
        routes.MapGet(path, async context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
            context.Response.Headers.CacheControl = "public, max-age=3600";
            await context.Response.Body.WriteAsync(page, context.RequestAborted);
        });
    }

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"manifest/pages/{name}.html")
            ?? throw new InvalidOperationException($"The page {name} is not built into this program.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
