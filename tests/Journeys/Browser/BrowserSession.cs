using Microsoft.Playwright;

namespace Journeys.Browser;

/// <summary>One Chromium with one context: what a person has open during a journey.</summary>
internal sealed class BrowserSession : IAsyncDisposable
{
    private static readonly string[] s_quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IBrowserContext _context;

    private BrowserSession(IPlaywright playwright, IBrowser browser, IBrowserContext context) =>
        (_playwright, _browser, _context) = (playwright, browser, context);

    public static async Task<BrowserSession> StartAsync()
    {
        var path = InstalledChromium.Path();
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = s_quiet });
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1360, Height = 960 }, Locale = "en-US", TimezoneId = "UTC" });
        context.SetDefaultTimeout(30_000);
        return new BrowserSession(playwright, browser, context);
    }

    public Task<IPage> NewPageAsync() => _context.NewPageAsync();

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
