using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Backend.Undo;
using MarketoSetupBot.Contracts;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Steps;

/// <summary>
/// A federated sync user: a home realm discovery policy of our own on our own service principal, so that Entra checks the password against its
/// synchronised hash. Somebody else's policy is never written to; where one is attached, ours takes over its settings and its place.
/// </summary>
internal sealed class CloudPasswords(TenantGraph graph, PolicyReads policies, Patience patience)
{
    private const string Name = "Marketo sync: cloud password validation";
    private const string Address = "https://graph.microsoft.com/v1.0/policies/homeRealmDiscoveryPolicies/";

    public async Task<StepResult> AllowAsync(StepContext context, CancellationToken cancellationToken)
    {
        var connection = context.Connection;
        if (connection.ServicePrincipalObjectId is not { } principal) return StepResult.Failed(new Phrase(PhraseCodes.FailedAppGone));
        var assigned = await policies.AssignedAsync(principal, cancellationToken);
        if (assigned?.ServesTheSync() is true) return Found(context, assigned);

        var foreign = assigned is not null && !IsOurs(connection, assigned) ? assigned : null;
        if (HomeRealm.TakingOver(foreign) is not { } definition) return StepResult.Failed(new Phrase(PhraseCodes.FailedPolicyUnreadable));
        var ours = await policies.OursAsync(connection.PolicyId, connection.ApplicationKey, cancellationToken);
        // Somebody made ours the default of the whole organisation: attaching it would bless that.
        if (ours?.IsOrganizationDefault is true) return StepResult.Failed(new Phrase(PhraseCodes.FailedPolicyIsDefault));

        ours ??= await CreateAsync(context, definition, principal, cancellationToken);
        connection.PolicyId = ours.Id;
        context.Effects.Settle(EffectKind.Policy, ours.Id);
        if (!ours.AllowsCloudPasswords()) await CorrectAsync(ours, definition, cancellationToken);
        if (assigned?.Id != ours.Id) context.Effects.Intend(StepKey.SignIn, EffectKind.PolicyAssignment, principal, foreign?.Id ?? connection.ReplacedPolicyId, ours.Id);
        if (foreign?.Id is { } other) await DetachAsync(context, principal, other, cancellationToken);
        await context.SaveAsync(cancellationToken);
        if (assigned?.Id != ours.Id) await AttachAsync(context, definition, principal, ours.Id!, cancellationToken);

        if ((await policies.AssignedAsync(principal, cancellationToken))?.Id != ours.Id) return patience.NotYetThere(context, wrote: true);
        context.Effects.Settle(EffectKind.PolicyAssignment, principal);
        return StepResult.Succeeded(new Phrase(PhraseCodes.PolicyAttached), wrote: true);
    }

    private static StepResult Found(StepContext context, HomeRealmDiscoveryPolicy assigned)
    {
        if (IsOurs(context.Connection, assigned))
        {
            context.Connection.PolicyId = assigned.Id;
            context.Effects.Settle(EffectKind.Policy, assigned.Id);
            context.Effects.Settle(EffectKind.PolicyAssignment, context.Connection.ServicePrincipalObjectId);
        }
        return StepResult.Succeeded(new Phrase(context.Claim is not null ? PhraseCodes.SeenDoneByHand : PhraseCodes.PolicyFound), wrote: false);
    }

    private static bool IsOurs(Connection connection, HomeRealmDiscoveryPolicy policy) =>
        policy.Id == connection.PolicyId || policy.Description == connection.ApplicationKey;

    private async Task<HomeRealmDiscoveryPolicy> CreateAsync(StepContext context, string definition, string principal, CancellationToken cancellationToken)
    {
        context.Effects.Intend(StepKey.SignIn, EffectKind.Policy, after: definition);
        await context.SaveAsync(cancellationToken);
        return await graph.AskAsync(GraphPermissions.ApplicationConfiguration, g => g.Policies.HomeRealmDiscoveryPolicies.PostAsync(new HomeRealmDiscoveryPolicy
        {
            Definition = [definition],
            DisplayName = Name,
            // Finds it again when the answer is lost.
            Description = context.Connection.ApplicationKey,
            IsOrganizationDefault = false,
        }, cancellationToken: cancellationToken), cancellationToken)
            .OrByHandAsync(permission => HandWork.CloudPasswords(context.Connection, definition, principal, permission));
    }

    private Task CorrectAsync(HomeRealmDiscoveryPolicy ours, string definition, CancellationToken cancellationToken) =>
        graph.TellAsync(GraphPermissions.ApplicationConfiguration, g => g.Policies.HomeRealmDiscoveryPolicies[ours.Id].PatchAsync(
            new HomeRealmDiscoveryPolicy { Definition = [definition] }, cancellationToken: cancellationToken), cancellationToken);

    /// <summary>Its id is on record before it goes, so that undo can put it back.</summary>
    private async Task DetachAsync(StepContext context, string principal, string other, CancellationToken cancellationToken)
    {
        context.Connection.ReplacedPolicyId = other;
        await context.SaveAsync(cancellationToken);
        await graph.TellAsync(GraphPermissions.Applications, g => g.ServicePrincipals[principal].HomeRealmDiscoveryPolicies[other].Ref
            .DeleteAsync(cancellationToken: cancellationToken), cancellationToken);
    }

    private Task AttachAsync(StepContext context, string definition, string principal, string policy, CancellationToken cancellationToken) =>
        graph.TellAsync(GraphPermissions.Applications, g => g.ServicePrincipals[principal].HomeRealmDiscoveryPolicies.Ref
            .PostAsync(new ReferenceCreate { OdataId = Address + policy }, cancellationToken: cancellationToken), cancellationToken)
            .OrByHandAsync(permission => HandWork.CloudPasswords(context.Connection, definition, principal, permission));
}
