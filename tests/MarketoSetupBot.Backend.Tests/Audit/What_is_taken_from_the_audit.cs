using System.Globalization;
using System.Text;
using System.Text.Json;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Tests.Tenant;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MarketoSetupBot.Backend.Tests.Audit;

/// <summary>What leaves the audit: to a card, to a file, to the anchors.</summary>
public sealed class What_is_taken_from_the_audit
{
    [Theory]
    [InlineData("", 20)]
    [InlineData("?last=21", 21)]
    [InlineData("?last=500", 100)]
    public async Task Comes_newest_first_with_names_and_never_more_than_a_hundred_lines(string query, int lines)
    {
        await using var office = await Tampering.WithLinesAsync(120);
        using var answer = await office.As(Contoso.Alex).Http.GetAsync(new Uri("/audit" + query, UriKind.Relative));
        var said = JsonSerializer.Deserialize<AuditView>(await answer.Content.ReadAsStringAsync(), Wire.Json)!.Lines;

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(Enumerable.Range(0, lines).Select(i => (long?)(120 - i)), said.Select(l => l.Number));
        Assert.All(said, l => Assert.Equal((Contoso.Megan.ObjectId.ToString(), Contoso.Megan.Name), (l.Actor, l.ActorName)));
    }

    [Fact]
    public async Task Has_ids_for_names_where_the_directory_does_not_answer_or_knows_nobody()
    {
        await using var office = await Office.OpenAsync();
        var (trail, stranger) = (office.Services.GetRequiredService<AuditTrail>(), Guid.NewGuid().ToString());
        foreach (var actor in (string[])[stranger, AuditEntry.Backend, Contoso.Lynne.ObjectId.ToString()])
            await trail.WriteAsync(actor, "OpenRun", null, "allowed", default);
        string Names(AuditView view) => string.Join(",", view.Lines.Where(l => l.Act == "OpenRun").Select(l => l.ActorName ?? "nobody"));
        Assert.Equal(Contoso.Lynne.Name + ",nobody,nobody", Names((await office.As(Contoso.Alex).ReadAuditAsync()).Value));

        office.Line.Cut = r => r.RequestUri!.AbsolutePath.Contains(Contoso.Lynne.ObjectId.ToString(), StringComparison.Ordinal);
        Assert.Equal("nobody,nobody,nobody", Names((await office.As(Contoso.Alex).ReadAuditAsync()).Value));
    }

    [Theory]
    [InlineData("csv", "text/csv; charset=utf-8", "audit.csv")]
    [InlineData("CSV", "text/csv; charset=utf-8", "audit.csv")]
    [InlineData("ndjson", "application/x-ndjson; charset=utf-8", "audit.ndjson")]
    public async Task Is_a_file_that_nobody_keeps_on_the_way(string format, string type, string name)
    {
        await using var office = await Tampering.WithLinesAsync(1);
        using var answer = await office.As(Contoso.Alex).Http.GetAsync(new Uri("/audit/export?format=" + format, UriKind.Relative));
        Assert.Equal((type, name), (answer.Content.Headers.ContentType!.ToString(), answer.Content.Headers.ContentDisposition!.FileName));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.NotEqual(Encoding.UTF8.GetPreamble(), (await answer.Content.ReadAsByteArrayAsync())[..3]);
    }

    [Fact]
    public async Task Has_every_field_of_every_line_oldest_first()
    {
        await using var office = await Office.OpenAsync();
        _ = (await office.DeliveringAsync()).Id;
        using var csv = new MemoryStream();
        using var json = new MemoryStream();
        var export = office.Services.GetRequiredService<AuditExport>();
        await export.WriteAsync(csv, AuditFormat.Csv, default);
        await export.WriteAsync(json, AuditFormat.Ndjson, default);
        var (rows, objects) = (Encoding.UTF8.GetString(csv.ToArray()).Split("\r\n"), Encoding.UTF8.GetString(json.ToArray()).Split('\n'));

        // What was added meanwhile stands behind.
        await using var db = office.Services.GetRequiredService<Ledger>().Open();
        var lines = await db.Audit.OrderBy(a => a.Number).ToListAsync();
        Assert.Contains(lines, l => l.RequestId is not null && l.Target is not null);
        Assert.Equal(["\"number\",\"id\",\"at\",\"actor\",\"act\",\"target\",\"outcome\",\"traceId\",\"requestId\",\"runVersion\",\"seal\"", .. lines.Take(rows.Length - 2).Select(Row), ""], rows);
        Assert.Equal([.. lines.Take(objects.Length - 1).Select(l => JsonSerializer.Serialize(AuditExport.View(l), Wire.Json)), ""], objects);
        var view = AuditExport.View(lines[^1], "somebody");
        Assert.Equal(
            (lines[^1].Number, lines[^1].Id, lines[^1].At, lines[^1].ActorId, "somebody", lines[^1].Act, lines[^1].Target),
            (view.Number, view.Id, view.At, view.Actor, view.ActorName, view.Act, view.Target));
        Assert.Equal((lines[^1].Outcome, lines[^1].TraceId, lines[^1].RequestId, lines[^1].Seal), (view.Outcome, view.TraceId, view.RequestId, view.Seal));
    }

    private static string Row(AuditEntry line) => string.Join(
        ',',
        new[] { $"{line.Number}", $"{line.Id:D}", line.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), line.ActorId, line.Act, $"{line.Target:D}", line.Outcome, line.TraceId, line.RequestId, $"{line.RunVersion}", line.Seal }
            .Select(cell => string.IsNullOrEmpty(cell) ? "" : $"\"{cell}\""));

    [Fact]
    public async Task Is_anchored_every_five_minutes_and_only_when_something_was_added()
    {
        var contoso = new ContosoTenant();
        await contoso.InitializeAsync();
        var (anchors, trail) = (contoso.Get<AuditAnchors>(), contoso.Get<AuditTrail>());
        async Task<int> AfterAsync(TimeSpan time, bool added)
        {
            contoso.Clock.Advance(time);
            if (added)
                await trail.WriteAsync(AuditEntry.Backend, "test", null, "x", default);
            await anchors.DropWhenDueAsync(default);
            return anchors.Read().Count;
        }

        Assert.Equal(0, await AfterAsync(TimeSpan.Zero, added: false));
        Assert.Equal(1, await AfterAsync(TimeSpan.Zero, added: true));
        Assert.Equal(1, await AfterAsync(TimeSpan.FromMinutes(4), added: true));
        Assert.Equal(2, await AfterAsync(TimeSpan.FromMinutes(1), added: false));
        Assert.Equal(2, await AfterAsync(TimeSpan.FromMinutes(5), added: false));
        var last = anchors.Read()[^1];
        await using (var db = contoso.Get<Ledger>().Open())
            Assert.Equal((2, (await db.Audit.SingleAsync(a => a.Number == 2)).Seal), (last.Number, last.Seal));
        await contoso.DisposeAsync();
    }

    [Fact]
    public async Task Counts_lines_from_before_the_chain_and_suspects_those_that_are_no_older()
    {
        await using var office = await Tampering.WithLinesAsync(3);
        await using var db = office.Services.GetRequiredService<Ledger>().Open();
        var first = await db.Audit.Where(a => a.Number == 1).Select(a => a.At).SingleAsync();
        async Task<AuditVerdict> WithAsync(DateTimeOffset at)
        {
            db.Audit.Add(new AuditEntry { Id = Guid.NewGuid(), At = at, ActorId = "a", Act = "OpenRun", Outcome = "allowed" });
            await db.SaveChangesAsync();
            return await office.VerifyAsync();
        }

        var older = await WithAsync(first.AddTicks(-10));
        Assert.Equal((true, 3, 1), (older.Intact, older.Lines, older.Unsealed));
        var younger = await WithAsync(first);
        Assert.Equal((false, 2), (younger.Intact, younger.Unsealed));
        Assert.Equal([new AuditFinding(0, AuditFault.Inserted)], younger.Findings);
    }

    [Theory]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("'=1")]
    [InlineData(" \"'=1")]
    public void Is_no_formula_behind_what_a_spreadsheet_drops(string typed)
        => Assert.Equal($"\"'{typed.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", CsvCell.Of(typed));

    [Fact]
    public async Task Is_explained_at_the_terminal_to_who_asks_for_something_else()
    {
        await using var office = await Office.OpenAsync();
        using var said = new StringWriter();
        Assert.Equal(2, await AuditCommand.RunAsync(["", .. office.Settings], said));
        Assert.Equal("audit verify | audit export --format ndjson|csv", said.ToString().Trim());
    }
}
