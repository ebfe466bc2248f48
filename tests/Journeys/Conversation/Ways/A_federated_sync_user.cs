using Journeys.TeamsClient;
using MarketoSetupBot.Sandbox.World;
using Xunit;
using Xunit.Abstractions;

namespace Journeys.Conversation.Ways;

/// <summary>What the guide has a chapter for: the sync user's domain signs in elsewhere.</summary>
public sealed class A_federated_sync_user(ITestOutputHelper output)
{
    [Fact]
    public async Task Gets_a_policy_whose_risk_the_approver_accepts_in_words()
    {
        await using var contoso = await Contosos.OpenAsync();
        using var told = new Told(contoso.World, output);
        await contoso.Control.SetPasswordHashSyncAsync(directorySynchronised: true, passwordHashSync: true);
        var talk = contoso.Talk(Contoso.FederatedSyncUser.UserPrincipalName);
        await talk.BeginAsync();
        await talk.SendDetailsAsync(("appName", talk.AppName));
        var blocked = await talk.Chat.SeesVerbAsync(talk.Person, "choose.cloud-passwords");
        var card = blocked.CardFor(talk.Person)!;

        // The ways in the order in which they are recommended, each with a button, and what the third one really does.
        Assert.DoesNotContain("approve", card.Verbs);
        Assert.True(Place(card, "**Server to server.**") < Place(card, "**A cloud-only sync user.**") && Place(card, "**A cloud-only sync user.**") < Place(card, "**A policy and password hash sync.**"), card.Text);
        Assert.Contains("the federation server is not asked", card.Text, StringComparison.Ordinal);
        Assert.Equal(["choose.server-to-server", "change", "choose.cloud-passwords", "cancel.ask"], card.Verbs);

        await talk.PressAsync("choose.cloud-passwords");
        var plan = (await talk.SeesStepAsync("approve")).CardFor(talk.Person)!;
        var unaccepted = await talk.Chat.PressAsync(Contosos.Isaiah, talk.Step, "approve");
        await talk.Chat.PressAsync(Contosos.Isaiah, talk.Step, "approve", ("acceptRisk", "true"));
        await talk.SeesStepAsync("collect");
        await talk.FinishAsync();

        Assert.Contains("corp.contoso.com", plan.Text, StringComparison.Ordinal);
        Assert.Contains("tick the box", unaccepted.Line, StringComparison.Ordinal);
        await talk.Chat.SeesAsync(m => m.Text?.Contains("Isaiah Langer accepted in words", StringComparison.Ordinal) == true, "who accepted the risk");
        Assert.Single(contoso.Tenant.Locked(() => contoso.Tenant.HomeRealmDiscoveryPolicies.Values.ToList()));
    }

    [Fact]
    public async Task Is_replaced_by_one_on_the_initial_domain_and_what_was_typed_stays()
    {
        await using var contoso = await Contosos.OpenAsync();
        using var told = new Told(contoso.World, output);
        var talk = contoso.Talk(Contoso.FederatedSyncUser.UserPrincipalName);
        await talk.BeginAsync();
        await talk.SendDetailsAsync(("appName", talk.AppName), ("secretLifetimeDays", "90"));
        var blocked = await talk.Chat.SeesVerbAsync(talk.Person, "choose.cloud-passwords");

        var form = (await talk.Chat.ClickAsync(talk.Person, blocked, blocked.CardFor(talk.Person)!.Buttons.Single(b => b.Contains("sync user", StringComparison.Ordinal)))).Card!;
        Assert.Equal(("90", talk.AppName), (form.Inputs["secretLifetimeDays"], form.Inputs["appName"]));
        await talk.PressAsync("details.send", ("syncUser", Contoso.SyncUser.UserPrincipalName));
        await talk.SeesStepAsync("approve");
        await talk.Chat.PressAsync(Contosos.Isaiah, talk.Step, "approve");
        await talk.SeesStepAsync("collect");
        await talk.FinishAsync();

        Assert.Empty(contoso.Tenant.Locked(() => contoso.Tenant.HomeRealmDiscoveryPolicies.Values.ToList()));
    }

    private static int Place(CardView card, string words)
    {
        var place = card.Text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        Assert.True(place >= 0, $"\"{words}\" is not on the card:\n{card.Text}");
        return place;
    }
}
