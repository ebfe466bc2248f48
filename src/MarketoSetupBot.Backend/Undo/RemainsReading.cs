using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Undo;

/// <summary>Looks at everything that the ledger names, by the recorded object ids, and at nothing else.</summary>
internal sealed class RemainsReading(TenantGraph graph, TenantReads reads, Ledger ledger)
{
    private static readonly string[] ApplicationProperties =
        ["id", "appId", "displayName", "signInAudience", "isFallbackPublicClient", "requiredResourceAccess", "passwordCredentials", "keyCredentials", "web", "spa", "publicClient", "tags"];

    /// <exception cref="TroubleException" />
    public async Task<Remains> ReadAsync(Connection connection, EffectBook book, CancellationToken cancellationToken)
    {
        var effects = book.All.Where(e => e.UndoneAt is null).ToList();
        var secrets = connection.Secrets.Where(s => s.RunId == book.RunId && s.Fate is not (SecretFate.Removed or SecretFate.MadeByHand)).ToList();
        var application = await ApplicationAsync(connection, effects, cancellationToken);
        var principal = application?.AppId is { } appId ? await reads.ServicePrincipalAsync(appId, cancellationToken) : null;
        var grants = principal?.Id is { } id ? await reads.GrantsAsync(id, cancellationToken) : [];
        var policies = principal?.Id is { } client && effects.Any(e => e.Kind is EffectKind.Policy or EffectKind.PolicyAssignment)
            ? await PoliciesAsync(client, cancellationToken)
            : [];
        var issued = secrets.Select(s => s.KeyId).ToHashSet();
        var markers = secrets.Select(s => s.Marker).ToList();
        var (laterRun, otherConnection, openedAt) = await OthersAsync(connection, book.RunId, cancellationToken);
        // Where the run made the app, every other credential is somebody's since. Where the app was there, whoever had a credential before never needed what the run added.
        var madeByRun = book.All.Any(e => e.Kind is EffectKind.Application or EffectKind.ServicePrincipal);
        bool MayUseOurs(DateTimeOffset? startsAt) => madeByRun || startsAt is null || startsAt >= openedAt;
        return new Remains
        {
            Effects = effects,
            Secrets = secrets,
            SecretsByHand = (application?.PasswordCredentials ?? []).Count(c => connection.Secrets.Exists(s => s.RunId == book.RunId && s.Fate is SecretFate.MadeByHand && s.KeyId == c.KeyId)),
            Application = application,
            ServicePrincipal = principal,
            Grants = grants,
            Policies = policies,
            PolicyIsShared = effects.Find(e => e.Kind is EffectKind.Policy)?.ObjectId is { } policy && await IsSharedAsync(policy, principal?.Id, cancellationToken),
            LaterRunBy = laterRun,
            OtherConnection = otherConnection,
            ForeignCredentials = (application?.KeyCredentials ?? []).Concat(principal?.KeyCredentials ?? []).Count(c => MayUseOurs(c.StartDateTime))
                + (principal?.PasswordCredentials ?? []).Count(c => MayUseOurs(c.StartDateTime))
                + (application?.PasswordCredentials ?? []).Count(c => MayUseOurs(c.StartDateTime) && !issued.Contains(c.KeyId)
                    && !markers.Exists(m => c.DisplayName?.EndsWith(m, StringComparison.Ordinal) is true)),
        };
    }

    /// <summary>By the id of our own 201; where that answer was lost, by the key that nobody else knows.</summary>
    private async Task<Application?> ApplicationAsync(Connection connection, List<Effect> effects, CancellationToken cancellationToken)
    {
        var id = effects.Find(e => e.Kind is EffectKind.Application)?.ObjectId ?? connection.ApplicationObjectId;
        return id is null
            ? await reads.ApplicationByKeyAsync(connection.ApplicationKey, cancellationToken)
            : await graph.FindAsync(GraphPermissions.Applications,
                g => g.Applications[id].GetAsync(r => r.QueryParameters.Select = ApplicationProperties, cancellationToken), cancellationToken);
    }

    private async Task<IReadOnlyList<HomeRealmDiscoveryPolicy>> PoliciesAsync(string servicePrincipal, CancellationToken cancellationToken)
    {
        var page = await graph.FindAsync(GraphPermissions.Policies,
            g => g.ServicePrincipals[servicePrincipal].HomeRealmDiscoveryPolicies.GetAsync(cancellationToken: cancellationToken), cancellationToken);
        return page?.Value ?? [];
    }

    private async Task<bool> IsSharedAsync(string policy, string? servicePrincipal, CancellationToken cancellationToken)
    {
        var page = await graph.FindAsync(GraphPermissions.Policies,
            g => g.Policies.HomeRealmDiscoveryPolicies[policy].AppliesTo.GetAsync(cancellationToken: cancellationToken), cancellationToken);
        return page?.Value?.Any(o => o.Id != servicePrincipal) is true;
    }

    private async Task<(string? LaterRun, string? OtherConnection, DateTimeOffset OpenedAt)> OthersAsync(Connection connection, Guid runId, CancellationToken cancellationToken)
    {
        await using var db = ledger.Open();
        var undone = await db.Runs.AsNoTracking().IgnoreAutoIncludes().SingleAsync(r => r.Id == runId, cancellationToken);
        var takenBack = await db.Runs.IgnoreAutoIncludes()
            .Where(r => r.ConnectionId == connection.Id && r.Kind == RunKind.Undo && r.State == RunState.Completed).Select(r => r.Undoes).ToListAsync(cancellationToken);
        var later = await db.Runs.AsNoTracking().IgnoreAutoIncludes()
            .Where(r => r.ConnectionId == connection.Id && r.Kind == RunKind.Setup && r.Id != runId && r.OpenedAt > undone.OpenedAt && r.Delivery != null)
            .OrderByDescending(r => r.OpenedAt).ToListAsync(cancellationToken);
        var other = connection.ApplicationObjectId is { } application
            ? await db.Connections.IgnoreAutoIncludes().Where(c => c.Id != connection.Id && c.ApplicationObjectId == application)
                .Select(c => c.OrganisationHost).FirstOrDefaultAsync(cancellationToken)
            : null;
        return (later.Find(r => !takenBack.Contains(r.Id))?.Requester.Name, other, undone.OpenedAt);
    }
}
