using System.Net.Http.Json;
using MarketoSetupBot.Contracts;
using SandboxPerson = MarketoSetupBot.Sandbox.World.Person;

namespace MarketoSetupBot.Backend.Tests.World;

/// <summary>A person at the backend's front door.</summary>
internal sealed class PersonClient(Office office, HttpClient http, SandboxPerson person)
{
    public HttpClient Http => http;

    public async Task<Answer<T>> SendAsync<T>(HttpMethod method, string path, object? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body, body.GetType(), options: Wire.Json);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await http.SendAsync(request);
        return await Answer<T>.ReadAsync(response);
    }

    public Task<Answer<RunView>> PostAsync(string route, Guid run, object? body = null, string? key = null)
        => SendAsync<RunView>(HttpMethod.Post, Routes.For(route, run), body, key);

    public Task<Answer<RunView>> OpenAsync(string? key = null) => SendAsync<RunView>(HttpMethod.Post, Routes.Runs, key: key);

    public Task<Answer<RunView>> ReadAsync(Guid run) => SendAsync<RunView>(HttpMethod.Get, Routes.For(Routes.Run, run));

    public Task<Answer<RunView>> SendDetailsAsync(Guid run, DetailsRequest? details = null, string? key = null)
        => SendAsync<RunView>(HttpMethod.Put, Routes.For(Routes.Details, run), details ?? Setups.Details(person), key);

    public Task<Answer<RunView>> ApproveAsync(RunView run, string? key = null)
        => PostAsync(Routes.Approve, run.Id, new ApproveRequest(run.Plan!.Hash), key);

    public Task<Answer<RunView>> DecideAsync(string route, RunView run, string? remark) => PostAsync(route, run.Id, new RemarkRequest(remark, run.Plan!.Hash));

    public Task<Answer<RunView>> HandOverAsync(Guid run, HandOverPart part, SandboxPerson to)
        => PostAsync(HandOverRoutes.HandOver, run, new HandOverRequest(part, to.ObjectId.ToString("D")));

    public Task<Answer<HaltStateView>> HaltAsync(string? reason = null) => SendAsync<HaltStateView>(HttpMethod.Post, HaltRoutes.Halt, new HaltRequest(reason));

    public Task<Answer<HaltStateView>> LiftAsync() => SendAsync<HaltStateView>(HttpMethod.Post, HaltRoutes.Lift);

    public Task<Answer<HaltStateView>> HaltStateAsync() => SendAsync<HaltStateView>(HttpMethod.Get, HaltRoutes.Halt);

    public Task<Answer<AuditView>> ReadAuditAsync() => SendAsync<AuditView>(HttpMethod.Get, AuditRoutes.Last);

    public Task<Answer<CollectedSecret>> CollectAsync(Guid run, string? key = null)
        => SendAsync<CollectedSecret>(HttpMethod.Post, Routes.For(Routes.Collect, run), key: key);

    public Task<Answer<RunView>> MarketoDoneAsync(Guid run, StepKey step) => PostAsync(Routes.MarketoDone, run, new MarketoActRequest(step));

    /// <summary>Reads the run until it is as wanted; in between waits for what the backend tells the bot.</summary>
    public async Task<RunView> UntilAsync(Guid id, Func<RunView, bool> wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var run = (await ReadAsync(id)).Value;
        while (!wanted(run))
        {
            try
            {
                await office.Bot.NextAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                var said = string.Join("; ", run.Steps.Where(s => s.Says is not null).Select(s => $"{s.Key} {s.State} {s.Says!.Code}"));
                throw new TimeoutException($"The run stayed {run.State}: {said}\n" + string.Join('\n', office.Log.Lines.TakeLast(60)));
            }
            run = (await ReadAsync(id)).Value;
        }
        return run;
    }

    public Task<RunView> UntilAsync(Guid id, RunState state) => UntilAsync(id, run => run.State == state);
}
