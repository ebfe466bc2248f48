using Tests.Shared;

namespace MarketoSetupBot.Backend.Tests.World;

/// <summary>
/// On which database an office of a test stands: SQLite, or PostgreSQL where <c>TEST_DATABASE=PostgreSql</c> says so for the whole run, or a
/// <see cref="DatabaseFactAttribute"/> for its second time.
/// </summary>
internal static class TestDatabase
{
    private static readonly bool Everywhere = string.Equals(Environment.GetEnvironmentVariable("TEST_DATABASE"), "PostgreSql", StringComparison.OrdinalIgnoreCase);

    private static readonly AsyncLocal<bool?> Here = new();

    public static bool IsPostgreSql => Here.Value ?? Everywhere;

    /// <summary>For the test that runs from here on, and nobody beside it.</summary>
    public static void Choose(bool postgreSql) => Here.Value = postgreSql;

    public static string? WhyNotPostgreSql => PostgreSql.Binaries is null ? "PostgreSQL is not installed on this machine." : null;
}
