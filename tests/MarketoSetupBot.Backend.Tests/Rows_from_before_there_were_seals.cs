using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MarketoSetupBot.Backend.Tests;

/// <summary>A database of an older version gets its seals at the first start of this one, and never again.</summary>
public sealed class Rows_from_before_there_were_seals
{
    [DatabaseFact]
    public async Task Are_sealed_once_and_a_setup_in_flight_goes_on()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.DeliveringAsync();
        await using (var db = await office.Services.GetRequiredService<IDbContextFactory<BackendContext>>().CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlAsync($"ALTER TABLE runs DROP COLUMN \"Seal\"");
            await db.Database.ExecuteSqlAsync($"ALTER TABLE connections DROP COLUMN \"Seal\"");
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" IN ('0007_ConnectionSeals', '0009_RunSeals')");
        }
        await office.StopBackendAsync();
        await office.StartBackendAsync();

        Assert.Equal(200, (await office.As(Contoso.Adele).CollectAsync(run.Id)).Status);

        await using (var db = await office.Services.GetRequiredService<IDbContextFactory<BackendContext>>().CreateDbContextAsync())
            await db.Runs.ExecuteUpdateAsync(set => set.SetProperty(r => r.Seal, (string?)null));
        await office.StopBackendAsync();
        await office.StartBackendAsync();
        (await office.As(Contoso.Adele).PostAsync(Routes.Copied, run.Id)).MustBeRefused(409, ProblemCodes.RecordChanged);
    }
}
