using Journeys.Conversation.Ways;
using Journeys.TeamsClient;
using MarketoSetupBot.Sandbox.World;
using Xunit.Abstractions;

namespace Journeys.Conversation;

public sealed class A_secret_made_by_hand(ITestOutputHelper output)
{
    [Fact]
    public async Task Is_asked_of_an_administrator_and_goes_from_the_portal_into_Marketo()
    {
        await using var contoso = await Contosos.OpenAsync();
        using var told = new Told(contoso.World, output);
        var talk = contoso.Talk();
        await talk.ToPlanAsync(("appName", talk.AppName));
        await talk.Chat.PressAsync(Contosos.Isaiah, talk.Step, "approve");
        await talk.SeesStepAsync("collect");
        Change(contoso, talk, app => app with { Owners = [] });
        // Right after our own writes a refusal may only mean that the app has not arrived everywhere.
        contoso.World.Clock.Forward(TimeSpan.FromMinutes(4));

        var card = (await talk.PressAsync("collect")).Card!;
        Assert.All((string[])["New client secret", "Never paste it into this chat", "Application.ReadWrite.OwnedBy", "Adele Vance"], words => Assert.Contains(words, card.Text, StringComparison.Ordinal));
        await talk.Chat.SeesVerbAsync(Contosos.Isaiah, "hand.done");
        await talk.PressAsync("hand.done");
        await talk.SeesAsync("could not see it yet");
        var now = contoso.World.Clock.GetUtcNow();
        Change(contoso, talk, app => app with
        {
            PasswordCredentials = [new() { KeyId = Guid.NewGuid(), DisplayName = "Marketo sync", StartDateTime = now, EndDateTime = now.AddDays(30) }],
        });
        await talk.Chat.PressAsync(Contosos.Isaiah, talk.Step, "hand.done");
        await talk.SeesAsync("made in the portal");
        for (var act = 0; act < 6; act++) await talk.MarketoDoneAsync();
        await talk.ClosesAsync();
    }

    private static void Change(Contosos contoso, SetupTalk talk, Func<Application, Application> change) => contoso.Tenant.Locked(() =>
    {
        var app = contoso.Tenant.Applications.Values.Single(a => a.AppId == contoso.ClientIdOf(talk));
        return contoso.Tenant.Applications[app.Id] = change(app);
    });
}
