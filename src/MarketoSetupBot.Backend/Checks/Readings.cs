using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>What the checks of one validation read, each thing once, however many checks look at it. Lives as long as that validation.</summary>
internal sealed class Readings(TenantReads reads)
{
    private readonly Dictionary<string, Task> begun = [];
    private readonly Lock gate = new();

    public Task<Application?> ApplicationAsync(Connection connection, CancellationToken cancellationToken) =>
        Once("application", () => reads.ApplicationAsync(connection, cancellationToken));

    public Task<ServicePrincipal?> ServicePrincipalAsync(Connection connection, CancellationToken cancellationToken) =>
        Once("service-principal", async () => (await ApplicationAsync(connection, cancellationToken))?.AppId is { } appId
            ? await reads.ServicePrincipalAsync(appId, cancellationToken)
            : null);

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
