using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Audit;

internal static class AuditEndpoints
{
    private const int Most = 100, Usual = 20;

    public static void MapAudit(this IEndpointRouteBuilder app)
    {
        var reads = app.MapGroup("").RequireAuthorization(Policies.Person);
        reads.MapGet(AuditRoutes.Last, LastAsync);
        reads.MapGet(AuditRoutes.Export, ExportAsync);
    }

    private static async Task<Results<Ok<AuditView>, Refused>> LastAsync(
        int? last, Caller caller, AccessRules access, RunActs acts, AuditTrail audit, Ledger ledger, IDirectory directory, HttpContext http, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await access.DecideAsync(caller, Act.ReadAudit, null, ct) is { } refusal)
            return await acts.RefuseAsync(caller, Act.ReadAudit, null, refusal, null, ct);
        await using var db = ledger.Open();
        var lines = await db.Audit.AsNoTracking().OrderByDescending(a => a.At).ThenByDescending(a => a.Number).Take(Math.Clamp(last ?? Usual, 1, Most)).ToListAsync(ct);
        var names = await NamesAsync(lines, directory, ct);
        await audit.WriteAsync(caller.ObjectId, nameof(Act.ReadAudit), null, AuditEntry.Allowed, ct);
        return TypedResults.Ok(new AuditView([.. lines.Select(l => AuditExport.View(l, names.GetValueOrDefault(l.ActorId)))]));
    }

    private static async Task<Results<PushStreamHttpResult, Refused>> ExportAsync(
        string? format, Caller caller, AccessRules access, RunActs acts, AuditTrail audit, AuditExport export, HttpContext http, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await access.DecideAsync(caller, Act.ExportAudit, null, ct) is { } refusal)
            return await acts.RefuseAsync(caller, Act.ExportAudit, null, refusal, null, ct);
        if (!Enum.TryParse<AuditFormat>(format ?? nameof(AuditFormat.Ndjson), ignoreCase: true, out var chosen) || !Enum.IsDefined(chosen))
            return await acts.RefuseAsync(caller, Act.ExportAudit, null, new Refusal(400, ProblemCodes.BadRequest), null, ct);
        await audit.WriteAsync(caller.ObjectId, nameof(Act.ExportAudit), null, AuditEntry.Allowed, ct);
        return TypedResults.Stream(stream => export.WriteAsync(stream, chosen, ct), AuditExport.TypeOf(chosen), $"audit.{chosen.ToString().ToLowerInvariant()}");
    }

    /// <summary>The audit stores ids, which stay true; names are looked up for whoever reads.</summary>
    private static async Task<Dictionary<string, string>> NamesAsync(List<AuditEntry> lines, IDirectory directory, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>();
        try
        {
            var people = lines.Select(l => l.ActorId).Where(id => Guid.TryParse(id, out _)).Distinct();
            foreach (var account in await Task.WhenAll(people.Select(id => directory.FindAsync(id, cancellationToken))))
                if (account is not null)
                    names[account.Person.ObjectId] = account.Person.Name;
        }
        catch (TenantUnavailableException)
        {
            // The ids have to do.
        }
        return names;
    }
}
