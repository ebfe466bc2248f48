using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace MarketoSetupBot.Backend.Targets;

/// <summary>
/// What the guard looks up before it lets a write leave. A client of its own, on which writes are not watched: the watcher cannot wait for itself. An answer other
/// than "there" and "not there" is thrown as Graph's own and so becomes the answer to the write, which did not leave.
/// </summary>
internal sealed class TargetReads(GraphServiceClient graph)
{
    public Task<Application?> ApplicationByClientIdAsync(string clientId, CancellationToken cancellationToken) =>
        FindAsync(() => graph.ApplicationsWithAppId(clientId).GetAsync(r => r.QueryParameters.Select = ["id", "appId", "uniqueName"], cancellationToken));

    public Task<Application?> ApplicationAsync(string objectId, CancellationToken cancellationToken) =>
        FindAsync(() => graph.Applications[objectId].GetAsync(r => r.QueryParameters.Select = ["id", "appId", "uniqueName"], cancellationToken));

    public Task<ServicePrincipal?> ServicePrincipalByClientIdAsync(string clientId, CancellationToken cancellationToken) =>
        FindAsync(() => graph.ServicePrincipalsWithAppId(clientId).GetAsync(r => r.QueryParameters.Select = ["id", "appId"], cancellationToken));

    public Task<ServicePrincipal?> ServicePrincipalAsync(string objectId, CancellationToken cancellationToken) =>
        FindAsync(() => graph.ServicePrincipals[objectId].GetAsync(r => r.QueryParameters.Select = ["id", "appId"], cancellationToken));

    public Task<OAuth2PermissionGrant?> GrantAsync(string id, CancellationToken cancellationToken) =>
        FindAsync(() => graph.Oauth2PermissionGrants[id].GetAsync(cancellationToken: cancellationToken));

    public Task<HomeRealmDiscoveryPolicy?> PolicyAsync(string id, CancellationToken cancellationToken) =>
        FindAsync(() => graph.Policies.HomeRealmDiscoveryPolicies[id].GetAsync(cancellationToken: cancellationToken));

    private static async Task<T?> FindAsync<T>(Func<Task<T?>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (ODataError e) when (e.ResponseStatusCode is 404)
        {
            return null;
        }
    }
}
