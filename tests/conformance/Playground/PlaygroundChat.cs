using Microsoft.Playwright;

namespace ChiBoBot.Conformance;

/// <summary>A person at the Playground's page: chooses a conversation, types, reads, presses.</summary>
internal sealed class PlaygroundChat(IPage page)
{
    public IPage Page => page;

    public static async Task<PlaygroundChat> Open(ChromiumFixture chromium, Uri address)
    {
        var page = await chromium.Open(Width, Height);

        // The page asks for fonts out there: it works without them, and the tests stay on this machine.
        await page.RouteAsync("**/*", route => new Uri(route.Request.Url).IsLoopback ? route.ContinueAsync() : route.AbortAsync());
        await page.GotoAsync(address.AbsoluteUri);
        return new(page);
    }

    /// <summary>Opens a conversation by its name in the list: <c>Personal Chat</c>, the group's name, <c>team - channel</c>.</summary>
    public Task Enter(string conversation) => page.GetByRole(AriaRole.Treeitem, new() { Name = conversation, Exact = true }).ClickAsync();

    public async Task Say(string text)
    {
        // The one below all cards, which may have fields of their own.
        await page.GetByRole(AriaRole.Textbox).Last.FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).ClickAsync();
    }

    /// <summary>Says it to the bot among others: the bot's name is chosen from the list that <c>@</c> opens.</summary>
    public Task Mention(string text) => Mention(page.GetByRole(AriaRole.Textbox).Last, text, "Send Message");

    /// <summary>The same as a new post in a channel.</summary>
    public Task Post(string text) => Mention(page.GetByRole(AriaRole.Textbox).First, text, "Post");

    private async Task Mention(ILocator box, string text, string send)
    {
        await box.ClickAsync();
        await box.PressSequentiallyAsync("@");
        await page.Locator("[role=option], [role=menuitem]").Filter(new() { HasText = "ChiBoBot" }).First.ClickAsync();
        await box.PressSequentiallyAsync(" " + text);
        await page.GetByRole(AriaRole.Button, new() { Name = send }).ClickAsync();
    }

    /// <summary>Waits until the text can be read in the conversation.</summary>
    /// <exception cref="TimeoutException">It never came; the message tells what stood there instead.</exception>
    public async Task Read(string text)
    {
        try
        {
            await page.GetByText(text).Last.WaitForAsync();
        }
        catch (TimeoutException never)
        {
            throw new TimeoutException($"'{text}' never came. The page says:\n{await page.InnerTextAsync("body")}", never);
        }
    }

    /// <summary>Presses a card's button and waits until the page shows the bot's answer to the press.</summary>
    public Task Press(string button) => Press(page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));

    /// <inheritdoc cref="Press(string)"/>
    public async Task Press(ILocator button)
    {
        // The bot changes the message before it answers the press, and the page draws the card anew for each of both: what is typed between them is lost.
        var answer = await page.RunAndWaitForResponseAsync(() => button.Last.ClickAsync(), answer => answer.Url.EndsWith("/_conversation/v1/invoke", StringComparison.Ordinal));
        await answer.FinishedAsync();
        await page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))))");
    }

    /// <summary>A field of the newest card, by how its label begins.</summary>
    public ILocator Field(string label) => page.GetByLabel(label).Last;

    public Task Fill(string label, string text) => Field(label).FillAsync(text);

    /// <summary>Chooses from a list that opens.</summary>
    public Task Choose(string label, string option) => Choose(page.GetByRole(AriaRole.Combobox, new() { Name = label }).Last, option);

    /// <summary>Chooses one of a few that all stand there.</summary>
    public Task Pick(string option) => page.GetByRole(AriaRole.Radio, new() { Name = option, Exact = true }).Last.ClickAsync();

    /// <summary>A field with this label that belongs to a heading above it, such as a member's name in a list.</summary>
    public Task FillUnder(string heading, string label, string text) => Under(heading, label).FillAsync(text);

    public Task ChooseUnder(string heading, string label, string option) => Choose(Under(heading, label), option);

    /// <summary>Presses a card's button that leads out of the chat, to a file, and gets it.</summary>
    public async Task<Stream> Download(string button)
    {
        var file = new TaskCompletionSource<IDownload>(TaskCreationOptions.RunContinuationsAsynchronously);
        page.Download += (_, download) => file.TrySetResult(download);
        page.Context.Page += (_, opened) => opened.Download += (_, download) => file.TrySetResult(download);
        await page.GetByRole(AriaRole.Link, new() { Name = button, Exact = true }).Last.ClickAsync();
        return await (await file.Task.WaitAsync(TimeSpan.FromMinutes(2))).CreateReadStreamAsync();
    }

    /// <summary>What the newest card with this text says, as one reads it.</summary>
    public Task<string> Card(string text) => CardWith(text).InnerTextAsync();

    /// <summary>The newest card with this text at a phone's width, where CHIBOBOT_PICTURES names a folder.</summary>
    public async Task Picture(string name, string text)
    {
        if (Environment.GetEnvironmentVariable("CHIBOBOT_PICTURES") is { } folder)
        {
            await page.SetViewportSizeAsync(Width, TallEnough);
            await CardWith(text).ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), Style = PhoneStyle });
            await page.SetViewportSizeAsync(Width, Height);
        }
    }

    /// <summary>Ticks one choice of a field that takes several.</summary>
    public async Task Tick(string label, string choice)
    {
        await page.GetByRole(AriaRole.Combobox, new() { Name = label }).Last.ClickAsync();
        await page.GetByRole(AriaRole.Menuitemcheckbox, new() { Name = choice }).Last.ClickAsync();
        await page.Keyboard.PressAsync("Escape");
    }

    /// <summary>Takes a picture into the folder that CHIBOBOT_PICTURES names, where it names one.</summary>
    public async Task Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("CHIBOBOT_PICTURES") is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }
    }

    private const int Width = 1280;
    private const int Height = 900;
    private const int TallEnough = 2600;
    private const string PhoneStyle = ".ac-adaptiveCard { width: 360px !important; box-sizing: border-box; }";

    private ILocator CardWith(string text) => page.Locator(".ac-adaptiveCard").Filter(new() { HasText = text }).Last;

    private ILocator Under(string heading, string label) =>
        page.Locator($"xpath=(//*[normalize-space(text())='{heading}'])[last()]/following::label[normalize-space(.)='{label}'][1]/following::*[self::input or self::textarea or self::button][1]");

    private async Task Choose(ILocator list, string option)
    {
        await list.ClickAsync();
        var chosen = page.GetByRole(AriaRole.Option, new() { Name = option, Exact = true });
        await chosen.ClickAsync();

        // A list that still stands open takes the next click for itself.
        await chosen.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }
}
