using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MarketoSetupBot.State;

/// <summary>Plain ADO.NET in one line per statement. The SQL is what SQLite and PostgreSQL have in common.</summary>
internal static class Sql
{
    public static async Task<int> ExecuteAsync(this DbConnection connection, string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] values)
    {
        await using var command = connection.Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<List<T>> QueryAsync<T>(this DbConnection connection, string sql, Func<DbDataReader, T> row, CancellationToken cancellationToken, params (string Name, object? Value)[] values)
    {
        await using var command = connection.Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(row(reader));
        return rows;
    }

    /// <summary>A row with that unique key is there already.</summary>
    public static bool IsDuplicate(DbException e) => e is SqliteException { SqliteErrorCode: 19 } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

#pragma warning disable CA2100 // The statements are constants of this assembly; everything that varies is a parameter.
    private static DbCommand Command(this DbConnection connection, string sql, (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            // An untyped null has no type for PostgreSQL; every column of ours that may be null is text or bigint.
            if (value is null) parameter.DbType = name.EndsWith("At", StringComparison.Ordinal) ? System.Data.DbType.Int64 : System.Data.DbType.String;
            command.Parameters.Add(parameter);
        }

        return command;
    }
#pragma warning restore CA2100
}
