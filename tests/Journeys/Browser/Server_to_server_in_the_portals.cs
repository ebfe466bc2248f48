using Journeys.Conversation.Ways;
using Journeys.TeamsClient;
using MarketoSetupBot.Sandbox.World;
using Xunit.Abstractions;

namespace Journeys.Browser;

/// <summary>What the cards say, done in a browser: the application user in the Power Platform, the new method in Marketo. Only the chat is scripted, so that the quarter of an hour can be set forward.</summary>
public sealed class Server_to_server_in_the_portals(ITestOutputHelper output)
{
    private const string Email = "marketo.app@contoso.com";

    [Fact]
    public async Task Every_value_on_the_cards_has_its_field_and_Marketo_signs_in_with_what_was_pasted()
    {
        await using var contoso = await Contosos.OpenAsync();
        using var told = new Told(contoso.World, output);
        await using var browser = await BrowserSession.StartAsync();
        var powerPlatform = new PowerPlatformPage(await browser.NewPageAsync());
        var marketo = new MarketoPage(await browser.NewPageAsync());
        var talk = contoso.Talk(Email);
        await talk.BeginAsync();
        await talk.SendDetailsAsync(("method", "serverToServer"), ("appName", talk.AppName));
        await talk.SeesStepAsync("approve");
        await talk.Chat.PressAsync(Contosos.Isaiah, talk.Step, "approve");

        var byHand = (await talk.SeesStepAsync("hand.done")).CardFor(talk.Person)!;
        await powerPlatform.OpenAsync(contoso.World.SandboxUrl);
        await powerPlatform.AddUserAsync(byHand.Copied("Application (client) ID"), byHand.Copied("Email"));
        await powerPlatform.SetMarketoUserAsync(Email);
        await talk.PressAsync("hand.done");

        await talk.SeesStepAsync("collect");
        var secret = (await talk.PressAsync("collect")).Card!.Copied("Client Secret");
        await talk.PressAsync("copied");

        await marketo.OpenAsync(contoso.World.SandboxUrl);
        await talk.MarketoDoneAsync(_ => marketo.PressAsync("Disable Sync"));
        await talk.MarketoDoneAsync(card => marketo.ReconfigureAsync(
            card.Copied("Username"), card.Copied("Client Id"), secret, card.Copied("Tenant ID"), card.Copied("URL")));
        await talk.MarketoDoneAsync(async _ => Assert.Equal(Enumerable.Repeat(true, 7), await marketo.ValidateNewMethodAsync()));
        await talk.MarketoDoneAsync(_ => marketo.SwitchAsync());
        await talk.SeesAsync("fifteen minutes");
        contoso.World.Clock.Forward(TimeSpan.FromMinutes(15));
        await talk.MarketoDoneAsync(_ => marketo.PressAsync("Enable Sync"));

        await marketo.Page.GetByText("The last sync cycle succeeded.").WaitForAsync();
        await talk.ClosesAsync();
        var proof = await talk.Chat.SeesAsync(m => m.Card?.Verbs.Contains("validation.details") == true, "the proof at the end");
        Assert.DoesNotContain("broken", proof.Card!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(contoso.World.Teams.Traffic, body => body.Contains(secret, StringComparison.Ordinal));
    }
}
