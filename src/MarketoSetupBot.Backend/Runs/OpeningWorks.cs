using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Repairing;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>Opens an undo or a repair. Nothing is written to the tenant before its plan is approved.</summary>
public sealed class OpeningWorks(RunStore store, RunActs acts, AccessRules access, AuditTrail audit, CallerSettings entra, TimeProvider clock)
{
    private const int Races = 5;

    /// <summary>A setup that is still open ends in the same transaction: nothing may write while its traces are counted.</summary>
    public async Task<Results<Created<RunView>, Refused>> UndoAsync(Guid setupId, Caller caller, string? key, CancellationToken cancellationToken)
    {
        for (var race = 1; ; race++)
        {
            await using var db = store.Open();
            if (await RunStore.FindAsync(db, setupId, cancellationToken) is not { } setup)
                return await acts.RefuseAsync(caller, Act.Undo, setupId, Refusal.NotFound, null, cancellationToken);
            if (await access.DecideAsync(caller, Act.Undo, setup, cancellationToken) is { } no)
                return await acts.RefuseAsync(caller, Act.Undo, setupId, no, null, cancellationToken);
            if (await EarlierAsync(db, Act.Undo, caller, key, cancellationToken) is { } earlier)
                return Answer(earlier);
            if (setup.ConnectionId is not { } connection || !setup.WroteToEntra())
                return await acts.RefuseAsync(caller, Act.Undo, setupId, Refusal.Stale, setup, cancellationToken);
            var other = await OpenRunAsync(db, connection, setup.Id, cancellationToken);
            if (other?.Undoes == setup.Id)
                return Answer(other);
            if (other is not null)
                return await acts.RefuseAsync(caller, Act.Undo, setupId, InTheWay(other), null, cancellationToken);
            var wasOpen = setup.IsOpen;
            if (wasOpen && (await access.DecideAsync(caller, Act.Cancel, setup, cancellationToken) ?? setup.Cancel(caller.Person, clock.GetUtcNow())) is { } refusal)
                return await acts.RefuseAsync(caller, Act.Undo, setupId, refusal, null, cancellationToken);
            var undo = Run.OpenUndo(setup, caller.Person, clock.GetUtcNow());
            if (await OpenAsync(db, undo, Act.Undo, caller, key, race, cancellationToken, wasOpen ? [setup] : []))
                return Answer(undo);
        }
    }

    public async Task<Results<Created<RunView>, Refused>> RepairAsync(
        Guid connectionId, string? repair, Caller caller, string? key, CancellationToken cancellationToken)
    {
        for (var race = 1; ; race++)
        {
            if (await access.DecideAsync(caller, Act.Fix, null, cancellationToken) is { } no)
                return await acts.RefuseAsync(caller, Act.Fix, connectionId, no, null, cancellationToken);
            await using var db = store.Open();
            if (!await db.Connections.AnyAsync(c => c.Id == connectionId && c.TenantId == entra.TenantId, cancellationToken))
                return await acts.RefuseAsync(caller, Act.Fix, connectionId, Refusal.NotFound, null, cancellationToken);
            if (await EarlierAsync(db, Act.Fix, caller, key, cancellationToken) is { } earlier)
                return Answer(earlier);
            if (RepairKind.Of(repair) is not { } kind)
                return await acts.RefuseAsync(caller, Act.Fix, connectionId, new Refusal(400, ProblemCodes.BadRequest), null, cancellationToken);
            if (await OpenRunAsync(db, connectionId, Guid.Empty, cancellationToken) is { } other)
                return other.Repair == repair ? Answer(other) : await acts.RefuseAsync(caller, Act.Fix, connectionId, InTheWay(other), null, cancellationToken);
            // A connection is made by sent details, so some run has them; the last that did is how it is meant to be.
            var last = await db.Runs.AsNoTracking().IgnoreAutoIncludes()
                .Where(r => r.ConnectionId == connectionId && r.Kind == RunKind.Setup && r.Details != null).OrderByDescending(r => r.OpenedAt).FirstOrDefaultAsync(cancellationToken);
            if (last is null)
                return await acts.RefuseAsync(caller, Act.Fix, connectionId, Refusal.Stale, null, cancellationToken);
            var run = Run.OpenRepair(repair!, [kind.Step], connectionId, last.Details!, caller.Person, clock.GetUtcNow());
            if (await OpenAsync(db, run, Act.Fix, caller, key, race, cancellationToken))
                return Answer(run);
        }
    }

    /// <returns>False: somebody opened a run of that connection at the same moment, and the unique index let one through. Look again.</returns>
    private async Task<bool> OpenAsync(
        BackendContext db, Run run, Act act, Caller caller, string? key, int race, CancellationToken cancellationToken, params Run[] ended)
    {
        db.Runs.Add(run);
        acts.Remember(db, caller, act, key, run.Id);
        try
        {
            await store.CommitAsync(db, run, audit.Line(caller.ObjectId, act.ToString(), run.Id, AuditEntry.Allowed), cancellationToken, ended);
            return true;
        }
        catch (DbUpdateException) when (race < Races)
        {
            return false;
        }
    }

    /// <summary>The same request came before: the run it opened is the answer.</summary>
    private static async Task<Run?> EarlierAsync(BackendContext db, Act act, Caller caller, string? key, CancellationToken cancellationToken)
    {
        var name = act.ToString();
        var handled = key is null
            ? null
            : await db.HandledRequests.FirstOrDefaultAsync(h => h.PersonId == caller.ObjectId && h.Act == name && h.Key == key, cancellationToken);
        return handled is null ? null : await RunStore.FindAsync(db, handled.RunId, cancellationToken);
    }

    private static Task<Run?> OpenRunAsync(BackendContext db, Guid connectionId, Guid except, CancellationToken cancellationToken)
        => db.Runs.AsSplitQuery().SingleOrDefaultAsync(r => r.OpenConnectionId == connectionId && r.Id != except, cancellationToken);

    private static Refusal InTheWay(Run other) => Refusal.InTheWay(other.View());

    private static Created<RunView> Answer(Run run) => TypedResults.Created(Routes.For(Routes.Run, run.Id), run.View());
}
