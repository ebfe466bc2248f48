using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>"Set up": a new draft, or the person's own draft that names no organisation yet.</summary>
public sealed class OpeningRuns(RunStore store, RunActs acts, AccessRules access, AuditTrail audit, AccessSettings settings, TimeProvider clock)
{
    public async Task<Results<Created<RunView>, Refused>> OpenAsync(Caller caller, string? key, CancellationToken cancellationToken)
    {
        if (await access.DecideAsync(caller, Act.OpenRun, null, cancellationToken) is { } refusal)
            return await acts.RefuseAsync(caller, Act.OpenRun, null, refusal, null, cancellationToken);
        await using var db = store.Open();
        if (await EarlierAsync(db, caller, key, cancellationToken) is { } earlier)
            return Answer(earlier);
        var run = Run.Open(caller.Person, clock.GetUtcNow(), settings.ApprovalTimeout);
        db.Runs.Add(run);
        acts.Remember(db, caller, Act.OpenRun, key, run.Id);
        try
        {
            await store.CommitAsync(db, run, audit.Line(caller.ObjectId, nameof(Act.OpenRun), run.Id, AuditEntry.Allowed), cancellationToken);
            return Answer(run);
        }
        catch (DbUpdateException) when (key is not null)
        {
            // The same request came twice at once: the other one opened the run.
            await using var again = store.Open();
            if (await EarlierAsync(again, caller, key, cancellationToken) is { } winner)
                return Answer(winner);
            throw;
        }
    }

    private static async Task<Run?> EarlierAsync(Database.BackendContext db, Caller caller, string? key, CancellationToken cancellationToken)
    {
        var act = nameof(Act.OpenRun);
        var handled = key is null
            ? null
            : await db.HandledRequests.FirstOrDefaultAsync(h => h.PersonId == caller.ObjectId && h.Act == act && h.Key == key, cancellationToken);
        return handled is not null
            ? await RunStore.FindAsync(db, handled.RunId, cancellationToken)
            : await db.Runs.AsSplitQuery().OrderBy(r => r.Id)
                .FirstOrDefaultAsync(r => r.RequesterId == caller.ObjectId && r.State == RunState.Draft && r.ConnectionId == null, cancellationToken);
    }

    private static Created<RunView> Answer(Run run) => TypedResults.Created(Routes.For(Routes.Run, run.Id), run.View());
}
