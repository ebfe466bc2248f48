using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;
using Tests.Shared;

namespace MarketoSetupBot.Backend.Tests;

public sealed class PostgreSqlTests
{
    [PostgreSqlFact]
    public async Task A_setup_runs_on_PostgreSQL_and_a_secret_is_claimed_once()
    {
        using var database = new PostgreSql();
        await using var office = await Office.OpenAsync(null, "--Database:Provider=PostgreSql", $"--Database:ConnectionString={database.ConnectionString}");
        var run = await office.DeliveringAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => office.As(Contoso.Adele).CollectAsync(run.Id)));
        Assert.Single(answers, a => a.Status == 200);
        Assert.Single(office.OurApplication.PasswordCredentials);
        await office.As(Contoso.Adele).PostAsync(Routes.Copied, run.Id);

        await office.StopBackendAsync();
        await office.StartBackendAsync();
        Assert.Equal(RunState.Guiding, (await office.As(Contoso.Adele).ReadAsync(run.Id)).Value.State);
    }
}
