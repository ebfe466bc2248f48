using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Steps;

/// <summary>Whether Entra itself checks the sync user's password, as the password grant needs; and where it does not, the way that was approved.</summary>
internal sealed class CheckSignIn(TenantReads reads, CloudPasswords cloudPasswords) : IStep
{
    public StepKey Key => StepKey.SignIn;

    public async Task<StepResult> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        if (context.Details.Method is not AuthenticationMethod.PasswordGrant) return StepResult.Skipped(new Phrase(PhraseCodes.NothingToChange));
        var name = TenantFacts.DomainOf(context.Details.SyncUser);
        try
        {
            return (await reads.DomainsAsync(cancellationToken)).Named(name) switch
            {
                null => StepResult.Failed(new Phrase(PhraseCodes.BlockedDomainUnknown, ("domain", name))),
                var domain when domain.IsFederated() && context.Details.CloudPasswords => await cloudPasswords.AllowAsync(context, cancellationToken),
                var domain when domain.IsFederated() => StepResult.Failed(new Phrase(PhraseCodes.BlockedFederated, ("domain", name))),
                _ => StepResult.Succeeded(new Phrase(PhraseCodes.DomainManaged, ("domain", name)), wrote: false),
            };
        }
        catch (TroubleException e) when (e.Trouble is { Kind: TroubleKind.Forbidden, Permission: GraphPermissions.Domains })
        {
            // The plan said so already; an organisation may withhold this permission.
            return StepResult.Skipped(new Phrase(PhraseCodes.NotCheckedPermission, ("permission", e.Trouble.Permission)));
        }
    }
}
