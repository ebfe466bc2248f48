using Journeys.TeamsClient;
using MarketoSetupBot.Sandbox.World;
using Xunit;
using Xunit.Abstractions;

namespace Journeys.Conversation.Ways;

public sealed class An_app_made_by_hand(ITestOutputHelper output)
{
    [Fact]
    public async Task Is_shown_taken_over_with_approval_and_keeps_what_it_had()
    {
        await using var contoso = await Contosos.OpenAsync();
        using var told = new Told(contoso.World, output);
        var app = Make(contoso.Tenant);
        var talk = contoso.Talk();
        await talk.ToPlanAsync(("appName", "Marketo Integration"));
        var offered = talk.Step.CardFor(talk.Person)!.Text;

        await talk.PressAsync("take-over");
        var plan = (await talk.Chat.SeesAsync(m => m.CardFor(talk.Person) is { } c && c.Verbs.Contains("approve") && !c.Verbs.Contains("take-over"), "the plan with the app"))
            .CardFor(talk.Person)!.Text;
        await talk.Chat.PressAsync(Contosos.Isaiah, talk.Step, "approve");
        var byHand = await talk.SeesStepAsync("hand.done");
        Assert.DoesNotContain("I lack", byHand.CardFor(talk.Person)!.Text, StringComparison.Ordinal);
        MakeOurs(contoso.Tenant, app);
        await talk.Chat.PressAsync(Contosos.Isaiah, talk.Step, "hand.done");
        await talk.SeesStepAsync("collect");
        await talk.FinishAsync();

        Assert.All((string[])[app.AppId.ToString(), "made by hand", "An approver has to agree"], words => Assert.Contains(words, offered, StringComparison.Ordinal));
        Assert.Contains("whoever has them can sign in", plan, StringComparison.Ordinal);

        var now = contoso.Tenant.Locked(() => contoso.Tenant.Applications[app.Id]);
        Assert.Equal(2, now.PasswordCredentials.Count);
        Assert.Contains(now.PasswordCredentials, c => c.DisplayName == "made by hand");
    }

    private static Application Make(Tenant tenant) => tenant.Locked(() =>
    {
        var now = DateTimeOffset.UtcNow;
        var app = new Application
        {
            Id = Guid.NewGuid(),
            AppId = Guid.NewGuid(),
            DisplayName = "Marketo Integration",
            SignInAudience = "AzureADMyOrg",
            PasswordCredentials = [new() { KeyId = Guid.NewGuid(), DisplayName = "made by hand", Hint = "abc", StartDateTime = now, EndDateTime = now.AddDays(90) }],
        };
        tenant.Applications.Add(app.Id, app);
        tenant.Add(new ServicePrincipal { Id = Guid.NewGuid(), AppId = app.AppId, DisplayName = app.DisplayName });
        return app;
    });

    /// <summary>What the card asks an administrator for: the product as an owner of both.</summary>
    private static void MakeOurs(Tenant tenant, Application app) => tenant.Locked(() =>
    {
        var (us, principal) = (tenant.FindServicePrincipal(Contoso.BackendAppId)!.Id, tenant.FindServicePrincipal(app.AppId)!);
        tenant.Applications[app.Id] = tenant.Applications[app.Id] with { Owners = [us] };
        tenant.ServicePrincipals[principal.Id] = principal with { Owners = [us] };
        return us;
    });
}
