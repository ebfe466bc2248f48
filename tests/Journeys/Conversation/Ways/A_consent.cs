using Journeys.TeamsClient;
using MarketoSetupBot.Sandbox.World;
using Xunit;
using Xunit.Abstractions;

namespace Journeys.Conversation.Ways;

public sealed class A_consent(ITestOutputHelper output)
{
    [Fact]
    public async Task That_the_backend_may_not_grant_is_given_by_an_administrator_and_seen()
    {
        await using var contoso = await Contosos.OpenAsync();
        using var told = new Told(contoso.World, output);
        await contoso.Control.WithholdAsync("DelegatedPermissionGrant.ReadWrite.All");
        await contoso.Control.WithholdAsync("Directory.ReadWrite.All");
        var talk = contoso.Talk();
        await talk.ToPlanAsync(("appName", talk.AppName));
        await talk.Chat.PressAsync(Contosos.Isaiah, talk.Step, "approve");
        var byHand = await talk.SeesStepAsync("hand.done");
        Assert.Contains("DelegatedPermissionGrant.ReadWrite.All", byHand.CardFor(talk.Person)!.Text, StringComparison.Ordinal);

        await talk.PressAsync("hand.done");
        await talk.SeesAsync("could not see it yet");
        await contoso.Control.SetGrantAsync(contoso.ClientIdOf(talk), "user_impersonation");
        await talk.Chat.PressAsync(Contosos.Isaiah, talk.Step, "hand.done");
        await talk.SeesStepAsync("collect");
        await talk.FinishAsync();
    }

    [Fact]
    public async Task Is_given_for_the_sync_user_alone_where_the_organisation_wants_it_narrow()
    {
        await using var contoso = await Contosos.OpenAsync(("Access:Consent", "SyncUserOnly"));
        using var told = new Told(contoso.World, output);
        var talk = contoso.Talk();
        await talk.ToPlanAsync(("appName", talk.AppName));
        var plan = talk.Step.CardFor(talk.Person)!;
        Assert.Contains(talk.SyncUser, plan.Text, StringComparison.Ordinal);
        await talk.Chat.PressAsync(Contosos.Isaiah, talk.Step, "approve");
        await talk.SeesStepAsync("collect");
        await talk.FinishAsync();

        var client = contoso.Tenant.FindServicePrincipal(contoso.ClientIdOf(talk))!.Id;
        var grant = contoso.Tenant.Locked(() => Assert.Single(contoso.Tenant.Grants.Values, g => g.ClientId == client));
        Assert.Equal(("Principal", Contoso.SyncUser.ObjectId, "user_impersonation"), (grant.ConsentType, grant.PrincipalId, grant.Scope));
    }
}
