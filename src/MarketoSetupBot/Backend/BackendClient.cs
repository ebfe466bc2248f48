using System.Net.Http.Headers;
using System.Text.Json;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend;

/// <summary>The backend's API, one method per route. A refusal comes back as a problem, silence as <c>backend-unreachable</c>.</summary>
internal sealed class BackendClient(HttpClient http)
{
    public Task<Answered<RunView>> OpenRunAsync(Caller caller, CancellationToken cancellationToken) =>
        SendAsync<RunView>(HttpMethod.Post, Routes.Runs, caller, new OpenRunRequest(), cancellationToken);

    public Task<Answered<RunView>> ReadRunAsync(string token, Guid run, CancellationToken cancellationToken) =>
        SendAsync<RunView>(HttpMethod.Get, Routes.For(Routes.Run, run), new Caller(token, ""), null, cancellationToken);

    public Task<Answered<RunView>> SendDetailsAsync(Caller caller, Guid run, DetailsRequest details, CancellationToken cancellationToken) =>
        SendAsync<RunView>(HttpMethod.Put, Routes.For(Routes.Details, run), caller, details, cancellationToken);

    public Task<Answered<RunView>> ApproveAsync(Caller caller, Guid run, string planHash, IReadOnlyList<string> accepts, CancellationToken cancellationToken) =>
        SendAsync<RunView>(HttpMethod.Post, Routes.For(Routes.Approve, run), caller, new ApproveRequest(planHash, accepts), cancellationToken);

    public Task<Answered<RunView>> HandDoneAsync(Caller caller, Guid run, HandActDoneRequest done, CancellationToken cancellationToken) =>
        SendAsync<RunView>(HttpMethod.Post, Routes.For(HandActRoutes.Done, run), caller, done, cancellationToken);

    public Task<Answered<RunView>> ChooseAsync(Caller caller, Guid run, ChooseRequest choice, CancellationToken cancellationToken) =>
        SendAsync<RunView>(HttpMethod.Post, Routes.For(ChoiceRoutes.Choose, run), caller, choice, cancellationToken);

    /// <param name="route">One of the routes that take a run and no body.</param>
    public Task<Answered<RunView>> MoveAsync(Caller caller, string route, Guid run, CancellationToken cancellationToken) =>
        SendAsync<RunView>(HttpMethod.Post, Routes.For(route, run), caller, null, cancellationToken);

    /// <summary>The only call whose answer carries a secret. It is handed on and kept nowhere.</summary>
    public Task<Answered<CollectedSecret>> CollectAsync(Caller caller, Guid run, CancellationToken cancellationToken) =>
        SendAsync<CollectedSecret>(HttpMethod.Post, Routes.For(Routes.Collect, run), caller, null, cancellationToken);

    /// <param name="route"><see cref="Routes.MarketoDone"/> or <see cref="Routes.MarketoBack"/>.</param>
    public Task<Answered<RunView>> MarketoActAsync(Caller caller, string route, Guid run, StepKey step, CancellationToken cancellationToken) =>
        SendAsync<RunView>(HttpMethod.Post, Routes.For(route, run), caller, new MarketoActRequest(step), cancellationToken);

    public Task<Answered<RunView>> MarketoReportAsync(Caller caller, Guid run, IReadOnlyList<MarketoCheck> red, CancellationToken cancellationToken) =>
        SendAsync<RunView>(HttpMethod.Post, Routes.For(Routes.MarketoReport, run), caller, new MarketoReportRequest(red), cancellationToken);

    /// <summary>Of the only connection, or which there are: one question, because each takes a decision of the backend's own.</summary>
    public Task<Answered<ValidationStart>> ValidateOnlyAsync(Caller caller, CancellationToken cancellationToken) =>
        SendAsync<ValidationStart>(HttpMethod.Post, ValidationRoutes.Only, caller, null, cancellationToken);

    public Task<Answered<ValidationView>> ValidateAsync(Caller caller, Guid connection, CancellationToken cancellationToken) =>
        SendAsync<ValidationView>(HttpMethod.Post, Routes.For(Routes.Validate, connection), caller, null, cancellationToken);

    public Task<Answered<RunView>> UndoAsync(Caller caller, Guid setup, CancellationToken cancellationToken) =>
        SendAsync<RunView>(HttpMethod.Post, Routes.For(WorkRoutes.Undo, setup), caller, null, cancellationToken);

    public Task<Answered<RunView>> RepairAsync(Caller caller, Guid connection, string repair, CancellationToken cancellationToken) =>
        SendAsync<RunView>(HttpMethod.Post, Routes.For(WorkRoutes.Repair, connection), caller, new RepairRequest(repair), cancellationToken);

    /// <param name="token">A person's, or the bot's own.</param>
    /// <param name="seen">Not null: waits for more than that many results, for a few seconds at most.</param>
    /// <param name="details">With what only some may see; takes a person's token.</param>
    public Task<Answered<ValidationView>> ReadValidationAsync(string token, Guid validation, int? seen, bool details, CancellationToken cancellationToken) =>
        SendAsync<ValidationView>(HttpMethod.Get, Routes.For(ValidationRoutes.One, validation) + (details ? "?details=true" : seen is { } n ? $"?seen={n}" : ""),
            new Caller(token, ""), null, cancellationToken);

    public Task<Answered<ValidationView>> LastValidationAsync(string token, Guid connection, CancellationToken cancellationToken) =>
        SendAsync<ValidationView>(HttpMethod.Get, Routes.For(ValidationRoutes.Last, connection), new Caller(token, ""), null, cancellationToken);

    /// <returns>Null: recorded.</returns>
    public async Task<ProblemView?> ReportMarketoAsync(Caller caller, Guid connection, IReadOnlyList<MarketoCheck> red, CancellationToken cancellationToken)
    {
        var answered = await SendAsync<MarketoReportRequest>(HttpMethod.Put, Routes.For(ValidationRoutes.Report, connection), caller, new MarketoReportRequest(red), cancellationToken);
        return answered.Problem;
    }

    /// <summary>What an administrator saw of password hash synchronisation.</summary>
    /// <returns>Null: recorded.</returns>
    public async Task<ProblemView?> AttestHashSyncAsync(Caller caller, Guid connection, bool on, CancellationToken cancellationToken)
    {
        var answered = await SendAsync<AttestHashSyncRequest>(HttpMethod.Post, Routes.For(Routes.AttestHashSync, connection), caller, new AttestHashSyncRequest(on), cancellationToken);
        return answered.Problem;
    }

    public Task<Answered<DefaultsView>> DefaultsAsync(Caller caller, CancellationToken cancellationToken) =>
        SendAsync<DefaultsView>(HttpMethod.Get, Routes.Defaults, caller, null, cancellationToken);

    /// <param name="route">One of <see cref="DecisionRoutes"/>.</param>
    public Task<Answered<RunView>> DecideAsync(Caller caller, string route, Guid run, RemarkRequest remark, CancellationToken cancellationToken) =>
        SendAsync<RunView>(HttpMethod.Post, Routes.For(route, run), caller, remark, cancellationToken);

    public Task<Answered<RunView>> HandOverAsync(Caller caller, Guid run, HandOverRequest to, CancellationToken cancellationToken) =>
        SendAsync<RunView>(HttpMethod.Post, Routes.For(HandOverRoutes.HandOver, run), caller, to, cancellationToken);

    /// <param name="token">A person's, or the bot's own.</param>
    public Task<Answered<HaltStateView>> HaltStateAsync(string token, CancellationToken cancellationToken) =>
        SendAsync<HaltStateView>(HttpMethod.Get, HaltRoutes.Halt, new Caller(token, ""), null, cancellationToken);

    public Task<Answered<HaltStateView>> HaltAsync(Caller caller, string? reason, CancellationToken cancellationToken) =>
        SendAsync<HaltStateView>(HttpMethod.Post, HaltRoutes.Halt, caller, new HaltRequest(reason), cancellationToken);

    public Task<Answered<HaltStateView>> LiftAsync(Caller caller, CancellationToken cancellationToken) =>
        SendAsync<HaltStateView>(HttpMethod.Post, HaltRoutes.Lift, caller, null, cancellationToken);

    public Task<Answered<AuditView>> AuditAsync(Caller caller, CancellationToken cancellationToken) =>
        SendAsync<AuditView>(HttpMethod.Get, AuditRoutes.Last, caller, null, cancellationToken);

    private async Task<Answered<T>> SendAsync<T>(HttpMethod method, string path, Caller caller, object? body, CancellationToken cancellationToken)
        where T : class
    {
        using var request = new HttpRequestMessage(method, path.TrimStart('/'));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", caller.Token);
        if (method != HttpMethod.Get) request.Headers.TryAddWithoutValidation("Idempotency-Key", caller.IdempotencyKey);
        if (body is not null) request.Content = JsonContent.Create(body, body.GetType(), options: Wire.Json);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode) return Answered<T>.Refused(await Problems.ReadAsync(response, cancellationToken));
            // Nothing to answer but that it is recorded as it was told.
            if (response.StatusCode is System.Net.HttpStatusCode.NoContent && body is T told) return Answered<T>.With(told);
            return await response.Content.ReadFromJsonAsync<T>(Wire.Json, cancellationToken) is { } value
                ? Answered<T>.With(value)
                : Answered<T>.Refused(Problems.Unexpected);
        }
        catch (Exception e) when (IsSilence(e, cancellationToken))
        {
            return Answered<T>.Refused(Problems.Unreachable);
        }
        catch (JsonException)
        {
            return Answered<T>.Refused(Problems.Unexpected);
        }
    }

    /// <summary>A refused or broken connection, or the client's own time-out; not our caller going away.</summary>
    private static bool IsSilence(Exception e, CancellationToken cancellationToken) =>
        e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}
