using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Journeys.Browser;

/// <summary>The main job as a person does it: the Playground in one tab, Marketo in the other. Its pictures stand in the README.</summary>
public sealed partial class PlaygroundJourney
{
    private const string Organisation = "https://contoso.crm.dynamics.com";
    private const string SyncUser = "marketo.sync@contoso.onmicrosoft.com";

    /// <summary>Milliseconds: a new process, its sweep of what is due after at most 30 s, and the ten seconds before the consent.</summary>
    private const int AfterACrash = 90_000;

    [Fact]
    public async Task From_the_first_word_to_seven_green_ticks_in_a_personal_chat()
    {
        await using var demo = await DemoProcess.StartAsync();
        await using var browser = await BrowserSession.StartAsync();
        var teams = new PlaygroundPage(await browser.NewPageAsync());
        var marketo = new MarketoPage(await browser.NewPageAsync());
        await teams.OpenAsync(demo.PlaygroundUrl);
        await marketo.OpenAsync(demo.SandboxUrl);

        await SetUpAsync(teams);
        var (clientId, secret) = await CollectAsync(teams);
        await FollowTheActsAsync(teams, marketo, clientId, secret);

        await teams.SayAsync("validate sync");
        await teams.SeesAsync("The sync can work");
        await teams.ShotAsync("validate");
        Assert.DoesNotContain(demo.Files(), file => Canary.IsInFile(file, secret));
    }

    [Fact]
    public async Task In_a_channel_the_whole_team_sees_the_progress_in_the_thread()
    {
        await using var demo = await DemoProcess.StartAsync();
        await using var browser = await BrowserSession.StartAsync();
        var teams = new PlaygroundPage(await browser.NewPageAsync());
        await teams.OpenAsync(demo.PlaygroundUrl);

        await teams.PostInChannelAsync("Marketo sync", "set up");
        await teams.PressInNewestThreadAsync("Begin");
        await AnswerAndApproveAsync(teams);
        await teams.Button("Collect").WaitForAsync();
        await teams.SeesAsync("Setting up the Marketo sync");
        await teams.ScrollToAsync("Setting up the Marketo sync");
        await teams.ShotAsync("thread");
    }

    [Fact]
    [Trait("Category", "Crash")]
    public async Task A_backend_killed_after_the_approval_comes_back_and_goes_on_and_nothing_stays_behind()
    {
        List<Process> parts;
        await using (var demo = await DemoProcess.StartAsync())
        await using (var browser = await BrowserSession.StartAsync())
        {
            var teams = new PlaygroundPage(await browser.NewPageAsync());
            await teams.OpenAsync(demo.PlaygroundUrl);
            await SetUpAsync(teams);
            await teams.SeesAsync("Setting up Entra");
            demo.Part("backend").Kill();
            await teams.Button("Collect").WaitForAsync(new() { Timeout = AfterACrash });

            var (clientId, secret) = await CollectAsync(teams);

            Assert.NotEqual(clientId, secret);
            parts = [.. ((string[])["sandbox", "backend", "bot", "playground"]).Select(demo.Part)];
            Assert.DoesNotContain(parts, part => part.HasExited);
        }

        Assert.All(parts, part => Assert.True(part.HasExited));
    }

    private static async Task SetUpAsync(PlaygroundPage teams)
    {
        await teams.SayAsync("set up");
        await teams.PressAsync("Begin");
        await AnswerAndApproveAsync(teams, "plan");
    }

    private static async Task AnswerAndApproveAsync(PlaygroundPage teams, string? picture = null)
    {
        await teams.FillAsync("Dynamics organisation URL", Organisation);
        await teams.FillAsync("Sync user", SyncUser);
        await teams.PressAsync("Check and continue");
        await teams.Button("Approve").WaitForAsync();
        if (picture is not null) await teams.ShotAsync(picture);
        await teams.PressAsync("Approve");
    }

    private static async Task<(string ClientId, string Secret)> CollectAsync(PlaygroundPage teams)
    {
        await teams.Button("Collect").WaitForAsync();
        await teams.PressAsync("Collect");
        await teams.Button("I have copied it").WaitForAsync();
        var card = await teams.CardWithAsync("I have copied it");
        var clientId = ClientId().Match(card).Value;
        var secret = card.Split('\n', StringSplitOptions.TrimEntries).Single(line => SecretValue().IsMatch(line) && line != clientId);
        await teams.PressAsync("I have copied it");
        await teams.Button("I have copied it").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        return (clientId, secret);
    }

    private static async Task FollowTheActsAsync(PlaygroundPage teams, MarketoPage marketo, string clientId, string secret)
    {
        await teams.SeesAsync("Disable Sync");
        await marketo.PressAsync("Disable Sync");
        await teams.PressAsync("Done");

        await teams.SeesAsync("Client Secret");
        await teams.ShotAsync("marketo-act");
        await marketo.PasteCredentialsAsync(clientId, secret);
        await teams.PressAsync("Done");

        await marketo.PressAsync("Save");
        await teams.PressAsync("Done");

        var marks = await marketo.ValidateAsync();
        await marketo.Page.ScreenshotAsync(new() { Path = Screenshots.PathOf("marketo-page") });
        Assert.Equal(Enumerable.Repeat(true, 7), marks);
        await teams.PressAsync("Done");

        await marketo.PressAsync("Close");
        await teams.PressAsync("Done");

        await marketo.PressAsync("Enable Sync");
        await teams.PressAsync("Done");
        await teams.SeesAsync("validate sync");
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex ClientId();

    [GeneratedRegex(@"^[A-Za-z0-9~._-]{30,64}$")]
    private static partial Regex SecretValue();
}
