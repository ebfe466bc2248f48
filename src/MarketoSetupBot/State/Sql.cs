using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MarketoSetupBot.State;

/// <summary>Plain ADO.NET in one line per statement. The SQL is what SQLite and PostgreSQL have in common.</summary>
internal static class Sql
{
    public static async Task<int> ExecuteAsync(this DbConnection connection, string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] values)
    {
        if (connection is PreparedSqlite prepared) return prepared.Prepared(sql).Bind(values).ExecuteNonQuery();
        await using var command = connection.Command(sql).Bind(values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<List<T>> QueryAsync<T>(this DbConnection connection, string sql, Func<DbDataReader, T> row, CancellationToken cancellationToken, params (string Name, object? Value)[] values)
    {
        var rows = new List<T>();
        if (connection is PreparedSqlite prepared)
        {
            using var found = prepared.Prepared(sql).Bind(values).ExecuteReader();
            while (found.Read()) rows.Add(row(found));
            return rows;
        }

        await using var command = connection.Command(sql).Bind(values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) rows.Add(row(reader));
        return rows;
    }

    /// <summary>A row with that unique key is there already.</summary>
    public static bool IsDuplicate(DbException e) => e is SqliteException { SqliteErrorCode: 19 } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

#pragma warning disable CA2100 // The statements are constants of this assembly; everything that varies is a parameter.
    private static DbCommand Command(this DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
#pragma warning restore CA2100

    /// <summary>A prepared command has its parameters already: the same statement names the same ones in the same order.</summary>
    private static TCommand Bind<TCommand>(this TCommand command, (string Name, object? Value)[] values)
        where TCommand : DbCommand
    {
        for (var i = 0; i < values.Length; i++)
        {
            var (name, value) = values[i];
            if (i == command.Parameters.Count)
            {
                var added = command.CreateParameter();
                added.ParameterName = name;
                command.Parameters.Add(added);
            }

            var parameter = command.Parameters[i];
            parameter.Value = value ?? DBNull.Value;
            // An untyped null has no type for PostgreSQL; every column of ours that may be null is text or bigint.
            if (value is null) parameter.DbType = name.EndsWith("At", StringComparison.Ordinal) ? System.Data.DbType.Int64 : System.Data.DbType.String;
        }

        return command;
    }
}
