using System.Text.Json;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tests.Shared;

namespace MarketoSetupBot.Backend.Tests.Audit;

public sealed class What_the_audit_knows
{
    [DatabaseFact]
    public async Task Every_write_to_the_tenant_with_the_person_behind_it_and_Graphs_own_id()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.DeliveringAsync();
        _ = (await office.As(Contoso.Adele).CollectAsync(run.Id)).Value;

        var lines = await LinesAsync(office);
        var writes = lines.Where(l => l.RequestId is not null).ToArray();
        var left = office.GraphWrites();
        Assert.Equal(left.Select(e => $"{e.Method} {e.Path} {e.Status}").Order(), writes.Select(w => $"{w.Act} {w.Outcome}").Order());
        Assert.All(writes, w => Assert.Equal(run.Id, w.Target));
        var secret = Assert.Single(writes, w => w.Act.EndsWith("/addPassword", StringComparison.Ordinal));
        Assert.Equal(Contoso.Adele.ObjectId.ToString(), secret.ActorId);
        Assert.All(writes.Where(w => w != secret), w => Assert.Equal(Contoso.Alex.ObjectId.ToString(), w.ActorId));
        Assert.Contains(lines, l => l.Act == "Approve" && l.TraceId == writes.First(w => w != secret).TraceId);
        Assert.True((await office.VerifyAsync()).Intact);
    }

    [DatabaseFact]
    public async Task Lines_have_numbers_without_gaps_however_many_write_at_once()
    {
        await using var office = await Office.OpenAsync();
        var trail = office.Services.GetRequiredService<AuditTrail>();
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => trail.WriteAsync("backend", "test", null, $"{i}", CancellationToken.None)));
        Assert.Equal(Enumerable.Range(1, 60).Select(n => (long?)n), (await LinesAsync(office)).Select(l => l.Number));
        Assert.True((await office.VerifyAsync()).Intact);
    }

    [PostgreSqlFact]
    public async Task Two_backends_on_one_PostgreSQL_make_one_chain()
    {
        TestDatabase.Choose(postgreSql: true);
        await using var office = await Office.OpenAsync();
        await using var other = await office.AnotherBackendAsync();
        var trails = new[] { office.Services, other.Services }.Select(s => s.GetRequiredService<AuditTrail>()).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => trails[i % 2].WriteAsync("backend", "test", null, $"{i}", CancellationToken.None)));
        var verdict = await office.VerifyAsync();
        Assert.True(verdict.Intact);
        Assert.Equal(60, verdict.Lines);
        await other.StopAsync();
    }

    [DatabaseFact]
    public async Task Its_last_lines_and_its_export_are_for_people_with_a_role()
    {
        await using var office = await Office.OpenAsync();
        (await office.As(Contoso.Adele).ReadAuditAsync()).MustBeRefused(403, ProblemCodes.NotAllowed);
        var lines = (await office.As(Contoso.Alex).ReadAuditAsync()).Value.Lines;
        Assert.Contains(lines, l => l is { Act: "ReadAudit", Outcome: "refused:not-allowed", ActorName: "Adele Vance" });

        using var refused = await office.As(Contoso.Adele).Http.GetAsync(new Uri("/audit/export?format=csv", UriKind.Relative));
        Assert.Equal(403, (int)refused.StatusCode);
        var csv = await office.As(Contoso.Alex).Http.GetStringAsync(new Uri("/audit/export?format=csv", UriKind.Relative));
        Assert.StartsWith("\"number\",\"id\",\"at\"", csv, StringComparison.Ordinal);
        Assert.Contains("\"ExportAudit\"", csv, StringComparison.Ordinal);
        var ndjson = await office.As(Contoso.Alex).Http.GetStringAsync(new Uri("/audit/export", UriKind.Relative));
        Assert.All(ndjson.Split('\n', StringSplitOptions.RemoveEmptyEntries), l => Assert.NotNull(JsonSerializer.Deserialize<AuditLineView>(l, Wire.Json)!.Seal));
        Assert.NotEmpty(office.Services.GetRequiredService<AuditAnchors>().Read());
    }

    [DatabaseFact]
    public async Task Its_key_is_beside_the_database_for_its_owner_alone_and_another_key_does_not_start()
    {
        await using var office = await Office.OpenAsync();
        var key = office.DatabaseFile + ".audit-key";
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        Assert.DoesNotContain((await File.ReadAllTextAsync(key)).Trim(), await office.StoredAsync(), StringComparison.Ordinal);

        await office.StopBackendAsync();
        File.Delete(key);
        var refused = await Assert.ThrowsAsync<SettingsException>(office.StartBackendAsync);
        Assert.Contains("audit key", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("c2hvcnQ=")]
    public void A_key_that_is_too_short_is_refused_in_one_sentence(string key)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Audit:Key", key)]).Build();
        var refused = Assert.Throws<SettingsException>(() => AuditSettings.From(configuration, new DatabaseSettings(DatabaseProvider.Sqlite, "Data Source=x.db")));
        Assert.DoesNotContain(key, refused.Message, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task The_terminal_verifies_and_exports_it()
    {
        await using var office = await Tampering.WithLinesAsync(4);
        var (code, said) = await TerminalAsync(office, "verify");
        Assert.Equal((0, true), (code, said.Contains("Intact.", StringComparison.Ordinal)));
        (_, said) = await TerminalAsync(office, "export", "--format", "csv");
        Assert.Equal(5, said.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);

        await office.TamperAsync("UPDATE audit SET \"Outcome\" = 'allowed' WHERE \"Number\" = 2");
        (code, said) = await TerminalAsync(office, "verify");
        Assert.Equal((1, true), (code, said.Contains("Line 2 was edited or moved.", StringComparison.Ordinal)));
        Assert.Equal(2, (await TerminalAsync(office, "forget")).Code);
    }

    private static async Task<(int Code, string Said)> TerminalAsync(Office office, params string[] words)
    {
        using var output = new StringWriter();
        return (await AuditCommand.RunAsync([.. words, .. office.Settings], output), output.ToString());
    }

    private static async Task<List<AuditEntry>> LinesAsync(Office office)
    {
        await using var db = await office.Services.GetRequiredService<IDbContextFactory<BackendContext>>().CreateDbContextAsync();
        return await db.Audit.OrderBy(a => a.Number).ToListAsync();
    }
}
