using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Sandbox.World;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace MarketoSetupBot.Backend.Tests;

public sealed class SchemaTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public void The_migrations_make_the_tables_that_the_model_means(string provider)
    {
        var builder = new DbContextOptionsBuilder<BackendContext>();
        using var db = new BackendContext((provider == "sqlite" ? builder.UseSqlite("Data Source=:memory:") : builder.UseNpgsql("Host=nowhere")).Options);
        var migrated = Statements(db.GetService<IMigrator>().GenerateScript()).Where(s => !s.Contains("__EFMigrationsHistory", StringComparison.Ordinal));
        var meant = Statements(db.Database.GenerateCreateScript());
        Assert.Equal(meant.Order(StringComparer.Ordinal), migrated.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_audit_can_neither_be_changed_nor_deleted()
    {
        await using var office = await Office.OpenAsync();
        _ = (await office.As(Contoso.Adele).OpenAsync()).Value;
        await using var db = await office.Services.GetRequiredService<IDbContextFactory<BackendContext>>().CreateDbContextAsync();
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM audit"));
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("UPDATE audit SET Outcome = 'allowed'"));
    }

    private static IEnumerable<string> Statements(string script)
        => script.Split(';').Select(s => string.Join(' ', s.Split((char[])[' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)))
            .Where(s => s.StartsWith("CREATE TABLE", StringComparison.Ordinal) || s.Contains(" INDEX ", StringComparison.Ordinal))
            .Select(InAnyOrder);

    /// <summary>The order of columns means nothing.</summary>
    private static string InAnyOrder(string statement)
    {
        var body = statement.IndexOf('(', StringComparison.Ordinal) + 1;
        if (!statement.StartsWith("CREATE TABLE", StringComparison.Ordinal))
            return statement;
        var columns = statement[body..^1].Split(", ").Select(c => c.Trim()).Order(StringComparer.Ordinal);
        return statement[..body] + string.Join(", ", columns);
    }
}
