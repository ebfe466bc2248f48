using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Validations;

/// <summary>Begins a validation that a person asks for. Two seconds later something is on screen, although the decision and every reading take a second each.</summary>
internal sealed class Beginning(
    AccessRules access, RunActs acts, Validations validations, History history, AuditTrail audit, CallerSettings entra, TimeProvider clock)
{
    /// <summary>With less there is nothing to see, with more there is nothing on screen after two seconds.</summary>
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(1.2);

    /// <summary>The view, or why there is none; neither where somebody has to choose first.</summary>
    internal readonly record struct Begun(ValidationView? View, Refused? Refused);

    public async Task<Begun> OfAsync(Guid id, Caller caller, string? assertion, CancellationToken ct) =>
        await OfAsync(id, await history.ConnectionAsync(id, entra.TenantId, ct), caller, assertion, ct);

    /// <summary>Of the one connection that has an app to look at; where there are several, or none, the list of them.</summary>
    public async Task<(IReadOnlyList<ConnectionView> Choices, Begun Begun)> OfOnlyAsync(Caller caller, string? assertion, CancellationToken ct)
    {
        var registered = await history.RegisteredAsync(entra.TenantId, ct);
        if (registered is [var only])
            return ([], await OfAsync(only.Id, only, caller, assertion, ct));
        return await access.DecideAsync(caller, Act.ReadConnections, null, ct) is { } refusal
            ? ([], new Begun(null, await acts.RefuseAsync(caller, Act.ReadConnections, null, refusal, null, ct)))
            : ([.. registered.Select(c => c.View(openRun: null))], default);
    }

    private async Task<Begun> OfAsync(Guid id, Connection? connection, Caller caller, string? assertion, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        using var ahead = connection is null ? null : validations.Begin(connection, assertion);
        if (await access.DecideAsync(caller, Act.Validate, null, ct) is { } refusal)
            return new Begun(null, await acts.RefuseAsync(caller, Act.Validate, id, refusal, null, ct));
        if (ahead is null)
            return new Begun(null, await acts.RefuseAsync(caller, Act.Validate, id, Refusal.NotFound, null, ct));
        await audit.WriteAsync(caller.ObjectId, nameof(Act.Validate), id, AuditEntry.Allowed, ct);
        var live = await validations.KeepAsync(ahead, caller.Person, ct);
        if (FirstLook - clock.GetElapsedTime(began) is { Ticks: > 0 } left)
            await live.WaitAsync(CheckIds.All.Count, left, clock, ct);
        // A first look at nothing helps nobody.
        await live.WaitAsync(seen: 0, FirstLook, clock, ct);
        return new Begun(await validations.ViewAsync(live.Id, entra.TenantId, details: false, ct), null);
    }
}
