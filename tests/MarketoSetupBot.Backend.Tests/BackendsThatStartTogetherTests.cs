using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tests.Shared;

namespace MarketoSetupBot.Backend.Tests;

public sealed class BackendsThatStartTogetherTests
{
    [PostgreSqlFact]
    public async Task Four_on_one_empty_database_make_its_tables_once_and_all_work()
    {
        TestDatabase.Choose(postgreSql: true);
        await using var office = await Office.FurnishedAsync();
        var backends = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(office.AnotherBackendAsync)));
        var token = office.PersonToken(Contoso.Adele);
        var opened = await Task.WhenAll(backends.Select(async backend =>
        {
            using var http = office.WithToken(token, new Uri(backend.Urls.First()));
            return (await new PersonClient(office, http, Contoso.Adele).OpenAsync()).Value.Id;
        }));

        var one = backends[0].Services;
        await using (var db = await one.GetRequiredService<IDbContextFactory<BackendContext>>().CreateDbContextAsync())
        {
            Assert.Equal(opened.Order(), await db.Runs.Select(r => r.Id).Order().ToListAsync());
            Assert.Equal(db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync());
            Assert.Equal(1, await db.AuditHeads.CountAsync());
        }
        Assert.True((await one.GetRequiredService<AuditVerification>().VerifyAsync(default)).Intact);
        foreach (var backend in backends)
        {
            await backend.StopAsync();
            await backend.DisposeAsync();
        }
    }
}
