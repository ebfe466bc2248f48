using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Connections;

internal static class ConnectionEndpoints
{
    public static void MapConnections(this IEndpointRouteBuilder app)
    {
        var acts = app.MapGroup("").RequireAuthorization(Policies.Person);
        acts.MapGet(Routes.Connections, ListAsync);
    }

    private static async Task<Results<Ok<IReadOnlyList<ConnectionView>>, Refused>> ListAsync(
        Caller caller, AccessRules access, RunActs acts, Ledger ledger, CallerSettings entra, CancellationToken ct)
    {
        if (await access.DecideAsync(caller, Act.ReadConnections, null, ct) is { } refusal)
            return await acts.RefuseAsync(caller, Act.ReadConnections, null, refusal, null, ct);
        await using var db = ledger.Open();
        var connections = await db.Connections.AsNoTracking().Where(c => c.TenantId == entra.TenantId).OrderBy(c => c.OrganisationHost).ToListAsync(ct);
        var open = await db.Runs.IgnoreAutoIncludes().Where(r => r.OpenConnectionId != null)
            .ToDictionaryAsync(r => r.OpenConnectionId!.Value, r => r.Id, ct);
        IReadOnlyList<ConnectionView> views = [.. connections.Select(c => c.View(open.TryGetValue(c.Id, out var run) ? run : null))];
        return TypedResults.Ok(views);
    }

    internal static ConnectionView View(this Connection connection, Guid? openRun) => new()
    {
        Id = connection.Id,
        OrganisationHost = connection.OrganisationHost,
        AppName = connection.ApplicationName,
        ClientId = connection.ClientId,
        SecretExpiresAt = connection.Secrets
            .Where(s => s.IsOut).Max(s => s.ExpiresAt),
        OpenRun = openRun,
        ValidatedAt = connection.ValidatedAt,
    };
}
