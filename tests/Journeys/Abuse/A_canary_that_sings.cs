using System.Security.Cryptography;
using System.Text;
using Tests.Shared;
using Xunit;

namespace Journeys.Abuse;

/// <summary>The search for the canaries finds one that is there: else its silence would prove nothing.</summary>
[Trait("Category", "Abuse")]
public sealed class A_canary_that_sings
{
    private readonly string canary = RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789~_.-", 40);

    [PostgreSqlFact]
    public void Is_found_in_any_table_and_column_of_PostgreSQL()
    {
        var database = $"canary_{Guid.NewGuid():N}";
        PostgreSql.Shared.CreateDatabase(database);
        (string Column, string Value)[] hidings =
        [
            ("text", $"'before {canary} after'"), ("jsonb", $"'{{\"deep\":[{{\"value\":\"{canary}\"}}]}}'"), ("bytea", $"convert_to('{canary}', 'UTF8')"),
            ("bytea", $"decode('{Convert.ToHexString(Encoding.Unicode.GetBytes(canary))}', 'hex')"), ("text", $"encode(convert_to('{canary}', 'UTF8'), 'base64')"),
            ("varchar(100)[]", $"ARRAY['{canary}']"),
        ];
        foreach (var (column, value) in hidings)
        {
            PostgreSql.Shared.Execute(database, $"CREATE SCHEMA s; CREATE TABLE s.\"Anything\" (id int, value {column}); INSERT INTO s.\"Anything\" VALUES (1, {value})");
            Assert.True(Canary.IsIn(PostgreSql.Shared.Dump(database), canary), $"{column} {value}");
            PostgreSql.Shared.Execute(database, "DROP SCHEMA s CASCADE");
            Assert.False(Canary.IsIn(PostgreSql.Shared.Dump(database), canary));
        }
        PostgreSql.Shared.DropDatabase(database);
    }

    [Fact]
    public void Is_found_in_a_file_in_whatever_form()
    {
        var file = Path.GetTempFileName();
        byte[][] forms =
        [
            Encoding.UTF8.GetBytes(canary), Encoding.Unicode.GetBytes(canary), Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(canary + "!"))),
            Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(canary))), Encoding.ASCII.GetBytes(new string([.. canary.Reverse()])),
        ];
        foreach (var form in forms)
        {
            File.WriteAllBytes(file, [0, 1, 0xff, .. form, 0, 0xfe]);
            Assert.True(Canary.IsInFile(file, canary));
            Assert.False(Canary.IsInFile(file, new string([.. canary.Order()])));
        }
        File.Delete(file);
    }
}
