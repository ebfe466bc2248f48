using System.Text;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MarketoSetupBot.Backend.Tests.Audit;

public sealed class Parts_of_the_audit
{
    private static readonly string Base64Key = Convert.ToBase64String(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());

    [Fact]
    public void A_seal_is_of_every_field_of_its_place_and_of_its_key()
    {
        var (key, other) = (new AuditKey(new byte[32]), new AuditKey([.. Enumerable.Repeat((byte)1, 32)]));
        var line = Line();
        string[] seals =
        [
            key.SealOf("", 1, line), key.SealOf("x", 1, line), key.SealOf("", 2, line), other.SealOf("", 1, line), key.SealOf("", 1, Line(act: "b")), key.SealOf("", 1, Line(actor: "b")),
            key.SealOf("", 1, Line(target: Guid.Empty)), key.SealOf("", 1, Line(outcome: "b")), key.SealOf("", 1, Line(trace: "b")), key.SealOf("", 1, Line(request: "b")),
            // What moves from one field into the next is another line.
            key.SealOf("", 1, Line(actor: "aa", act: "")), key.SealOf("", 1, Line(actor: "", act: "aa")),
        ];
        Assert.Equal(seals.Length, seals.Distinct().Count());
        Assert.All(seals, s => Assert.Matches("^[0-9a-f]{64}$", s));
        Assert.Equal(seals[0], key.SealOf("", 1, line));
        Assert.True(AuditKey.Same(seals[0], seals[0]));
        Assert.False(AuditKey.Same(seals[0], seals[1]) || AuditKey.Same(null, "") || AuditKey.Same("a", "ab"));
        Assert.NotEqual(key.Mark, other.Mark);
        Assert.Equal((16, $"AuditKey {{ Mark = {key.Mark} }}"), (key.Mark.Length, key.ToString()));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AuditKey(new byte[31]));
    }

    [Theory]
    [InlineData("c2hvcnQ=")]
    [InlineData("not base64!")]
    public void A_key_file_that_holds_something_else_is_refused(string held)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, held);
        Assert.Contains(file, Assert.Throws<SettingsException>(() => AuditKeys.Load(new AuditSettings(null, file, "x"))).Message, StringComparison.Ordinal);
        File.Delete(file);
        Assert.Throws<SettingsException>(() => AuditKeys.Load(new AuditSettings(null, Path.Combine(file, "below", "a", "file"), "x")));
    }

    [Fact]
    public void A_key_is_made_once_and_read_again_or_comes_from_the_settings()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("audit-key-").FullName;
        var settings = new AuditSettings(null, Path.Combine(folder, "key"), "x");
        var marks = new string[8];
        for (var round = 0; round < 50; round++)
        {
            File.Delete(settings.KeyFile);
            Parallel.For(0, 8, i => marks[i] = AuditKeys.Load(settings).Mark);
            Assert.Single(marks.Distinct());
        }
        Assert.Equal(["key", "key.making"], System.IO.Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        Assert.NotEqual(marks[0], AuditKeys.Load(settings with { Key = Base64Key }).Mark);
        Assert.Equal(AuditKeys.Load(settings with { Key = Base64Key }).Mark, AuditKeys.Load(new AuditSettings(Base64Key, "nowhere", "x")).Mark);
        System.IO.Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("plain", "\"plain\"")]
    [InlineData("'", "\"'\"")]
    [InlineData("  ", "\"  \"")]
    [InlineData("a=b", "\"a=b\"")]
    public void A_cell_that_is_no_formula_is_only_quoted(string? value, string cell) => Assert.Equal(cell, CsvCell.Of(value));

    [Fact]
    public void What_is_exported_goes_to_a_terminal_unchanged_even_in_pieces()
    {
        using var said = new StringWriter();
        using var stream = new TextStream(said);
        foreach (var part in Encoding.UTF8.GetBytes("Zoë 王 🙂").Chunk(1))
            stream.Write(part, 0, 1);
        stream.Flush();
        Assert.Equal("Zoë 王 🙂", said.ToString());
        Assert.Equal((false, false, true), (stream.CanRead, stream.CanSeek, stream.CanWrite));
        foreach (var nonsense in (Action[])[() => _ = stream.Length, () => _ = stream.Position, () => stream.Position = 1, () => stream.ReadByte(), () => stream.Seek(0, SeekOrigin.Begin), () => stream.SetLength(1)])
            Assert.Throws<NotSupportedException>(nonsense);
    }

    [Fact]
    public async Task Words_that_are_too_long_are_cut_and_a_thousand_lines_at_once_are_all_there()
    {
        await using var office = await Office.OpenAsync();
        var trail = office.Services.GetRequiredService<AuditTrail>();
        Assert.Equal((300, 300), (trail.Line("a", new string('x', 301), null, new string('y', 300)).Act.Length, trail.Line("a", "b", null, new string('y', 300)).Outcome.Length));
        await Task.WhenAll(Enumerable.Range(0, 600).Select(i => trail.WriteAsync("backend", "test", null, $"{i}", CancellationToken.None)));
        Assert.Equal(600, (await office.VerifyAsync()).Lines);
    }

    [Fact]
    public async Task A_caller_who_goes_away_takes_no_line_back_and_a_database_that_refuses_is_heard_by_every_caller()
    {
        await using var office = await Office.OpenAsync();
        var trail = office.Services.GetRequiredService<AuditTrail>();
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => trail.WriteAsync("backend", "test", null, "gone", gone.Token));
        await using var db = office.Services.GetRequiredService<Ledger>().Open();
        Assert.Equal(1, await db.Audit.CountAsync(a => a.Outcome == "gone"));

        var pen = office.Services.GetRequiredService<AuditPen>();
        var twice = trail.Line("backend", "test", null, "twice");
        await pen.CommitAsync(twice, default);
        await Assert.ThrowsAnyAsync<Exception>(() => pen.CommitAsync(Copy(twice), default));
        await trail.WriteAsync("backend", "test", null, "after", default);
        Assert.True((await office.VerifyAsync()).Intact);
    }

    [Fact]
    public async Task Every_fault_is_said_at_the_terminal()
    {
        await using var office = await Tampering.WithLinesAsync(8);
        await office.AnchorAsync();
        await office.AnchorAsync();
        // The sweep drops one too, when it comes first; nobody drops the same line twice.
        var anchored = office.Services.GetRequiredService<AuditAnchors>().Read().Select(a => a.Number).ToList();
        Assert.Equal(anchored.Distinct(), anchored);
        await File.AppendAllTextAsync(office.DatabaseFile + ".audit-anchors", "{\"number\":");
        await office.TamperAsync("UPDATE audit SET \"Number\" = NULL WHERE \"Number\" = 3");
        await office.TamperAsync("UPDATE audit SET \"Seal\" = NULL WHERE \"Number\" = 5");
        await office.TamperAsync("DELETE FROM audit WHERE \"Number\" > 7");
        await File.AppendAllTextAsync(office.DatabaseFile + ".audit-anchors", $"\n{{\"number\":7,\"seal\":\"{new string('0', 64)}\",\"at\":\"2026-11-22T12:00:00Z\"}}\n");
        using var said = new StringWriter();
        Assert.Equal(1, await AuditCommand.RunAsync(["verify", .. office.Settings], said));
        foreach (var sentence in (string[])["Line 3 was removed.", "Line 5 was edited or moved.", "A line without number", "cut off from line 8 on", "Line 7 is not the one that was anchored", " anchors, 1 lines from before", "NOT intact."])
            Assert.Contains(sentence, said.ToString(), StringComparison.Ordinal);

        using var exported = new StringWriter();
        Assert.Equal(0, await AuditCommand.RunAsync(["export", .. office.Settings], exported));
        Assert.Contains("\"outcome\":\"refused:2\"", exported.ToString(), StringComparison.Ordinal);
        using var csv = new StringWriter();
        Assert.Equal(0, await AuditCommand.RunAsync(["export", "--format", "csv", .. office.Settings], csv));
        Assert.Equal(8, csv.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(2, await AuditCommand.RunAsync(["export", "--format", "pdf", .. office.Settings], exported));

        using var foreign = new StringWriter();
        Assert.Equal(1, await AuditCommand.RunAsync(["verify", .. office.Settings, $"--Audit:Key={Base64Key}"], foreign));
        Assert.Contains("made with another key", foreign.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_audit_is_intact_and_has_nothing_to_anchor()
    {
        await using var office = await Office.OpenAsync();
        await office.AnchorAsync();
        Assert.Empty(office.Services.GetRequiredService<AuditAnchors>().Read());
        var verdict = await office.VerifyAsync();
        Assert.Equal((true, 0, 0, 0), (verdict.Intact, verdict.Lines, verdict.Unsealed, verdict.Anchors));
    }

    [Fact]
    public async Task A_place_that_anchors_cannot_be_written_to_is_told_to_the_log_which_has_them()
    {
        await using var office = await Office.OpenAsync(null, $"--Audit:AnchorPath={Path.GetTempPath()}");
        await office.Services.GetRequiredService<AuditTrail>().WriteAsync("backend", "test", null, "x", default);
        await office.AnchorAsync();
        Assert.Contains(office.Log.Lines, l => l.Contains("Audit anchor: line 1 is sealed", StringComparison.Ordinal));
        Assert.Contains(office.Log.Lines, l => l.Contains("cannot be written", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_export_in_a_form_that_is_none_is_refused_and_its_reader_may_ask_for_fewer_lines()
    {
        await using var office = await Office.OpenAsync();
        var alex = office.As(Contoso.Alex);
        foreach (var format in (string[])["pdf", "7"])
            (await alex.SendAsync<AuditView>(HttpMethod.Get, $"/audit/export?format={format}")).MustBeRefused(400, ProblemCodes.BadRequest);
        Assert.Single((await alex.SendAsync<AuditView>(HttpMethod.Get, AuditRoutes.Last + "?last=1")).Value.Lines);
        Assert.Single((await alex.SendAsync<AuditView>(HttpMethod.Get, AuditRoutes.Last + "?last=-5")).Value.Lines);
        Assert.Contains((await alex.ReadAuditAsync()).Value.Lines, l => l is { Act: "ExportAudit", Outcome: "refused:bad-request" });
    }

    private static AuditEntry Line(string actor = "a", string act = "a", Guid? target = null, string outcome = "a", string? trace = null, string? request = null) => new()
    {
        Id = new Guid("3a1f0b52-0000-4000-8000-000000000001"),
        At = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero),
        ActorId = actor,
        Act = act,
        Target = target,
        Outcome = outcome,
        TraceId = trace,
        RequestId = request,
    };

    private static AuditEntry Copy(AuditEntry line) => new() { Id = line.Id, At = line.At, ActorId = line.ActorId, Act = line.Act, Outcome = line.Outcome };
}
