using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.Control;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Works;

/// <summary>Undo and repair as people ask for them: Adele asks, Alex approves.</summary>
internal static class WorkTalk
{
    public static Task<Answer<RunView>> UndoAsync(this PersonClient person, Guid setup, string? key = null)
        => person.SendAsync<RunView>(HttpMethod.Post, Routes.For(WorkRoutes.Undo, setup), key: key);

    public static Task<Answer<RunView>> RepairAsync(this PersonClient person, Guid connection, string repair, string? key = null)
        => person.SendAsync<RunView>(HttpMethod.Post, Routes.For(WorkRoutes.Repair, connection), new RepairRequest(repair), key);

    /// <summary>The plan of that undo, not approved yet; or its end, where there is nothing to do.</summary>
    public static async Task<RunView> UndoPlannedAsync(this Office office, Guid setup)
    {
        var adele = office.As(Contoso.Adele);
        var run = (await adele.UndoAsync(setup)).Value;
        return await adele.UntilAsync(run.Id, r => r.State is not RunState.Planning);
    }

    public static async Task<RunView> RepairPlannedAsync(this Office office, Guid connection, string repair)
    {
        var adele = office.As(Contoso.Adele);
        var run = (await adele.RepairAsync(connection, repair)).Value;
        return await adele.UntilAsync(run.Id, r => r.State is not RunState.Planning);
    }

    public static async Task<RunView> CarriedOutAsync(this Office office, RunView planned)
    {
        _ = (await office.As(Contoso.Alex).ApproveAsync(planned)).Value;
        return await office.As(Contoso.Adele).UntilAsync(planned.Id, r => r.State is not (RunState.Planned or RunState.Applying));
    }

    public static async Task<RunView> UndoneAsync(this Office office, Guid setup) => await office.CarriedOutAsync(await office.UndoPlannedAsync(setup));

    public static StepView Of(this RunView run, StepKey key) => run.Steps.Single(s => s.Key == key);

    public static void ChangeApplication(this Office office, Func<Application, Application> change)
    {
        var id = office.OurApplication.Id;
        office.Change(t => t.Applications[id] = change(t.Applications[id]));
    }

    /// <summary>Writes to Graph since <paramref name="after"/> entries of the journal, as method and first segment of the path.</summary>
    public static IReadOnlyList<string> Writes(this Office office, int after = 0)
        => [.. office.SandboxServices<Journal>().Read("graph.microsoft.com").Skip(after)
            .Where(e => e.IsWrite)
            .Select(e => $"{e.Method} {e.Path.Replace("/v1.0", "", StringComparison.Ordinal)}")];

    public static int Seen(this Office office) => office.SandboxServices<Journal>().Read("graph.microsoft.com").Count;
}
