using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;
using SandboxPerson = MarketoSetupBot.Sandbox.World.Person;

namespace MarketoSetupBot.Backend.Tests.World;

/// <summary>Runs that have come as far as a test wants. Adele asks and receives; Alex, who holds the role, approves.</summary>
internal static class Setups
{
    public static DetailsRequest Details(SandboxPerson recipient) => new()
    {
        OrganisationUrl = "https://" + Contoso.OrganizationHost,
        SyncUser = Contoso.SyncUser.UserPrincipalName,
        Method = "passwordGrant",
        AppName = "Marketo Integration",
        SecretDescription = "Marketo sync",
        SecretLifetimeDays = "180",
        RecipientId = recipient.ObjectId.ToString(),
    };

    public static async Task<RunView> PlannedAsync(this Office office)
    {
        var adele = office.As(Contoso.Adele);
        var run = (await adele.OpenAsync()).Value;
        var sent = (await adele.SendDetailsAsync(run.Id)).Value;
        return await adele.UntilAsync(sent.Id, r => r.State is not RunState.Planning);
    }

    public static async Task<RunView> DeliveringAsync(this Office office)
    {
        var run = await office.PlannedAsync();
        var approved = (await office.As(Contoso.Alex).ApproveAsync(run)).Value;
        return await office.As(Contoso.Adele).UntilAsync(approved.Id, r => r.State is not RunState.Applying);
    }

    public static async Task<RunView> GuidingAsync(this Office office)
    {
        var run = await office.DeliveringAsync();
        var adele = office.As(Contoso.Adele);
        _ = (await adele.CollectAsync(run.Id)).Value;
        return (await adele.PostAsync(Routes.Copied, run.Id)).Value;
    }

    public static async Task<RunView> CompletedAsync(this Office office)
    {
        var run = await office.GuidingAsync();
        var adele = office.As(Contoso.Adele);
        while (run.State is RunState.Guiding)
            run = (await adele.MarketoDoneAsync(run.Id, run.Marketo!.Current)).Value;
        return run;
    }
}
