using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Checks;
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
        acts.MapPost(Routes.Validate, ValidateAsync);
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

    private static async Task<Results<Ok<ValidationView>, Refused>> ValidateAsync(
        Guid id, Caller caller, AccessRules access, RunActs acts, Ledger ledger, IValidation validation, AuditTrail audit, CallerSettings entra,
        TimeProvider clock, CancellationToken ct)
    {
        if (await access.DecideAsync(caller, Act.Validate, null, ct) is { } refusal)
            return await acts.RefuseAsync(caller, Act.Validate, id, refusal, null, ct);
        await using var db = ledger.Open();
        if (await db.Connections.FirstOrDefaultAsync(c => c.Id == id && c.TenantId == entra.TenantId, ct) is not { } connection)
            return await acts.RefuseAsync(caller, Act.Validate, id, Refusal.NotFound, null, ct);
        var checks = await validation.ValidateAsync(connection, ct);
        connection.ValidatedAt = clock.GetUtcNow();
        db.Audit.Add(audit.Line(caller.ObjectId, nameof(Act.Validate), id, AuditEntry.Allowed));
        await ledger.SaveAsync(db, ct);
        return TypedResults.Ok(new ValidationView
        {
            ConnectionId = id,
            OrganisationHost = connection.OrganisationHost,
            At = connection.ValidatedAt.Value,
            Checks = checks,
        });
    }

    private static ConnectionView View(this Connection connection, Guid? openRun) => new()
    {
        Id = connection.Id,
        OrganisationHost = connection.OrganisationHost,
        AppName = connection.ApplicationName,
        ClientId = connection.ClientId,
        SecretExpiresAt = connection.Secrets
            .Where(s => s.Fate is SecretFate.HandedOut or SecretFate.Confirmed or SecretFate.Unconfirmed).Max(s => s.ExpiresAt),
        OpenRun = openRun,
        ValidatedAt = connection.ValidatedAt,
    };
}
