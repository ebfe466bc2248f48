using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>A yes to exactly the plan that is shown. Where it takes over somebody else's app, it is a yes to that as well, by that rule, and recorded as one.</summary>
public sealed class Approving(RunActs runs, AccessRules access, AuditTrail audit, AccessSettings settings)
{
    public Task<Results<Ok<RunView>, Refused>> ApproveAsync(Guid id, ApproveRequest request, Caller caller, string? key, CancellationToken cancellationToken)
        => runs.PerformAsync(id, Act.Approve, caller, key, async (db, run, now) =>
        {
            var adopts = run.Plan?.Items.Any(i => i.Effect is PlanEffect.TakeOver) is true;
            if (adopts && await access.DecideAsync(caller, Act.Adopt, run, cancellationToken) is { } no)
                return no;
            if ((run.WhyNotAccepted(request.Accepts) ?? run.Approve(caller.Person, request.PlanHash, settings.Quorum, now)) is { } refusal)
                return refusal;
            run.NoteAccepted(caller.Person, now);
            if (adopts)
                db.Audit.Add(audit.Line(caller.ObjectId, nameof(Act.Adopt), id, AuditEntry.Allowed));
            return null;
        }, cancellationToken);
}
