using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MarketoSetupBot.Backend.Runs;

internal static class RunEndpoints
{
    public static void MapRuns(this IEndpointRouteBuilder app)
    {
        app.MapGet(Routes.Run, ReadAsync).RequireAuthorization(Policies.PersonOrBot);

        var acts = app.MapGroup("").RequireAuthorization(Policies.Person);
        acts.MapPost(Routes.Runs, (Caller caller, IdempotencyKey key, OpeningRuns opening, CancellationToken ct)
            => opening.OpenAsync(caller, key.Value, ct));
        acts.MapPut(Routes.Details, (Guid id, DetailsRequest request, Caller caller, IdempotencyKey key, SendingDetails details, CancellationToken ct)
            => details.SendAsync(id, request, caller, key.Value, ct));
        acts.MapPost(Routes.Approve, (Guid id, ApproveRequest request, Caller caller, IdempotencyKey key, Approving approving, CancellationToken ct)
            => approving.ApproveAsync(id, request, caller, key.Value, ct));
        acts.MapPost(ChoiceRoutes.Choose, (Guid id, ChooseRequest request, Caller caller, IdempotencyKey key, RunActs runs, CancellationToken ct)
            => runs.PerformAsync(id, Act.Change, caller, key.Value, (run, now) => run.Choose(request, caller.Person, now), ct));
        acts.MapPost(Routes.Change, (Guid id, Caller caller, IdempotencyKey key, RunActs runs, AccessSettings access, CancellationToken ct)
            => runs.PerformAsync(id, Act.Change, caller, key.Value, (run, now) => run.Change(now, access.ApprovalTimeout), ct));
        acts.MapPost(Routes.Cancel, (Guid id, Caller caller, IdempotencyKey key, RunActs runs, CancellationToken ct)
            => runs.PerformAsync(id, Act.Cancel, caller, key.Value, (run, now) => run.Cancel(caller.Person, now), ct));
        acts.MapPost(Routes.Retry, (Guid id, Caller caller, IdempotencyKey key, RunActs runs, CancellationToken ct)
            => runs.PerformAsync(id, Act.Retry, caller, key.Value, (run, now) => run.Retry(now), ct));
        acts.MapPost(HandActRoutes.Done, (Guid id, HandActDoneRequest request, Caller caller, IdempotencyKey key, RunActs runs, AccessRules rules, CancellationToken ct)
            => runs.PerformAsync(id, Act.Attest, caller, key.Value, async (_, run, now)
                => await WhyNotAnswerAsync(run, caller, rules, ct) ?? run.ReportHandAct(request.Step, caller.Person, request.Answer, now), ct));
        acts.MapPost(Routes.MarketoDone, (Guid id, MarketoActRequest request, Caller caller, IdempotencyKey key, RunActs runs, AccessSettings settings, CancellationToken ct)
            => runs.PerformAsync(id, Act.ActInMarketo, caller, key.Value, (run, now) => run.FinishMarketoAct(request.Step, caller.Person, settings.SettleTime, now), ct));
        acts.MapPost(Routes.MarketoBack, (Guid id, MarketoActRequest request, Caller caller, IdempotencyKey key, RunActs runs, CancellationToken ct)
            => runs.PerformAsync(id, Act.ActInMarketo, caller, key.Value, (run, now) => run.BackFromMarketoAct(request.Step, now), ct));
        acts.MapPost(Routes.MarketoReport, (Guid id, MarketoReportRequest request, Caller caller, IdempotencyKey key, RunActs runs, CancellationToken ct)
            => runs.PerformAsync(id, Act.ActInMarketo, caller, key.Value, (run, now) => run.ReportRedChecks(request.Red, now), ct));
        acts.MapPost(WorkRoutes.Undo, (Guid id, Caller caller, IdempotencyKey key, OpeningWorks works, CancellationToken ct)
            => works.UndoAsync(id, caller, key.Value, ct));
        acts.MapPost(WorkRoutes.Repair, (Guid id, RepairRequest request, Caller caller, IdempotencyKey key, OpeningWorks works, CancellationToken ct)
            => works.RepairAsync(id, request.Repair, caller, key.Value, ct));
        acts.MapGet(Routes.Defaults, DefaultsAsync);
    }

    /// <summary>Whoever names an app decides what becomes ours: that takes an approver.</summary>
    private static async Task<Refusal?> WhyNotAnswerAsync(Run run, Caller caller, AccessRules access, CancellationToken ct)
        => run.StepByHand?.HandAct!.Asks is HandAnswers.ClientId ? await access.DecideAsync(caller, Act.Adopt, run, ct) : null;

    private static async Task<Results<Ok<RunView>, Refused>> ReadAsync(
        Guid id, Caller caller, RunStore store, AccessRules access, RunActs acts, CancellationToken ct)
    {
        await using var db = store.Open();
        if (await RunStore.FindAsync(db, id, ct) is not { } run)
            return new Refused(Refusal.NotFound);
        // The bot itself, with its app role, reads what the thread shows anyway.
        if (caller.IsPerson && await access.DecideAsync(caller, Act.ReadRun, run, ct) is { } refusal)
            return await acts.RefuseAsync(caller, Act.ReadRun, id, refusal, null, ct);
        return TypedResults.Ok(run.View());
    }

    private static async Task<Results<Ok<DefaultsView>, Refused>> DefaultsAsync(Caller caller, AccessRules access, RunActs acts, CancellationToken ct)
        => await access.DecideAsync(caller, Act.ReadDefaults, null, ct) is { } refusal
            ? await acts.RefuseAsync(caller, Act.ReadDefaults, null, refusal, null, ct)
            : TypedResults.Ok(Details.Defaults);
}
