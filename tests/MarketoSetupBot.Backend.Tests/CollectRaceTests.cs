using System.Collections.Concurrent;
using System.Diagnostics;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.Control;
using MarketoSetupBot.Sandbox.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tests.Shared;
using Xunit.Abstractions;
using Connection = MarketoSetupBot.Backend.Connections.Connection;

namespace MarketoSetupBot.Backend.Tests;

/// <summary>
/// However many clicks on Collect come at once, Entra makes one secret a run, its value goes to one of them, and every click is in the audit. The
/// clicks of one run are all under way before the first is answered; the runs follow one another.
/// </summary>
[Trait("Category", "Abuse")]
public sealed class CollectRaceTests(ITestOutputHelper output)
{
    [Fact]
    public Task A_hundred_runs_of_a_thousand_clicks_at_once_make_a_hundred_secrets() => OnSqliteAsync(runs: 100, clicks: 1000);

    [PostgreSqlFact]
    public async Task Ten_runs_of_fifty_clicks_at_two_backends_on_PostgreSQL_make_ten_secrets()
    {
        TestDatabase.Choose(postgreSql: true);
        await using var office = await Office.OpenInRealTimeAsync(Quietly, "--Access:RequestsPerMinute=100000");
        var ids = await OfferedAsync(office, 10);
        await using var second = await office.AnotherBackendAsync();
        using var there = office.WithToken(office.PersonToken(Contoso.Adele), new Uri(second.Urls.First()));
        await RaceAsync(office, ids, 50, [office.As(Contoso.Adele), new PersonClient(office, there, Contoso.Adele)]);
    }

    private async Task OnSqliteAsync(int runs, int clicks)
    {
        var folder = Directory.CreateTempSubdirectory("collect-race-");
        // A file with pooled connections, as it is deployed.
        var file = $"Data Source={Path.Combine(folder.FullName, "backend.db")}";
        await using (var office = await Office.OpenInRealTimeAsync(Quietly, "--Access:RequestsPerMinute=100000", "--Database:Provider=Sqlite", $"--Database:ConnectionString={file}"))
            await RaceAsync(office, await OfferedAsync(office, runs), clicks, [office.As(Contoso.Adele)]);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    /// <summary>What a hundred thousand clicks would write into the log takes longer than the clicks.</summary>
    private static void Quietly(IServiceCollection services) => services.Configure<LoggerFilterOptions>(f => f.MinLevel = LogLevel.Warning);

    private async Task RaceAsync(Office office, IReadOnlyList<Guid> ids, int clicks, PersonClient[] doors)
    {
        var values = new ConcurrentBag<(Guid Run, string Secret)>();
        var refusals = new ConcurrentBag<string>();
        var watch = Stopwatch.StartNew();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        foreach (var id in ids)
        {
            await Task.WhenAll(Enumerable.Range(0, clicks).Select(async click =>
            {
                var answer = await doors[click % doors.Length].CollectAsync(id);
                if (answer.Status == 200)
                    values.Add((id, answer.Value.Secret));
                else
                    refusals.Add(answer.Problem!.Code);
            }));
        }
        cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        output.WriteLine($"{ids.Count} runs of {clicks} clicks: {watch.Elapsed.TotalSeconds:0.0} s, {cpu.TotalSeconds:0.0} s of processor time");

        Assert.Equal([ProblemCodes.JustCollected], refusals.Distinct());
        Assert.Equal(ids.Order(), values.Select(v => v.Run).Order());
        Assert.Equal(ids.Count, values.Select(v => v.Secret).Distinct().Count());
        Assert.Equal(ids.Count, office.Passwords());
        Assert.Equal(ids.Count, office.OurApplication.PasswordCredentials.Count);
        await using var db = office.Services.GetRequiredService<Ledger>().Open();
        Assert.Equal(ids.Count * clicks, await db.Audit.CountAsync(a => a.Act == "Collect"));
        Assert.Equal(ids.Count, await db.Audit.CountAsync(a => a.Act == "Collect" && a.Outcome == AuditEntry.Allowed));
    }

    /// <summary>One real setup, and as many more runs as wanted, each of an organisation of its own, that stand where that one stands.</summary>
    private static async Task<IReadOnlyList<Guid>> OfferedAsync(Office office, int runs)
    {
        var first = await office.DeliveringAsync();
        var ledger = office.Services.GetRequiredService<Ledger>();
        await using var db = ledger.Open();
        var made = await db.Connections.AsNoTracking().SingleAsync();
        List<Guid> ids = [first.Id];
        for (var i = 1; i < runs; i++)
        {
            var now = office.Clock.GetUtcNow();
            var connection = Connection.New(made.TenantId, $"contoso{i}.crm.dynamics.com", now);
            (connection.ApplicationObjectId, connection.ClientId, connection.ServicePrincipalObjectId) = (made.ApplicationObjectId, made.ClientId, made.ServicePrincipalObjectId);
            var run = Run.Open(first.Requester, now, TimeSpan.FromDays(3));
            run.TakeDetails(first.Details!, RunKind.Setup, connection.Id, first.Requester, now);
            run.OfferSecret(connection, TimeSpan.FromDays(30), now);
            db.AddRange(connection, run);
            ids.Add(run.Id);
        }
        await ledger.SaveAsync(db, default);
        return ids;
    }
}
