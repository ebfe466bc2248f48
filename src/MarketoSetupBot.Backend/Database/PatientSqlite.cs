using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace MarketoSetupBot.Backend.Database;

/// <summary>
/// How to wait for SQLite's one writer. Left alone, the driver sleeps 150 ms between two looks, and while the scheduler sleeps it holds its gate, so that
/// everybody else sleeps too; SQLite's own handler looks again after 1, 2, 5, 10 ms and so on.
/// </summary>
internal static class PatientSqlite
{
    private const string Patience = "PRAGMA busy_timeout = 10000";

    /// <summary>For Quartz, which takes its connections from a factory.</summary>
    public sealed class Factory : DbProviderFactory
    {
        public static Factory Instance { get; } = new();

        public override DbConnection CreateConnection() => new Connection("");

        public override DbCommand CreateCommand() => SqliteFactory.Instance.CreateCommand();

        public override DbParameter CreateParameter() => SqliteFactory.Instance.CreateParameter();

        public override DbConnectionStringBuilder CreateConnectionStringBuilder() => SqliteFactory.Instance.CreateConnectionStringBuilder();
    }

    /// <summary>For EF Core too: Quartz enlists only connections of the type that its factory makes. <c>OpenAsync</c> of the driver calls <c>Open</c>.</summary>
    public sealed class Connection(string connectionString) : SqliteConnection(connectionString)
    {
        public override void Open()
        {
            base.Open();
            using var command = CreateCommand();
            command.CommandText = Patience;
            command.ExecuteNonQuery();
        }
    }
}
