using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Connections;

/// <summary>Somebody who may know says whether password hashes are synchronised, where no token of ours can read it.</summary>
internal static class HashSyncEndpoints
{
    public static void MapHashSync(this IEndpointRouteBuilder app)
        => app.MapPost(Routes.AttestHashSync, AttestAsync).RequireAuthorization(Policies.Person);

    private static async Task<Results<NoContent, Refused>> AttestAsync(
        Guid id, AttestHashSyncRequest said, Caller caller, AccessRules access, RunActs acts, Ledger ledger, AuditTrail audit, CallerSettings entra,
        TimeProvider clock, CancellationToken ct)
    {
        if (await access.DecideAsync(caller, Act.AttestHashSync, null, ct) is { } refusal)
            return await acts.RefuseAsync(caller, Act.AttestHashSync, id, refusal, null, ct);
        await using var db = ledger.Open();
        if (await db.Connections.FirstOrDefaultAsync(c => c.Id == id && c.TenantId == entra.TenantId, ct) is not { } connection)
            return await acts.RefuseAsync(caller, Act.AttestHashSync, id, Refusal.NotFound, null, ct);
        connection.HashSync = new HashSyncAttestation { On = said.On, ById = caller.ObjectId, ByName = caller.Name, At = clock.GetUtcNow() };
        db.Audit.Add(audit.Line(caller.ObjectId, nameof(Act.AttestHashSync), id, AuditEntry.Allowed));
        await ledger.SaveAsync(db, ct);
        return TypedResults.NoContent();
    }
}
