using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Undo;

/// <summary>Says exactly what an undo would remove, restore and leave, and why. Writes nothing.</summary>
internal sealed class UndoPlanner(RemainsReading remains, Ledger ledger, BackendIdentity identity, TimeProvider clock) : IWorkPlanner
{
    public RunKind Kind => RunKind.Undo;

    public async Task<PlanView> PlanAsync(Run run, Connection connection, CancellationToken cancellationToken)
    {
        await using var db = ledger.Open();
        var effects = await db.Effects.AsNoTracking().Where(e => e.RunId == run.Undoes).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        var book = new EffectBook(run.Undoes!.Value, connection.Id, effects, _ => { }, clock);
        var found = await Unavailable.Guard(() => remains.ReadAsync(connection, book, cancellationToken));
        var verdicts = new Judgement(found, run.Details!.Recipient.Name).All();
        var handedOut = verdicts.Any(v => v is { Fate: Fate.Remove, Secret.Fate: SecretFate.HandedOut or SecretFate.Confirmed or SecretFate.Unconfirmed });
        return WorkPlan.Of(run, connection, identity.TenantId, [.. verdicts.Select(Item)], risks: handedOut ? [new Phrase(PhraseCodes.UndoStopsSync)] : []);
    }

    private static PlanItemView Item(Verdict verdict) => new(verdict.Step, verdict.Fate switch
    {
        Fate.Remove => PlanEffect.Remove,
        Fate.Restore => PlanEffect.Restore,
        _ => PlanEffect.Keep,
    }, verdict.Says, verdict.Calls);
}
