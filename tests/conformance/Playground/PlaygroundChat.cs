using Microsoft.Playwright;

namespace ChiBoBot.Conformance;

/// <summary>A person at the Playground's page: chooses a conversation, types, reads, presses.</summary>
internal sealed class PlaygroundChat(IPage page)
{
    public IPage Page => page;

    public static async Task<PlaygroundChat> Open(ChromiumFixture chromium, Uri address)
    {
        var page = await chromium.Open(1280, 900);

        // The page asks for fonts out there: it works without them, and the tests stay on this machine.
        await page.RouteAsync("**/*", route => new Uri(route.Request.Url).IsLoopback ? route.ContinueAsync() : route.AbortAsync());
        await page.GotoAsync(address.AbsoluteUri);
        return new(page);
    }

    /// <summary>Opens a conversation by its name in the list: <c>Personal Chat</c>, the group's name, <c>team - channel</c>.</summary>
    public Task Enter(string conversation) => page.GetByRole(AriaRole.Treeitem, new() { Name = conversation, Exact = true }).ClickAsync();

    public async Task Say(string text)
    {
        await page.GetByRole(AriaRole.Textbox).First.FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).ClickAsync();
    }

    /// <summary>Says it to the bot among others: the bot's name is chosen from the list that <c>@</c> opens.</summary>
    public async Task Mention(string text)
    {
        var box = page.GetByRole(AriaRole.Textbox).First;
        await box.ClickAsync();
        await box.PressSequentiallyAsync("@");
        await page.Locator("[role=option], [role=menuitem]").Filter(new() { HasText = "ChiBoBot" }).First.ClickAsync();
        await box.PressSequentiallyAsync(" " + text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).ClickAsync();
    }

    /// <summary>Waits until the text can be read in the conversation.</summary>
    public Task Read(string text) => page.GetByText(text).Last.WaitForAsync();

    /// <summary>Presses a card's button.</summary>
    public Task Press(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();
}
