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

namespace MarketoSetupBot.Backend.Halt;

/// <summary>
/// Stopping and going on. The order is committed by itself before anything else, so that nothing can keep it from taking effect; the threads are
/// told afterwards, run by run.
/// </summary>
public sealed class Halting(
    Ledger ledger, Halts halts, HaltNews news, AccessRules access, RunActs acts, AuditTrail audit, AccessSettings settings, TimeProvider clock)
{
    public const int LongestReason = 500;

    public async Task<Results<Ok<HaltStateView>, Refused>> HaltAsync(Caller caller, string? reason, CancellationToken cancellationToken)
    {
        if (await access.DecideAsync(caller, Act.Halt, null, cancellationToken) is { } no)
            return await acts.RefuseAsync(caller, Act.Halt, null, no, null, cancellationToken);
        if (reason?.Length > LongestReason)
            return await acts.RefuseAsync(caller, Act.Halt, null, new Refusal(400, ProblemCodes.BadRequest), null, cancellationToken);
        var order = new HaltOrder
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            At = clock.GetUtcNow(),
            CalledBy = caller.Person,
            Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
        };
        await using var db = ledger.Open();
        db.Halts.Add(order);
        db.Audit.Add(audit.Line(caller.ObjectId, nameof(Act.Halt), order.Id, AuditEntry.Allowed));
        try
        {
            await ledger.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // One is in force already: theirs.
            if (await halts.CurrentAsync(cancellationToken) is { } earlier)
                return TypedResults.Ok(new HaltStateView(earlier.View));
            throw;
        }
        await news.TellAsync(order.Reason is { } because
            ? new Phrase(PhraseCodes.WritesHaltedBecause, ("by", caller.Name), ("reason", because))
            : new Phrase(PhraseCodes.WritesHalted, ("by", caller.Name)));
        return TypedResults.Ok(new HaltStateView(order.View));
    }

    public async Task<Results<Ok<HaltStateView>, Refused>> LiftAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (await access.DecideAsync(caller, Act.Lift, null, cancellationToken) is { } no)
            return await acts.RefuseAsync(caller, Act.Lift, null, no, null, cancellationToken);
        await using var db = ledger.Open();
        if (await db.Halts.FirstOrDefaultAsync(h => h.InForce != null, cancellationToken) is not { } order)
            return TypedResults.Ok(new HaltStateView(null));
        if (string.Equals(order.CalledBy.ObjectId, caller.ObjectId, StringComparison.OrdinalIgnoreCase) && !settings.AllowSelfApproval)
            return await acts.RefuseAsync(caller, Act.Lift, order.Id, ByAnother(order), null, cancellationToken);
        order.Lift(caller.Person, clock.GetUtcNow());
        db.Audit.Add(audit.Line(caller.ObjectId, nameof(Act.Lift), order.Id, AuditEntry.Allowed));
        await ledger.SaveAsync(db, cancellationToken);
        await news.TellAsync(new Phrase(PhraseCodes.WritesGoOn, ("by", caller.Name)));
        return TypedResults.Ok(new HaltStateView(null));
    }

    /// <summary>Why an act that would write now is refused.</summary>
    public static Refusal Refuse(HaltOrder order) => new(409, ProblemCodes.Halted)
    {
        Values = new Dictionary<string, string> { ["by"] = order.CalledBy.Name, ["since"] = Run.Instant(order.At) },
    };

    private static Refusal ByAnother(HaltOrder order)
        => new(403, ProblemCodes.LiftByAnother) { Values = new Dictionary<string, string> { ["by"] = order.CalledBy.Name } };
}
