using System.Data.Common;
using System.Text.RegularExpressions;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Sandbox.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace MarketoSetupBot.Backend.Tests;

public sealed partial class SchemaTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public void The_migrations_make_the_tables_that_the_model_means(string provider)
    {
        var builder = new DbContextOptionsBuilder<BackendContext>();
        using var db = new BackendContext((provider == "sqlite" ? builder.UseSqlite("Data Source=:memory:") : builder.UseNpgsql("Host=nowhere")).Options);
        var migrated = Shape(db.GetService<IMigrator>().GenerateScript()).Where(s => !s.Contains("__EFMigrationsHistory", StringComparison.Ordinal));
        var meant = Shape(db.Database.GenerateCreateScript());
        Assert.Equal(meant.Order(StringComparer.Ordinal), migrated.Order(StringComparer.Ordinal));
    }

    [DatabaseFact]
    public async Task The_audit_can_neither_be_changed_nor_deleted_replaced_or_emptied()
    {
        await using var office = await Office.OpenAsync();
        _ = (await office.As(Contoso.Adele).OpenAsync()).Value;
        await using var db = await office.Services.GetRequiredService<IDbContextFactory<BackendContext>>().CreateDbContextAsync();
        var line = await db.Audit.AsNoTracking().FirstAsync();
        string[] tries =
        [
            "DELETE FROM audit", "UPDATE audit SET \"Outcome\" = 'allowed'",
            db.Database.IsSqlite() ? "INSERT OR REPLACE INTO audit SELECT \"Id\", \"At\", 'another', \"Act\", \"Target\", \"Outcome\", \"TraceId\", \"Number\", \"RequestId\", \"Seal\", \"RunVersion\" FROM audit" : "TRUNCATE audit",
        ];
        foreach (var sql in tries)
        {
            var refused = await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(sql));
            Assert.Contains("the audit is append-only", refused.Message, StringComparison.Ordinal);
        }
        Assert.Equal((line.Number, line.ActorId, line.Seal), await db.Audit.Select(a => new ValueTuple<long?, string, string?>(a.Number, a.ActorId, a.Seal)).FirstAsync());
    }

    /// <summary>Every column, constraint and index; columns that a later migration added count as if they had always been there, in any order.</summary>
    private static IEnumerable<string> Shape(string script)
        => script.Split(';').Select(s => string.Join(' ', s.Split((char[])[' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))).SelectMany(Parts);

    private static IEnumerable<string> Parts(string statement)
    {
        if (Created().Match(statement) is { Success: true } created)
            return created.Groups["body"].Value.Split(", ").Select(part => $"{created.Groups["table"].Value.Trim('"')}: {part.Trim()}");
        if (Added().Match(statement) is { Success: true } added)
            return [$"{added.Groups["table"].Value.Trim('"')}: {added.Groups["column"].Value.Trim()}"];
        return statement.Contains(" INDEX ", StringComparison.Ordinal) ? [statement] : [];
    }

    [GeneratedRegex("^CREATE TABLE (?<table>\\S+) \\((?<body>.*)\\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Created();

    /// <summary>What rows from before get is not part of the shape.</summary>
    [GeneratedRegex("^ALTER TABLE (?<table>\\S+) ADD (COLUMN )?(?<column>.*?)( DEFAULT .*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Added();
}
