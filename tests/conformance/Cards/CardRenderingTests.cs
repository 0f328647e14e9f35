using Microsoft.Playwright;

namespace ChiBoBot.Conformance;

/// <summary>Microsoft's renderer draws each card of the gallery. <c>CHIBOBOT_PICTURES</c> names a folder that then gets a picture of each.</summary>
[Collection(SharedChromium.Name)]
public class CardRenderingTests(ChromiumFixture chromium)
{
    private const int Phone = 360;
    private const int Desktop = 720;

    public static TheoryData<string> Gallery { get; } = new(Repository.Cards);

    [Theory]
    [MemberData(nameof(Gallery))]
    public Task A_card_is_drawn_whole_on_a_phone(string name) => IsDrawnWhole(name, Phone);

    [Theory]
    [MemberData(nameof(Gallery))]
    public Task A_card_is_drawn_whole_on_a_desktop(string name) => IsDrawnWhole(name, Desktop);

    [Theory]
    [InlineData("""{"type":"Nonsense"}""", "Unknown element type \"Nonsense\"")]
    [InlineData("""{"type":"Input.Text","label":"a"}""", "All inputs must have a unique Id")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.Submit","title":"Một nút bấm có tên dài đến mức không màn hình điện thoại nào hiện hết được"}]}""", "wider than the card: button")]
    public async Task What_is_wrong_is_seen(string element, string expected)
    {
        var page = await Canvas(Phone);

        var faults = await Draw(page, $$"""{"type":"AdaptiveCard","version":"1.5","body":[{{element}}]}""", Phone);

        Assert.Contains(faults, fault => fault.StartsWith(expected, StringComparison.Ordinal));
    }

    private async Task IsDrawnWhole(string name, int width)
    {
        var page = await Canvas(width);

        var faults = await Draw(page, await File.ReadAllTextAsync(Repository.Card(name)), width);

        if (Environment.GetEnvironmentVariable("CHIBOBOT_PICTURES") is { Length: > 0 } folder)
        {
            await page.Locator("#card").ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png") });
        }

        await page.Context.CloseAsync();
        Assert.Empty(faults);
    }

    private async Task<IPage> Canvas(int width)
    {
        var page = await chromium.Open(width, 800);
        await page.SetContentAsync("<!doctype html><html lang=vi><body></body></html>");
        await page.AddScriptTagAsync(new() { Path = Repository.Package("adaptivecards/dist/adaptivecards.js") });
        await page.AddScriptTagAsync(new() { Path = Repository.Package("markdown-it/dist/browser/markdown-it.umd.min.js") });
        await page.AddScriptTagAsync(new() { Path = Path.Combine(Repository.Root, "tests", "conformance", "Cards", "render.js") });
        return page;
    }

    private static async Task<string[]> Draw(IPage page, string card, int width) =>
        await page.EvaluateAsync<string[]>("([card, width]) => draw(JSON.parse(card), width)", new object[] { card, width });
}
