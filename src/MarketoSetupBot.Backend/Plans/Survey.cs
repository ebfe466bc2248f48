using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Plans;

/// <summary>Reads everything a plan rests on, side by side.</summary>
internal sealed class Survey(TenantReads reads, PolicyReads policies, Candidates candidates, CandidateReads others, ConsentSettings consent)
{
    /// <exception cref="TenantUnavailableException" />
    public async Task<Findings> TakeAsync(Connection connection, DetailsView details, CancellationToken cancellationToken)
    {
        var domains = Reading.Of(reads.DomainsAsync(cancellationToken));
        var user = Reading.Of(reads.UserAsync(details.SyncUser, cancellationToken));
        var dynamics = Reading.Of(reads.DynamicsAsync(cancellationToken));
        var appManagement = Reading.Of(reads.AppManagementPolicyAsync(cancellationToken));
        var defaults = Reading.Of(reads.SecurityDefaultsOnAsync(cancellationToken));
        var namesakes = Reading.Of(reads.NamesakesAsync(details.AppName, cancellationToken));
        var directory = DirectoryAsync(details, domains, cancellationToken);
        var objects = ObjectsAsync(connection, details, cancellationToken);
        await Task.WhenAll(domains, user, dynamics, appManagement, defaults, namesakes, directory, objects);

        var (application, servicePrincipal, grants) = await objects;
        return new Findings
        {
            Domains = await domains,
            Directory = await directory,
            SyncUser = await user,
            Dynamics = await dynamics,
            AppManagement = await appManagement,
            SecurityDefaults = await defaults,
            Namesakes = await namesakes,
            Application = application,
            ServicePrincipal = servicePrincipal,
            Grants = grants,
            AssignedPolicy = await PolicyAsync(details, servicePrincipal.Value?.Id, cancellationToken),
            Breadth = consent.Breadth,
            Candidates = await Reading.Of(candidates.FindAsync(
                connection, details, (await dynamics).Value, application.Value is null || details.ExistingClientId is not null ? (await namesakes).Value ?? [] : [], cancellationToken)),
        };
    }

    /// <summary>Matters for a federated domain alone: without it there is no password hash that Entra could check.</summary>
    private async Task<Reading<bool?>> DirectoryAsync(DetailsView details, Task<Reading<IReadOnlyList<Domain>>> domains, CancellationToken cancellationToken) =>
        details.Method is Contracts.AuthenticationMethod.PasswordGrant && (await domains).Value?.Named(TenantFacts.DomainOf(details.SyncUser))?.IsFederated() is true
            ? await Reading.Of(reads.DirectorySynchronisedAsync(cancellationToken))
            : new Reading<bool?>(null, null);

    private Task<Reading<HomeRealmDiscoveryPolicy?>> PolicyAsync(DetailsView details, string? servicePrincipal, CancellationToken cancellationToken) =>
        details.CloudPasswords && servicePrincipal is not null
            ? Reading.Of(policies.AssignedAsync(servicePrincipal, cancellationToken))
            : Task.FromResult(new Reading<HomeRealmDiscoveryPolicy?>(null, null));

    /// <summary>Each of these is found through the one before.</summary>
    private async Task<(Reading<Application?>, Reading<ServicePrincipal?>, Reading<IReadOnlyList<OAuth2PermissionGrant>>)> ObjectsAsync(
        Connection connection, DetailsView details, CancellationToken cancellationToken)
    {
        var application = await Reading.Of(reads.ApplicationAsync(connection, cancellationToken));
        if (application is { Known: true, Value: null } && details.ExistingClientId is { } named)
            application = await Reading.Of(others.ByClientIdAsync(named, cancellationToken));
        var servicePrincipal = application.Value?.AppId is { } appId
            ? await Reading.Of(reads.ServicePrincipalAsync(appId, cancellationToken))
            : new Reading<ServicePrincipal?>(null, null);
        var grants = servicePrincipal.Value?.Id is { } id
            ? await Reading.Of(reads.GrantsAsync(id, cancellationToken))
            : new Reading<IReadOnlyList<OAuth2PermissionGrant>>([], null);
        return (application, servicePrincipal, grants);
    }
}
