using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Runs;

internal static class DecisionEndpoints
{
    /// <summary>What can be said to a plan beside yes, and who it is for.</summary>
    public static void MapDecisions(this IEndpointRouteBuilder app)
    {
        var acts = app.MapGroup("").RequireAuthorization(Policies.Person);
        acts.MapPost(DecisionRoutes.Reject, (Guid id, RemarkRequest request, Caller caller, IdempotencyKey key, RunActs runs, AccessSettings access, CancellationToken ct)
            => runs.PerformAsync(id, Act.Reject, caller, key.Value, (run, now) => run.Reject(caller.Person, request, access.ApprovalTimeout, now), ct));
        acts.MapPost(DecisionRoutes.Ask, (Guid id, RemarkRequest request, Caller caller, IdempotencyKey key, RunActs runs, CancellationToken ct)
            => runs.PerformAsync(id, Act.Ask, caller, key.Value, (run, now) => run.Ask(caller.Person, request, now), ct));
        acts.MapPost(DecisionRoutes.Reply, (Guid id, RemarkRequest request, Caller caller, IdempotencyKey key, RunActs runs, CancellationToken ct)
            => runs.PerformAsync(id, Act.Reply, caller, key.Value, (run, now) => run.Reply(caller.Person, request, now), ct));
        acts.MapPost(HandOverRoutes.HandOver, (Guid id, HandOverRequest request, Caller caller, IdempotencyKey key, HandingOver handing, CancellationToken ct)
            => handing.HandOverAsync(id, request, caller, key.Value, ct));
    }
}
