using Microsoft.Playwright;

namespace Journeys.Browser;

/// <summary>The Agents Playground as a person uses it.</summary>
internal sealed class PlaygroundPage(IPage page)
{
    public IPage Page => page;

    /// <summary>The newest card that has a button or field of that name, or a heading.</summary>
    public ILocator NewestCard => page.Locator(".ac-preview-panel").Last;

    public async Task OpenAsync(Uri url)
    {
        await page.GotoAsync(url.ToString());
        await Compose.WaitForAsync();
        await page.GetByTitle("Hide log panel").ClickAsync();
    }

    public async Task SayAsync(string text)
    {
        await Compose.ClickAsync();
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Starts a thread in a channel that mentions the bot.</summary>
    public async Task PostInChannelAsync(string channel, string text)
    {
        await page.GetByRole(AriaRole.Treeitem).Filter(new() { HasText = channel }).Last.ClickAsync();
        // The welcome comes when the channel is opened; a post before it would not stand on top.
        await Button("Begin").WaitForAsync();
        await page.Locator("[data-lexical-editor=true]").First.ClickAsync();
        await page.Keyboard.TypeAsync("@");
        await page.GetByRole(AriaRole.Menuitem).Filter(new() { HasText = "Marketo Setup" }).ClickAsync();
        await page.Keyboard.TypeAsync(" " + text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Post" }).ClickAsync();
    }

    public Task PressAsync(string button) => Button(button).ClickAsync();

    /// <summary>In a channel the newest thread stands on top; the welcome below it has the same button.</summary>
    public async Task PressInNewestThreadAsync(string button)
    {
        var buttons = page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true });
        await buttons.Nth(1).WaitForAsync();
        await buttons.First.ClickAsync();
    }

    public Task FillAsync(string label, string value) => page.GetByLabel(label).Last.FillAsync(value);

    public Task SeesAsync(string text) => page.GetByText(text).Last.WaitForAsync();

    /// <summary>Text of the newest card with that button.</summary>
    public Task<string> CardWithAsync(string button) =>
        page.Locator(".ac-preview-panel").Filter(new() { Has = page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }) }).Last.InnerTextAsync();

    public Task ScrollToAsync(string text) => page.GetByText(text).Last.ScrollIntoViewIfNeededAsync();

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Last;

    public Task ShotAsync(string name) => page.ScreenshotAsync(new() { Path = Screenshots.PathOf(name), Animations = ScreenshotAnimations.Disabled });

    private ILocator Compose => page.Locator("[data-lexical-editor=true]").Last;
}
