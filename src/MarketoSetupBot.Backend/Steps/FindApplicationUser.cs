using System.Net.Mail;
using MarketoSetupBot.Backend.Dataverse;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Steps;

/// <summary>
/// Server to server: the application user that Dynamics knows our app as. Only its portal makes one, so this is always an act by hand; it is seen by
/// reading where the organisation lets the backend read, and otherwise taken from whoever confirms it, by name.
/// </summary>
internal sealed class FindApplicationUser(IServiceScopeFactory scopes, ApplicationUserReads reads, BackendIdentity identity) : IStep
{
    private const int LongestEmail = 100;

    public StepKey Key => StepKey.ApplicationUser;

    public async Task<StepResult> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        if (context.Connection.ClientId is not { } clientId) return StepResult.Failed(new Phrase(PhraseCodes.FailedAppGone));
        await using var scope = scopes.CreateAsyncScope();
        var access = await scope.ServiceProvider.GetRequiredService<OrganisationDoor>().OpenAsync(context.Connection, cancellationToken);
        try
        {
            return access is OrganisationAccess.Granted granted ? await ReadAsync(context, clientId, granted, cancellationToken) : Confirmed(context);
        }
        catch (DataverseRefusedException)
        {
            return Confirmed(context);
        }
    }

    private async Task<StepResult> ReadAsync(StepContext context, string clientId, OrganisationAccess.Granted access, CancellationToken cancellationToken)
    {
        var found = await reads.FindAsync(access, Guid.Parse(clientId), cancellationToken);
        var missing = found switch
        {
            null => PhraseCodes.WaitingForPortal,
            { IsDisabled: true } => PhraseCodes.ApplicationUserDisabled,
            { HasSyncRole: false } => PhraseCodes.ApplicationUserLacksRole,
            { Email: "" } => PhraseCodes.ApplicationUserLacksEmail,
            _ => null,
        };
        return missing is null ? Succeeded(context, found!.Email, PhraseCodes.ApplicationUserFound) : StepResult.ByHand(new Phrase(missing), HandWork.ApplicationUser(context, asks: false));
    }

    /// <summary>Nobody can read it: the word of a person stands, with their name.</summary>
    private StepResult Confirmed(StepContext context)
    {
        var act = HandWork.ApplicationUser(context, asks: true);
        if (context.Claim is not { } claim) return StepResult.ByHand(new Phrase(PhraseCodes.WaitingForPortal), act);
        return claim.Answer?.Trim() is { Length: > 0 and <= LongestEmail } typed && MailAddress.TryCreate(typed, out var email) && email.Address == typed
            ? Succeeded(context, typed, PhraseCodes.ApplicationUserConfirmed)
            : StepResult.ByHand(new Phrase(PhraseCodes.EmailInvalid), act);
    }

    private StepResult Succeeded(StepContext context, string email, string says)
    {
        context.Connection.ApplicationUserEmail = email;
        return StepResult.Succeeded(new Phrase(says, ("email", email), ("tenant", identity.TenantId), ("by", context.Claim?.By.Name ?? "")), wrote: false);
    }
}
