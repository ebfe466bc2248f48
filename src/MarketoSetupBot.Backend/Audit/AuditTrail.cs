using MarketoSetupBot.Backend.Problems;

namespace MarketoSetupBot.Backend.Audit;

/// <summary>Writes the audit: with the act's own transaction when it changes something, without one when it was refused or only read.</summary>
public sealed class AuditTrail(AuditPen pen, TimeProvider clock)
{
    /// <summary>Room for every word of ours; a longer one can only be somebody's attempt to fill the table.</summary>
    private const int LongestWord = 300;

    public AuditEntry Line(string actor, string act, Guid? target, string outcome, string? requestId = null)
        => new()
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            At = clock.GetUtcNow(),
            ActorId = actor,
            Act = Short(act),
            Target = target,
            Outcome = Short(outcome),
            TraceId = Trace.Reference,
            RequestId = requestId,
        };

    /// <summary>Returns when the line is committed.</summary>
    public Task WriteAsync(string actor, string act, Guid? target, string outcome, CancellationToken cancellationToken, string? requestId = null)
        => pen.CommitAsync(Line(actor, act, target, outcome, requestId), cancellationToken);

    private static string Short(string word) => word.Length <= LongestWord ? word : word[..LongestWord];
}
