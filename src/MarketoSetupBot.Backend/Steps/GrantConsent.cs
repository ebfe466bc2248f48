using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Backend.Undo;
using MarketoSetupBot.Contracts;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Steps;

/// <summary>
/// The consent, for the whole tenant or for the sync user alone. What is granted is written here and nowhere else: <see cref="DynamicsCrm.Scope"/>
/// of Dynamics CRM, to our own service principal. Neither a card nor a setting can name another.
/// </summary>
internal sealed class GrantConsent(
    TenantGraph graph, TenantReads reads, Patience patience, HandWork byHand, ConsentSettings consent, TimeProvider time) : IStep
{
    /// <summary>Adobe's guide: wait at least ten seconds between declaring the permission and consenting to it.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    public StepKey Key => StepKey.Consent;

    public async Task<StepResult> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        if (context.LastWroteAt is { } wrote && wrote + Settling > time.GetUtcNow())
            return StepResult.Waiting(new Phrase(PhraseCodes.ConsentSettling), wrote + Settling);
        if (context.Connection.ServicePrincipalObjectId is not { } client) return StepResult.Failed(new Phrase(PhraseCodes.FailedAppGone));

        var dynamicsRead = reads.DynamicsAsync(cancellationToken);
        var userRead = UserAsync(context, cancellationToken);
        var grants = await reads.GrantsAsync(client, cancellationToken);
        var user = await userRead;
        if (await dynamicsRead is not { } dynamics) return StepResult.Failed(new Phrase(PhraseCodes.BlockedDynamicsMissing));
        if (user is null && consent.Breadth is ConsentBreadth.SyncUserOnly)
            return StepResult.Failed(new Phrase(PhraseCodes.BlockedSyncUserMissing, ("user", context.Details.SyncUser)));

        var grant = new Wanted(client, dynamics, consent.Breadth, user);
        var found = grant.In(grants);
        if (found?.AllowsSync() is true) return Granted(context, found, wrote: false);

        if (found is null) context.Effects.Intend(Key, EffectKind.Grant, after: DynamicsCrm.Scope);
        else context.Effects.Intend(Key, EffectKind.GrantScopes, found.Id, found.Scope ?? "", Extended(found));
        await context.SaveAsync(cancellationToken);
        try
        {
            await WriteAsync(found, grant, cancellationToken).OrByHandAsync(permission => user is null
                ? byHand.Consent(context.Connection, permission)
                : HandWork.ConsentFor(context.Connection, client, dynamics.ObjectId, user, permission));
        }
        catch (WithheldException) when (patience.IsYoung(context))
        {
            // Entra says 403 both for a permission we lack and for a service principal it has not heard of yet.
            if (await reads.ServicePrincipalAsync(context.Connection.ClientId!, cancellationToken) is null) return patience.NotYetThere(context);
            throw;
        }

        var written = grant.In(await reads.GrantsAsync(client, cancellationToken));
        return written?.AllowsSync() is true ? Granted(context, written, wrote: true) : patience.NotYetThere(context, wrote: true);
    }

    private async Task<string?> UserAsync(StepContext context, CancellationToken cancellationToken) =>
        consent.Breadth is ConsentBreadth.SyncUserOnly ? (await reads.UserAsync(context.Details.SyncUser, cancellationToken))?.Id : null;

    private async Task WriteAsync(OAuth2PermissionGrant? found, Wanted wanted, CancellationToken cancellationToken)
    {
        try
        {
            await (found is null ? CreateAsync(wanted, cancellationToken) : ExtendAsync(found, cancellationToken));
        }
        catch (TroubleException e) when (e.Trouble.Kind is TroubleKind.Conflict)
        {
            // A grant that the first read did not show: Entra keeps one per client, resource and person, so that one is extended.
            var other = wanted.In(await reads.GrantsAsync(wanted.Client, cancellationToken));
            if (other is null) throw;
            if (!other.AllowsSync()) await ExtendAsync(other, cancellationToken);
        }
    }

    private Task CreateAsync(Wanted wanted, CancellationToken cancellationToken) =>
        graph.TellAsync(GraphPermissions.Grants, g => g.Oauth2PermissionGrants.PostAsync(new OAuth2PermissionGrant
        {
            ClientId = wanted.Client,
            ConsentType = wanted.User is null ? TenantFacts.TenantWide : TenantFacts.OneUser,
            PrincipalId = wanted.User,
            ResourceId = wanted.Dynamics.ObjectId,
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
        var says = wrote ? PhraseCodes.Done : context.Claim is null ? PhraseCodes.ConsentFound : PhraseCodes.SeenDoneByHand;
        return StepResult.Succeeded(new Phrase(says), wrote);
    }

    /// <param name="User">Object id; null for everybody.</param>
    private sealed record Wanted(string Client, DynamicsCrm Dynamics, ConsentBreadth Breadth, string? User)
    {
        public OAuth2PermissionGrant? In(IReadOnlyList<OAuth2PermissionGrant> grants) => grants.ForSync(Dynamics, Breadth, User);
    }
}
