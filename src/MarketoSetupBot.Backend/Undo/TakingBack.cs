using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Secrets;
using MarketoSetupBot.Backend.Tenant;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Undo;

/// <summary>The writes of an undo. What is not there any more is what was wanted; a lost answer is resolved by the next look.</summary>
internal sealed class TakingBack(TenantGraph graph, ISecretIssuer issuer)
{
    private const string PolicyPermission = "Policy.ReadWrite.ApplicationConfiguration";
    private const string PolicyAddress = "https://graph.microsoft.com/v1.0/policies/homeRealmDiscoveryPolicies/";

    /// <exception cref="TroubleException" />
    /// <exception cref="TenantUnavailableException">From the removal of a secret.</exception>
    public Task DoAsync(Verdict verdict, Connection connection, string? servicePrincipal, CancellationToken cancellationToken) => verdict switch
    {
        { Secret: { } secret } => issuer.RemoveAsync(connection, secret, cancellationToken),
        { Effect: { Kind: EffectKind.Application, ObjectId: { } id } } =>
            DeleteAsync(GraphPermissions.Applications, () => graph.TellAsync(GraphPermissions.Applications, g => g.Applications[id].DeleteAsync(cancellationToken: cancellationToken), cancellationToken)),
        { Effect: { Kind: EffectKind.ServicePrincipal, ObjectId: { } id } } =>
            DeleteAsync(GraphPermissions.Applications, () => graph.TellAsync(GraphPermissions.Applications, g => g.ServicePrincipals[id].DeleteAsync(cancellationToken: cancellationToken), cancellationToken)),
        { Effect: { Kind: EffectKind.Grant, ObjectId: { } id } } =>
            DeleteAsync(GraphPermissions.Grants, () => graph.TellAsync(GraphPermissions.Grants, g => g.Oauth2PermissionGrants[id].DeleteAsync(cancellationToken: cancellationToken), cancellationToken)),
        { Effect: { Kind: EffectKind.Policy, ObjectId: { } id } } =>
            DeleteAsync(PolicyPermission, () => graph.TellAsync(PolicyPermission, g => g.Policies.HomeRealmDiscoveryPolicies[id].DeleteAsync(cancellationToken: cancellationToken), cancellationToken)),
        { Effect: { Kind: EffectKind.GrantScopes, ObjectId: { } id } effect } => graph.TellAsync(GraphPermissions.Grants,
            g => g.Oauth2PermissionGrants[id].PatchAsync(new OAuth2PermissionGrant { Scope = effect.Before }, cancellationToken: cancellationToken), cancellationToken),
        { Effect: { Kind: EffectKind.ApplicationSettings, ObjectId: { } id } effect } => PatchAsync(id, AppSettings.Read(effect.Before!), cancellationToken),
        { Effect: { Kind: EffectKind.Tags, ObjectId: { } id } effect } => PatchAsync(id, new Application { Tags = TagList.Read(effect.Before!) }, cancellationToken),
        { Effect: { Kind: EffectKind.Permissions, ObjectId: { } id } effect } =>
            PatchAsync(id, new Application { RequiredResourceAccess = DeclaredPermissions.Read(effect.Before!) }, cancellationToken),
        { Effect: { Kind: EffectKind.PolicyAssignment } effect } when servicePrincipal is not null => ReassignAsync(servicePrincipal, effect, cancellationToken),
        _ => throw new InvalidOperationException("A verdict that nobody can carry out."),
    };

    private static async Task DeleteAsync(string permission, Func<Task> delete)
    {
        try
        {
            await delete();
        }
        catch (TroubleException e) when (e.Trouble.Kind is TroubleKind.Absent && e.Trouble.Permission == permission)
        {
            // Somebody, or an attempt whose answer was lost, was faster.
        }
    }

    private Task PatchAsync(string id, Application values, CancellationToken cancellationToken) => graph.TellAsync(
        GraphPermissions.Applications, g => g.Applications[id].PatchAsync(values, cancellationToken: cancellationToken), cancellationToken);

    /// <summary>One policy per service principal: ours goes first, then the one from before takes its place again.</summary>
    private async Task ReassignAsync(string servicePrincipal, Effect effect, CancellationToken cancellationToken)
    {
        await DeleteAsync(PolicyPermission, () => graph.TellAsync(PolicyPermission,
            g => g.ServicePrincipals[servicePrincipal].HomeRealmDiscoveryPolicies[effect.After!].Ref.DeleteAsync(cancellationToken: cancellationToken), cancellationToken));
        if (effect.Before is { } before)
        {
            await graph.TellAsync(PolicyPermission, g => g.ServicePrincipals[servicePrincipal].HomeRealmDiscoveryPolicies.Ref.PostAsync(
                new ReferenceCreate { OdataId = PolicyAddress + before }, cancellationToken: cancellationToken), cancellationToken);
        }
    }
}
