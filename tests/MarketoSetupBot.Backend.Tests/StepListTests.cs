using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MarketoSetupBot.Backend.Tests;

public sealed class StepListTests
{
    [Fact]
    public async Task A_run_in_flight_runs_the_steps_it_began_with_whatever_this_version_would_take()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        await using (var db = await OpenAsync(office))
        {
            // As if another version had begun it, whose guide knew no sign-in step and consented before it declared.
            await db.Database.ExecuteSqlAsync($"DELETE FROM steps WHERE \"Key\" = 'SignIn'");
            await db.Database.ExecuteSqlAsync($"""UPDATE runs SET "StepList" = '["details","plan","approve","application","servicePrincipal","consent","permission","secret","disableSync","editCredentials","save","validateSyncSetup","close","enableSync"]'""");
            await db.Database.ExecuteSqlAsync($"DELETE FROM steps WHERE \"Key\" NOT IN ('Details','Plan','Approve','Application','ServicePrincipal','Consent','Permission','Secret','DisableSync','EditCredentials','Save','ValidateSyncSetup','Close','EnableSync')");
        }

        _ = (await office.As(Contoso.Alex).ApproveAsync(run)).Value;
        run = await office.As(Contoso.Adele).UntilAsync(run.Id, r => r.State is RunState.Delivering or RunState.Failed);

        Assert.Equal(RunState.Delivering, run.State);
        Assert.Equal(
            [StepKey.Application, StepKey.ServicePrincipal, StepKey.Consent, StepKey.Permission],
            run.Steps.Select(s => s.Key).Where(k => k is > StepKey.Approve and < StepKey.Secret));
        Assert.True(run.Steps.Single(s => s.Key is StepKey.Consent).At < run.Steps.Single(s => s.Key is StepKey.Permission).At);
    }

    [Fact]
    public async Task A_run_from_before_lists_were_kept_goes_by_its_rows()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        await using (var db = await OpenAsync(office))
            await db.Database.ExecuteSqlAsync($"UPDATE runs SET \"StepList\" = NULL");

        _ = (await office.As(Contoso.Alex).ApproveAsync(run)).Value;
        run = await office.As(Contoso.Adele).UntilAsync(run.Id, r => r.State is RunState.Delivering or RunState.Failed);

        Assert.Equal(RunState.Delivering, run.State);
        Assert.Equal(run.Steps.Select(s => s.Key).Order(), run.Steps.Select(s => s.Key));
    }

    private static Task<BackendContext> OpenAsync(Office office)
        => office.Services.GetRequiredService<IDbContextFactory<BackendContext>>().CreateDbContextAsync();
}
