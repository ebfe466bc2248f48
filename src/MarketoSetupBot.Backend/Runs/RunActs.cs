using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>
/// How every act of a person on a run goes: find the run, decide whether this person may, answer a repeat with the present run, change the run, and
/// commit change, audit line, event and job together. Whoever loses a race decides again on what the winner left.
/// </summary>
public sealed class RunActs(RunStore store, AccessRules access, AuditTrail audit, TimeProvider clock)
{
    private const int Races = 5;

    public Task<Results<Ok<RunView>, Refused>> PerformAsync(
        Guid id, Act act, Caller caller, string? key, Func<Run, DateTimeOffset, Refusal?> change, CancellationToken cancellationToken)
        => PerformAsync(id, act, caller, key, (_, run, now) => Task.FromResult(change(run, now)), cancellationToken);

    /// <summary>As above, for changes that need the run's connection, which is loaded and tracked.</summary>
    public Task<Results<Ok<RunView>, Refused>> PerformAsync(
        Guid id, Act act, Caller caller, string? key, Func<Run, Connection, DateTimeOffset, Refusal?> change, CancellationToken cancellationToken)
        => PerformAsync(id, act, caller, key, async (db, run, now) =>
            await ConnectionOfAsync(db, run, cancellationToken) is { } connection ? change(run, connection, now) : Refusal.Stale, cancellationToken);

    /// <summary>As above, for changes that ask somebody else first.</summary>
    /// <param name="what">Ids and words of ours that the audit keeps beside the outcome.</param>
    public async Task<Results<Ok<RunView>, Refused>> PerformAsync(
        Guid id, Act act, Caller caller, string? key, Func<BackendContext, Run, DateTimeOffset, Task<Refusal?>> change, CancellationToken cancellationToken,
        string? what = null)
    {
        Errand.Begin(id, caller.ObjectId);
        for (var race = 1; ; race++)
        {
            await using var db = store.Open();
            if (await RunStore.FindAsync(db, id, cancellationToken) is not { } run)
                return await RefuseAsync(caller, act, id, Refusal.NotFound, null, cancellationToken);
            if (await access.DecideAsync(caller, act, run, cancellationToken) is { } no)
                return await RefuseAsync(caller, act, id, no, null, cancellationToken);
            if (await WasHandledAsync(db, caller, act, key, cancellationToken))
                return TypedResults.Ok(run.View());
            if (await change(db, run, clock.GetUtcNow()) is { } refusal)
                return await RefuseAsync(caller, act, id, refusal, run, cancellationToken);
            Remember(db, caller, act, key, id);
            try
            {
                await store.CommitAsync(db, run, audit.Line(caller.ObjectId, act.ToString(), id, what is null ? AuditEntry.Allowed : $"{AuditEntry.Allowed}:{what}"), cancellationToken);
                return TypedResults.Ok(run.View());
            }
            catch (DbUpdateException) when (race < Races)
            {
                // Another act or the engine was faster, or the same request came twice: look again.
            }
        }
    }

    public async Task<Refused> RefuseAsync(Caller caller, Act act, Guid? target, Refusal refusal, Run? run, CancellationToken cancellationToken)
    {
        await audit.WriteAsync(caller.ObjectId, act.ToString(), target, AuditEntry.Refused(refusal.Code), cancellationToken);
        return new Refused(run is null || refusal.Run is not null ? refusal : refusal with { Run = run.View() });
    }

    public static Task<Connection?> ConnectionOfAsync(BackendContext db, Run run, CancellationToken cancellationToken)
        => db.Connections.FirstOrDefaultAsync(c => c.Id == run.ConnectionId, cancellationToken);

    internal static Task<bool> WasHandledAsync(BackendContext db, Caller caller, Act act, string? key, CancellationToken cancellationToken)
        => key is null
            ? Task.FromResult(false)
            : db.HandledRequests.AnyAsync(h => h.PersonId == caller.ObjectId && h.Act == act.ToString() && h.Key == key, cancellationToken);

    internal void Remember(BackendContext db, Caller caller, Act act, string? key, Guid runId)
    {
        if (key is not null)
            db.HandledRequests.Add(new HandledRequest { PersonId = caller.ObjectId, Act = act.ToString(), Key = key, RunId = runId, At = clock.GetUtcNow() });
    }
}
