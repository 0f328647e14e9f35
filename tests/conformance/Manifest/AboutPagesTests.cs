using ChiBoBot.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace ChiBoBot.Conformance;

public class AboutPagesTests
{
    [Fact]
    public async Task Every_page_that_the_package_links_to_is_there()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapAboutPages();
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var identity = new AppIdentity(Guid.Empty, Guid.Empty, "bot.example.vn");

        foreach (var (page, title) in new[] { (identity.Website, "ChiBoBot"), (identity.Privacy, "ChiBoBot – quyền riêng tư"), (identity.Terms, "ChiBoBot – điều khoản sử dụng") })
        {
            using var answer = await http.GetAsync(new Uri(page.AbsolutePath, UriKind.Relative));

            Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
            Assert.Contains($"<h1>{title}</h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }
}
