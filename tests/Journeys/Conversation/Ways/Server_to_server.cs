using Journeys.TeamsClient;
using MarketoSetupBot.Sandbox.World;
using Xunit;
using Xunit.Abstractions;

namespace Journeys.Conversation.Ways;

public sealed class Server_to_server(ITestOutputHelper output)
{
    private const string Email = "marketo.app@contoso.com";

    [Fact]
    public async Task From_the_application_user_to_the_quarter_of_an_hour_that_Marketo_wants()
    {
        await using var contoso = await Contosos.OpenAsync();
        using var told = new Told(contoso.World, output);
        var talk = contoso.Talk(Email);
        await talk.BeginAsync();
        await talk.SendDetailsAsync(("method", "serverToServer"), ("appName", talk.AppName));
        await talk.SeesStepAsync("approve");
        await talk.Chat.PressAsync(Contosos.Isaiah, talk.Step, "approve");

        var byHand = (await talk.SeesStepAsync("hand.done")).CardFor(talk.Person)!.Text;
        await talk.SeesAsync("waits for an administrator");
        await talk.PressAsync("hand.done");
        await talk.SeesAsync("could not see it yet");
        await contoso.Control.AddApplicationUserAsync(contoso.ClientIdOf(talk), Email);
        await talk.PressAsync("hand.done");
        await talk.SeesStepAsync("collect");
        await talk.CopyAsync();

        List<string> acts = [];
        for (var act = 0; act < 4; act++) acts.Add((await talk.MarketoDoneAsync()).Text);
        var wait = (await talk.SeesAsync("fifteen minutes")).CardFor(talk.Person)!;
        contoso.World.Clock.Forward(TimeSpan.FromMinutes(15));
        await talk.Chat.SeesAsync(m => m.Text?.Contains("quarter of an hour", StringComparison.Ordinal) == true, "that Marketo has settled");
        await talk.MarketoDoneAsync();
        await talk.ClosesAsync();

        // Every value that has to be copied stands where it is needed, under the label that the other page has for it.
        var clientId = contoso.ClientIdOf(talk).ToString();
        Assert.All((string[])[clientId, Email, "Marketo Sync User", "Marketo Config"], value => Assert.Contains(value, byHand, StringComparison.Ordinal));
        Assert.All((string[])[clientId, Email, Contoso.TenantId.ToString(), talk.Organisation, "Reconfigure New Auth Method"], value => Assert.Contains(value, acts[1], StringComparison.Ordinal));
        Assert.DoesNotContain("marketo.done", wait.Verbs);
    }
}
