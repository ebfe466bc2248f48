using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MarketoSetupBot.Backend.Validations;

internal static class ValidationEndpoints
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    public static void MapValidations(this IEndpointRouteBuilder app)
    {
        var people = app.MapGroup("").RequireAuthorization(Policies.Person);
        people.MapPost(Routes.Validate, BeginAsync);
        people.MapPost(ValidationRoutes.Only, BeginOnlyAsync);
        people.MapPut(ValidationRoutes.Report, ReportAsync);
        var readers = app.MapGroup("").RequireAuthorization(Policies.PersonOrBot);
        readers.MapGet(ValidationRoutes.One, ReadAsync);
        readers.MapGet(ValidationRoutes.Last, LastAsync);
    }

    private static async Task<Results<Ok<ValidationView>, Refused>> BeginAsync(
        Guid id, Caller caller, Beginning beginning, HttpRequest request, CancellationToken ct)
    {
        var begun = await beginning.OfAsync(id, caller, Assertion(request), ct);
        return begun.View is { } view ? TypedResults.Ok(view) : begun.Refused!;
    }

    private static async Task<Results<Ok<ValidationStart>, Refused>> BeginOnlyAsync(Caller caller, Beginning beginning, HttpRequest request, CancellationToken ct)
    {
        var (choices, begun) = await beginning.OfOnlyAsync(caller, Assertion(request), ct);
        return begun.Refused is { } refused ? refused : TypedResults.Ok(new ValidationStart(begun.View, choices));
    }

    private static async Task<Results<Ok<ValidationView>, Refused>> ReadAsync(
        Guid id, Caller caller, AccessRules access, RunActs acts, Validations validations, CallerSettings entra, TimeProvider clock,
        CancellationToken ct, int? seen = null, bool details = false)
    {
        // Side by side, because both take time; what is not allowed is not looked at.
        var waiting = seen is { } known && validations.Watch(id) is { } live ? live.WaitAsync(known, LongestWait, clock, ct) : Task.CompletedTask;
        if (caller.IsPerson && await access.DecideAsync(caller, Act.Validate, null, ct) is { } refusal)
            return await acts.RefuseAsync(caller, Act.Validate, id, refusal, null, ct);
        await waiting;
        var mayReadDetails = details && await access.DecideAsync(caller, Act.ReadDetails, null, ct) is null;
        return await validations.ViewAsync(id, entra.TenantId, mayReadDetails, ct) is { } view ? TypedResults.Ok(view) : new Refused(Refusal.NotFound);
    }

    private static async Task<Results<Ok<ValidationView>, Refused>> LastAsync(
        Guid id, Caller caller, AccessRules access, RunActs acts, Validations validations, History history, CallerSettings entra, CancellationToken ct)
    {
        if (caller.IsPerson && await access.DecideAsync(caller, Act.ReadConnections, null, ct) is { } refusal)
            return await acts.RefuseAsync(caller, Act.ReadConnections, id, refusal, null, ct);
        if (await history.ConnectionAsync(id, entra.TenantId, ct) is not { } connection || await history.LastAsync(id, ct) is not { } last)
            return new Refused(Refusal.NotFound);
        return TypedResults.Ok(await validations.ViewAsync(last, connection, details: false, ct));
    }

    private static async Task<Results<Ok<MarketoReportRequest>, Refused>> ReportAsync(
        Guid id, MarketoReportRequest report, Caller caller, AccessRules access, RunActs acts, History history, AuditTrail audit, CallerSettings entra, CancellationToken ct)
    {
        if (await access.DecideAsync(caller, Act.ActInMarketo, null, ct) is { } refusal)
            return await acts.RefuseAsync(caller, Act.ActInMarketo, id, refusal, null, ct);
        if (report.Red.Any(c => !Enum.IsDefined(c)))
            return new Refused(new Refusal(400, ProblemCodes.BadRequest));
        if (await history.ConnectionAsync(id, entra.TenantId, ct) is null)
            return await acts.RefuseAsync(caller, Act.ActInMarketo, id, Refusal.NotFound, null, ct);
        await history.ReportAsync(id, [.. report.Red.Distinct().Order()], caller.Person, ct);
        await audit.WriteAsync(caller.ObjectId, nameof(Act.ActInMarketo), id, AuditEntry.Allowed, ct);
        return TypedResults.Ok(report);
    }

    /// <summary>The token that just passed the front door, for what is read on the person's behalf.</summary>
    private static string? Assertion(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null;
}
