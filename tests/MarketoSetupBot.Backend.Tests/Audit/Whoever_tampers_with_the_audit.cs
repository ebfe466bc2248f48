using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Tests.World;

namespace MarketoSetupBot.Backend.Tests.Audit;

[Trait("Category", "Abuse")]
public sealed class Whoever_tampers_with_the_audit
{
    [DatabaseFact]
    public async Task Finds_an_untouched_one_intact()
    {
        await using var office = await Tampering.WithLinesAsync(6);
        await office.AnchorAsync();
        var verdict = await FoundAsync(office);
        Assert.Equal((true, 6, true), (verdict.Intact, verdict.Lines, verdict.Anchors > 0));
    }

    [Theory]
    [InlineData("\"Outcome\" = 'allowed'")]
    [InlineData("\"ActorId\" = 'somebody else'")]
    [InlineData("\"Act\" = 'Approve'")]
    [InlineData("\"At\" = \"At\" + 10000000")]
    [InlineData("\"Target\" = '3B0F6A1E-0000-4000-8000-00000000A002'")]
    [InlineData("\"RequestId\" = 'another'")]
    [InlineData("\"TraceId\" = NULL")]
    public async Task Cannot_edit_a_line_unseen(string edit)
    {
        await using var office = await Tampering.WithLinesAsync(6);
        await office.TamperAsync($"UPDATE audit SET {edit} WHERE \"Number\" = 3");
        if (edit == "\"TraceId\" = NULL")
            await office.TamperAsync("UPDATE audit SET \"TraceId\" = 'x' WHERE \"Number\" = 3");
        Assert.Equal([new AuditFinding(3, AuditFault.Altered)], (await FoundAsync(office)).Findings);
    }

    [DatabaseFact]
    public async Task Cannot_edit_a_line_and_seal_it_without_the_key()
    {
        await using var office = await Tampering.WithLinesAsync(6);
        await office.TamperAsync("UPDATE audit SET \"Outcome\" = 'allowed', \"Seal\" = (SELECT \"Seal\" FROM audit WHERE \"Number\" = 5) WHERE \"Number\" = 3");
        Assert.Contains(new AuditFinding(3, AuditFault.Altered), (await FoundAsync(office)).Findings);
    }

    [DatabaseFact]
    public async Task Cannot_remove_a_line_unseen()
    {
        await using var office = await Tampering.WithLinesAsync(6);
        await office.TamperAsync("DELETE FROM audit WHERE \"Number\" = 3");
        Assert.Contains(new AuditFinding(3, AuditFault.Removed), (await FoundAsync(office)).Findings);
    }

    [DatabaseFact]
    public async Task Cannot_remove_a_line_and_close_the_gap_unseen()
    {
        await using var office = await Tampering.WithLinesAsync(6);
        await office.TamperAsync("DELETE FROM audit WHERE \"Number\" = 3");
        foreach (var number in (int[])[4, 5, 6])
            await office.TamperAsync($"UPDATE audit SET \"Number\" = {number - 1} WHERE \"Number\" = {number}");
        Assert.Contains(new AuditFinding(3, AuditFault.Altered), (await FoundAsync(office)).Findings);
    }

    [DatabaseFact]
    public async Task Cannot_reorder_lines_unseen()
    {
        await using var office = await Tampering.WithLinesAsync(6);
        await office.TamperAsync("UPDATE audit SET \"Number\" = -1 WHERE \"Number\" = 2");
        await office.TamperAsync("UPDATE audit SET \"Number\" = 2 WHERE \"Number\" = 4");
        await office.TamperAsync("UPDATE audit SET \"Number\" = 4 WHERE \"Number\" = -1");
        var findings = (await FoundAsync(office)).Findings;
        Assert.Contains(new AuditFinding(2, AuditFault.Altered), findings);
        Assert.Contains(new AuditFinding(4, AuditFault.Altered), findings);
    }

    [DatabaseFact]
    public async Task Cannot_put_in_a_line_outside_the_chain_unseen()
    {
        await using var office = await Tampering.WithLinesAsync(3);
        await office.TamperAsync("UPDATE audit SET \"Number\" = NULL WHERE \"Number\" = 3");
        Assert.Contains((await FoundAsync(office)).Findings, f => f.Fault is AuditFault.Inserted);
    }

    [DatabaseFact]
    public async Task Cannot_cut_off_the_end_unseen_even_with_the_head_put_back()
    {
        await using var office = await Tampering.WithLinesAsync(6);
        await office.AnchorAsync();
        await office.TamperAsync("DELETE FROM audit WHERE \"Number\" > 4");
        await office.TamperAsync("UPDATE audit_heads SET \"Number\" = 4, \"Seal\" = (SELECT \"Seal\" FROM audit WHERE \"Number\" = 4)");
        Assert.Equal([new AuditFinding(5, AuditFault.CutOff)], (await FoundAsync(office)).Findings);
    }

    [DatabaseFact]
    public async Task Cannot_cut_off_the_end_and_let_others_grow_over_it_unseen()
    {
        await using var office = await Tampering.WithLinesAsync(6);
        await office.AnchorAsync();
        await office.TamperAsync("DELETE FROM audit WHERE \"Number\" > 4");
        await office.TamperAsync("UPDATE audit_heads SET \"Number\" = 4, \"Seal\" = (SELECT \"Seal\" FROM audit WHERE \"Number\" = 4)");
        for (var i = 0; i < 3; i++)
            await office.As(Sandbox.World.Contoso.Megan).ReadAuditAsync();
        Assert.Contains(new AuditFinding(6, AuditFault.NotAsAnchored), (await FoundAsync(office)).Findings);
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("  =1")]
    [InlineData("\"=1")]
    [InlineData("＝1")]
    public void Cannot_make_a_formula_of_a_cell(string typed)
    {
        var cell = CsvCell.Of(typed);
        Assert.StartsWith("\"'", cell, StringComparison.Ordinal);
        Assert.Equal(typed, cell[2..^1].Replace("\"\"", "\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Cannot_leave_the_cell() => Assert.Equal("\"a\"\"\r\n,b\"", CsvCell.Of("a\"\r\n,b"));

    /// <summary>The verdict; and whoever did it has made nobody write to the tenant.</summary>
    private static async Task<AuditVerdict> FoundAsync(Office office)
    {
        var verdict = await office.VerifyAsync();
        Assert.Empty(office.GraphWrites());
        return verdict;
    }
}
