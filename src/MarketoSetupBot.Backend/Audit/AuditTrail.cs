using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Problems;

namespace MarketoSetupBot.Backend.Audit;

/// <summary>Writes the audit: with the act's own transaction when it changes something, alone when it was refused or only read.</summary>
public sealed class AuditTrail(Ledger ledger, TimeProvider clock)
{
    public AuditEntry Line(string actor, string act, Guid? target, string outcome)
        => new()
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            At = clock.GetUtcNow(),
            ActorId = actor,
            Act = act,
            Target = target,
            Outcome = outcome,
            TraceId = Trace.Reference,
        };

    public async Task WriteAsync(string actor, string act, Guid? target, string outcome, CancellationToken cancellationToken)
    {
        await using var db = ledger.Open();
        db.Audit.Add(Line(actor, act, target, outcome));
        await ledger.SaveAsync(db, cancellationToken);
    }
}
