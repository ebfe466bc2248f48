using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>What the checks of one validation read, each thing once, however many checks look at it. Lives as long as that validation.</summary>
internal sealed class Readings(TenantReads reads, CheckReads more, PersonReads person, TimeProvider time)
{
    /// <summary>How far back sign-ins are looked at: enough for a weekend, and for the sync's every few minutes.</summary>
    public static readonly TimeSpan SignInWindow = TimeSpan.FromDays(7);

    private readonly Dictionary<string, Task> begun = [];
    private readonly Lock gate = new();

    public Task<Application?> ApplicationAsync(Connection connection, CancellationToken cancellationToken) =>
        Once("application", () => reads.ApplicationAsync(connection, cancellationToken));

    public Task<ServicePrincipal?> ServicePrincipalAsync(Connection connection, CancellationToken cancellationToken) =>
        Once("service-principal", async () => (connection.ClientId ?? (await ApplicationAsync(connection, cancellationToken))?.AppId) is { } appId
            ? await reads.ServicePrincipalAsync(appId, cancellationToken)
            : null);

    public Task<IReadOnlyList<DirectoryObject>> OwnersAsync(string applicationId, CancellationToken cancellationToken) =>
        Once("owners", () => more.OwnersAsync(applicationId, cancellationToken));

    public Task<IReadOnlyList<FederatedIdentityCredential>> FederatedOfApplicationAsync(string applicationId, CancellationToken cancellationToken) =>
        Once("federated-app", () => more.FederatedOfApplicationAsync(applicationId, cancellationToken));

    public Task<IReadOnlyList<FederatedIdentityCredential>> FederatedOfPrincipalAsync(string principalId, CancellationToken cancellationToken) =>
        Once("federated-principal", () => more.FederatedOfPrincipalAsync(principalId, cancellationToken));

    public Task<AppManagementPolicy?> AssignedAppManagementPolicyAsync(string applicationId, CancellationToken cancellationToken) =>
        Once("app-management-assigned", () => more.AssignedAppManagementPolicyAsync(applicationId, cancellationToken));

    public Task<IReadOnlyList<string>> AssignedToAsync(string principalId, CancellationToken cancellationToken) =>
        Once("assigned-to", () => more.AssignedToAsync(principalId, cancellationToken));

    public Task<IReadOnlySet<string>> MembershipsAsync(string userId, CancellationToken cancellationToken) =>
        Once("memberships", () => more.MembershipsAsync(userId, cancellationToken));

    public Task<IReadOnlyList<HomeRealmDiscoveryPolicy>> SignInPoliciesOfAsync(string principalId, CancellationToken cancellationToken) =>
        Once("sign-in-policies-of", () => more.SignInPoliciesOfAsync(principalId, cancellationToken));

    public Task<IReadOnlyList<HomeRealmDiscoveryPolicy>> SignInPoliciesAsync(CancellationToken cancellationToken) =>
        Once("sign-in-policies", () => more.SignInPoliciesAsync(cancellationToken));

    public Task<bool?> DirectorySynchronisedAsync(CancellationToken cancellationToken) =>
        Once("directory-synchronised", () => reads.DirectorySynchronisedAsync(cancellationToken));

    /// <inheritdoc cref="PersonReads.HashSyncOnAsync"/>
    public Task<bool?> HashSyncOnAsync(CancellationToken cancellationToken) =>
        Once("hash-sync", () => person.HashSyncOnAsync(cancellationToken));

    public Task<IReadOnlyList<ConditionalAccessPolicy>> ConditionalAccessAsync(CancellationToken cancellationToken) =>
        Once("conditional-access", () => more.ConditionalAccessAsync(cancellationToken));

    public Task<IReadOnlyList<SignIn>> SignInsAsync(string clientId, CancellationToken cancellationToken) =>
        Once("sign-ins", () => more.SignInsAsync(clientId, time.GetUtcNow() - SignInWindow, cancellationToken));

    public Task<DirectoryAudit?> DisabledByAsync(string principalId, CancellationToken cancellationToken) =>
        Once("disabled-by", () => more.DisabledByAsync(principalId, cancellationToken));

    /// <summary>
    /// Sets off at once what needs nothing but what was recorded, so that a check finds it ready when those it depends on are through. What fails here
    /// fails again for whoever asks for it.
    /// </summary>
    public void Begin(Connection connection, CancellationToken cancellationToken)
    {
        List<Task> ahead =
        [
            ApplicationAsync(connection, cancellationToken), ServicePrincipalAsync(connection, cancellationToken), DynamicsAsync(cancellationToken),
            DomainsAsync(cancellationToken), AppManagementPolicyAsync(cancellationToken), SecurityDefaultsOnAsync(cancellationToken),
            ConditionalAccessAsync(cancellationToken), SignInPoliciesAsync(cancellationToken),
        ];
        if (connection.SyncUser is { } user && !connection.IsServerToServer) ahead.Add(SyncUserAsync(user, cancellationToken));
        if (connection.ClientId is { } clientId && !connection.IsServerToServer) ahead.Add(SignInsAsync(clientId, cancellationToken));
        foreach (var reading in ahead)
            _ = reading.ContinueWith(static done => _ = done.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    public Task<DynamicsCrm?> DynamicsAsync(CancellationToken cancellationToken) =>
        Once("dynamics", () => reads.DynamicsAsync(cancellationToken));

    public Task<IReadOnlyList<OAuth2PermissionGrant>> GrantsAsync(string servicePrincipalId, CancellationToken cancellationToken) =>
        Once("grants", () => reads.GrantsAsync(servicePrincipalId, cancellationToken));

    public Task<IReadOnlyList<Domain>> DomainsAsync(CancellationToken cancellationToken) =>
        Once("domains", () => reads.DomainsAsync(cancellationToken));

    public Task<User?> SyncUserAsync(string user, CancellationToken cancellationToken) =>
        Once("sync-user", () => reads.UserAsync(user, cancellationToken));

    public Task<TenantAppManagementPolicy> AppManagementPolicyAsync(CancellationToken cancellationToken) =>
        Once("app-management", () => reads.AppManagementPolicyAsync(cancellationToken));

    public Task<bool> SecurityDefaultsOnAsync(CancellationToken cancellationToken) =>
        Once("security-defaults", () => reads.SecurityDefaultsOnAsync(cancellationToken));

    private Task<T> Once<T>(string what, Func<Task<T>> read)
    {
        lock (gate)
        {
            if (begun.TryGetValue(what, out var already)) return (Task<T>)already;
            var reading = read();
            begun.Add(what, reading);
            return reading;
        }
    }
}
