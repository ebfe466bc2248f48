using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Backend.Undo;
using MarketoSetupBot.Contracts;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Steps;

/// <summary>
/// The tenant-wide consent. What is granted is written here and nowhere else: <see cref="DynamicsCrm.Scope"/> of Dynamics
/// CRM, to our own service principal. Neither a card nor a setting can name another.
/// </summary>
internal sealed class GrantConsent(TenantGraph graph, TenantReads reads, Patience patience, TimeProvider time) : IStep
{
    /// <summary>Adobe's guide: wait at least ten seconds between declaring the permission and consenting to it.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    public StepKey Key => StepKey.Consent;

    public async Task<StepResult> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        if (context.LastWroteAt is { } wrote && wrote + Settling > time.GetUtcNow())
            return StepResult.Waiting(new Phrase(PhraseCodes.ConsentSettling), wrote + Settling);
        if (context.Connection.ServicePrincipalObjectId is not { } client) return StepResult.Failed(new Phrase(PhraseCodes.FailedAppGone));

        var reading = reads.DynamicsAsync(cancellationToken);
        var grants = await reads.GrantsAsync(client, cancellationToken);
        if (await reading is not { } dynamics) return StepResult.Failed(new Phrase(PhraseCodes.BlockedDynamicsMissing));

        var found = grants.TenantWideFor(dynamics);
        if (found?.AllowsSync() is true) return Granted(context, found, wrote: false);

        if (found is null) context.Effects.Intend(Key, EffectKind.Grant, after: DynamicsCrm.Scope);
        else context.Effects.Intend(Key, EffectKind.GrantScopes, found.Id, found.Scope ?? "", Extended(found));
        await context.SaveAsync(cancellationToken);
        try
        {
            await WriteAsync(found, client, dynamics, cancellationToken);
        }
        catch (TroubleException e) when (e.Trouble.Kind is TroubleKind.Forbidden && patience.IsYoung(context))
        {
            // Entra says 403 both for a permission we lack and for a service principal it has not heard of yet.
            if (await reads.ServicePrincipalAsync(context.Connection.ClientId!, cancellationToken) is null) return patience.NotYetThere(context);
            throw;
        }

        var written = (await reads.GrantsAsync(client, cancellationToken)).TenantWideFor(dynamics);
        return written?.AllowsSync() is true ? Granted(context, written, wrote: true) : patience.NotYetThere(context, wrote: true);
    }

    private async Task WriteAsync(OAuth2PermissionGrant? found, string client, DynamicsCrm dynamics, CancellationToken cancellationToken)
    {
        try
        {
            await (found is null ? CreateAsync(client, dynamics, cancellationToken) : ExtendAsync(found, cancellationToken));
        }
        catch (TroubleException e) when (e.Trouble.Kind is TroubleKind.Conflict)
        {
            // A grant that the first read did not show: Entra keeps one per client and resource, so that one is extended.
            var other = (await reads.GrantsAsync(client, cancellationToken)).TenantWideFor(dynamics);
            if (other is null) throw;
            if (!other.AllowsSync()) await ExtendAsync(other, cancellationToken);
        }
    }

    private Task CreateAsync(string client, DynamicsCrm dynamics, CancellationToken cancellationToken) =>
        graph.TellAsync(GraphPermissions.Grants, g => g.Oauth2PermissionGrants.PostAsync(new OAuth2PermissionGrant
        {
            ClientId = client,
            ConsentType = TenantFacts.TenantWide,
            ResourceId = dynamics.ObjectId,
            Scope = DynamicsCrm.Scope,
        }, cancellationToken: cancellationToken), cancellationToken);

    /// <summary>PATCH replaces the whole list: what somebody else granted is written back with ours.</summary>
    private Task ExtendAsync(OAuth2PermissionGrant found, CancellationToken cancellationToken) =>
        graph.TellAsync(GraphPermissions.Grants, g => g.Oauth2PermissionGrants[found.Id].PatchAsync(
            new OAuth2PermissionGrant { Scope = Extended(found) }, cancellationToken: cancellationToken), cancellationToken);

    private static string Extended(OAuth2PermissionGrant found) => string.Join(' ', found.Scopes().Append(DynamicsCrm.Scope));

    private static StepResult Granted(StepContext context, OAuth2PermissionGrant grant, bool wrote)
    {
        context.Connection.GrantId = grant.Id;
        context.Effects.Settle(EffectKind.Grant, grant.Id);
        context.Effects.Settle(EffectKind.GrantScopes, grant.Id);
        return StepResult.Succeeded(new Phrase(wrote ? PhraseCodes.Done : PhraseCodes.ConsentFound), wrote);
    }
}
