using Microsoft.Data.Sqlite;

namespace MarketoSetupBot.State;

/// <summary>
/// A SQLite connection that stays open and keeps its statements prepared: opening, parsing and planning cost several times what one of the bot's
/// statements costs to run. For one caller at a time.
/// </summary>
internal sealed class PreparedSqlite(string connectionString) : SqliteConnection(connectionString)
{
    private readonly Dictionary<string, SqliteCommand> statements = new(StringComparer.Ordinal);

    /// <summary>The same command for the same text, with its parameters still bound to what it was run with last.</summary>
    /// <param name="sql">A constant of this assembly: what is kept here is never given up.</param>
    public SqliteCommand Prepared(string sql)
    {
        if (statements.TryGetValue(sql, out var known)) return known;
#pragma warning disable CA2100 // See the parameter: everything that varies is bound.
        return statements[sql] = new SqliteCommand(sql, this);
#pragma warning restore CA2100
    }

    public void Run(string sql) => Prepared(sql).ExecuteNonQuery();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            foreach (var statement in statements.Values) statement.Dispose();
        statements.Clear();
        base.Dispose(disposing);
    }
}
