using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.Control;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Checks;

public sealed class The_way_to_all_results : IClassFixture<FinishedSetup>
{
    private readonly FinishedSetup setup;

    public The_way_to_all_results(FinishedSetup setup)
    {
        this.setup = setup;
        setup.Restore();
    }

    /// <summary>
    /// With every call to Microsoft at a second, a chain of six such calls is what ten seconds leave room for. Not the time is measured but who waited
    /// for whom: a call that began after another had ended may have waited for it.
    /// </summary>
    [Fact]
    public async Task Is_at_most_six_calls_long_with_every_call_delayed()
    {
        await setup.Levers.FederateAsync(Contoso.InitialDomain);
        await setup.Levers.SetPasswordHashSyncAsync(true, true);
        await setup.Levers.SetRolesAsync(Contoso.Alex, "Global Administrator");
        await setup.Levers.AddFaultAsync(new Fault { Kind = FaultKind.Delay, DelaySeconds = 1, Times = 1000 });
        setup.Contoso.Road.Forget();

        var results = await setup.ValidateAsync(Contoso.Alex);

        await setup.Levers.ClearFaultsAsync();
        Assert.DoesNotContain(results.Where(r => CheckIds.GroupOf(r.Id) is not CheckGroup.Dynamics), r => r.Finding.Code == PhraseCodes.NotCheckedOutage);
        Assert.InRange(Depth(setup.Contoso.Road.Spans), 2, 6);
    }

    /// <summary>The longest chain of calls each of which began when the one before had ended.</summary>
    private static int Depth(IReadOnlyList<(long Began, long Ended)> spans)
    {
        List<(long Ended, int Depth)> done = [];
        foreach (var (began, ended) in spans.OrderBy(s => s.Began))
            done.Add((ended, 1 + done.Where(d => d.Ended <= began).Select(d => d.Depth).DefaultIfEmpty().Max()));
        return done.Max(d => d.Depth);
    }
}
