using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Crash;

/// <summary>kill -9 wherever something was just written, by us or by Entra. However often, the end is that of a run nobody disturbed.</summary>
[Trait("Category", "Crash")]
public sealed class A_backend_that_is_killed
{
    [Fact]
    public async Task Before_and_after_every_write_to_Entra_makes_nothing_twice_and_hands_one_secret_out()
    {
        await using var site = await CrashSite.OpenAsync();
        site.Guillotine.Blade = () => site.Backend.Kill();
        var run = await site.PlannedAsync();
        await site.UntilAsync(run, RunState.Planned);
        await site.ApproveAsync(run);
        await site.UntilAsync(run, RunState.Delivering);

        AssertOneOfEach(site);
        Assert.Equal(8, site.Guillotine.Fallen.Count);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => CollectAsync(site, run));
        await site.RestartAsync();
        Assert.Empty(App(site).PasswordCredentials);
        Assert.Equal(ProblemCodes.JustCollected, (await CollectAsync(site, run)).Problem?.Code);
        await IssueAgainAsync(site, run);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => CollectAsync(site, run));
        await site.RestartAsync();
        Assert.Single(App(site).PasswordCredentials);
        await IssueAgainAsync(site, run);
        Assert.Empty(App(site).PasswordCredentials);

        var handedOut = (await CollectAsync(site, run)).Value;

        var credential = Assert.Single(App(site).PasswordCredentials);
        Assert.True(site.Tenant.Matches(credential.KeyId, handedOut.Secret));
    }

    [Fact]
    public async Task At_every_change_of_the_run_ends_where_an_undisturbed_one_does()
    {
        var lookout = new Lookout();
        await using var site = await CrashSite.OpenAsync(lookout);
        var run = await site.PlannedAsync();
        var kills = await KillAtEveryChangeAsync(site, lookout, run, RunState.Planned);
        await site.ApproveAsync(run);
        kills += await KillAtEveryChangeAsync(site, lookout, run, RunState.Delivering);

        AssertOneOfEach(site);
        Assert.Empty(App(site).PasswordCredentials);
        var view = (await site.SendAsync<RunView>(Contoso.Adele, HttpMethod.Get, Routes.For(Routes.Run, run))).Value;
        Assert.All(view.Steps.Where(s => s.Key is > StepKey.Details and < StepKey.Secret), s => Assert.Contains(s.State, (StepState[])[StepState.Succeeded, StepState.Skipped]));
        // Clearance, begin and end of every step, the offer: most of them were met alone.
        Assert.True(kills >= 8, $"Only {kills} kills.");
        _ = (await CollectAsync(site, run)).Value;
        Assert.Single(App(site).PasswordCredentials);
    }

    /// <summary>Holds the file, looks whether the run went on, and kills before anything else can be written.</summary>
    private static async Task<int> KillAtEveryChangeAsync(CrashSite site, Lookout lookout, Guid run, RunState end)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(150));
        var (kills, last) = (0, 0L);
        await lookout.WatchAsync(
            async () =>
            {
                var (over, killed) = await site.HoldingTheFileAsync(run, (state, version) =>
                {
                    var changed = version > last;
                    last = version;
                    if (changed && state != end)
                        site.Backend.Kill();
                    return (state == end, changed && state != end);
                });
                if (killed)
                {
                    kills++;
                    await site.RestartAsync();
                }
                return over;
            },
            patience.Token);
        return kills;
    }

    private static void AssertOneOfEach(CrashSite site)
    {
        var tenant = site.Tenant;
        lock (tenant.Gate)
        {
            var app = Assert.Single(tenant.Applications.Values, a => a.UniqueName is not null || a.DisplayName == "Marketo Integration");
            var principal = Assert.Single(tenant.ServicePrincipals.Values, p => p.AppId == app.AppId);
            Assert.Equal("user_impersonation", Assert.Single(tenant.Grants.Values, g => g.ClientId == principal.Id).Scope);
            Assert.Single(app.RequiredResourceAccess);
        }
    }

    private static Application App(CrashSite site) => site.Tenant.Locked(() => site.Tenant.Applications.Values.Single(a => a.UniqueName is not null));

    private static Task<World.Answer<CollectedSecret>> CollectAsync(CrashSite site, Guid run)
        => site.OnceAsync<CollectedSecret>(Contoso.Adele, HttpMethod.Post, Routes.For(Routes.Collect, run));

    private static async Task IssueAgainAsync(CrashSite site, Guid run)
        => _ = (await site.SendAsync<RunView>(Contoso.Adele, HttpMethod.Post, Routes.For(Routes.IssueAgain, run))).Value;
}
