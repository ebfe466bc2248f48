using System.Collections.Concurrent;
using System.Data.Common;

namespace MarketoSetupBot.State;

/// <summary>
/// The one writer that SQLite has at a time. What waits when a commit ends goes into the next commit together: a flush to the disk costs as much
/// for thirty turns as for one. Each caller hears of its own write only after that commit, so a power cut takes nothing that was answered.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    /// <summary>More would make the first of them wait for the last longer than a flush lasts.</summary>
    private const int MostInOneCommit = 64;

    private readonly string connectionString;
    private readonly BlockingCollection<Write> waiting = [];
    private readonly Lock starting = new();
    private Thread? thread;
    private PreparedSqlite? connection;

    public SqliteWriter(string connectionString) => this.connectionString = connectionString;

    /// <param name="write">Completes at once, like all of SQLite. True: keep it. False, or an exception: as if it had not been.</param>
    public Task<bool> WriteAsync(Func<DbConnection, Task<bool>> write, CancellationToken cancellationToken)
    {
        var added = new Write(write, cancellationToken);
        lock (starting)
        {
            if (thread is null)
            {
                // Its own thread: it spends its life waiting for the disk, and a borrowed one would be missed.
                thread = new Thread(Run) { IsBackground = true, Name = "SQLite writer" };
                thread.Start();
            }
        }

        waiting.Add(added, cancellationToken);
        return added.Done.Task;
    }

    /// <summary>Waits for what was accepted.</summary>
    public void Dispose()
    {
        waiting.CompleteAdding();
        thread?.Join();
        waiting.Dispose();
    }

    private void Run()
    {
        foreach (var first in waiting.GetConsumingEnumerable())
        {
            var together = new List<Write> { first };
            while (together.Count < MostInOneCommit && waiting.TryTake(out var next)) together.Add(next);
            Commit(together);
        }

        connection?.Dispose();
    }

    private void Commit(List<Write> together)
    {
        try
        {
            connection ??= Open();
            connection.Run("BEGIN IMMEDIATE");
            foreach (var write in together) Try(connection, write);
            // With none to keep there is nothing to flush either.
            connection.Run(together.Exists(w => w.Keep) ? "COMMIT" : "ROLLBACK");
            foreach (var write in together) write.Tell();
        }
#pragma warning disable CA1031 // Whatever it is belongs to those who wait: the thread must outlive it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // Disk full, or the file gone: SQLite may have rolled all of it back, so none of them counts.
            connection?.Dispose();
            connection = null;
            foreach (var write in together) write.Done.TrySetException(e);
        }
    }

    private static void Try(PreparedSqlite connection, Write write)
    {
        connection.Run("SAVEPOINT one");
        try
        {
            write.Cancelled.ThrowIfCancellationRequested();
            write.Keep = write.Work(connection).GetAwaiter().GetResult();
        }
#pragma warning disable CA1031 // Goes to the one who asked for this write, once its neighbours are committed.
        catch (Exception e)
#pragma warning restore CA1031
        {
            write.Failed = e;
        }

        if (!write.Keep) connection.Run("ROLLBACK TO one");
        connection.Run("RELEASE one");
    }

    private PreparedSqlite Open()
    {
        var opened = new PreparedSqlite(connectionString);
        try
        {
            opened.Open();
            opened.Run("PRAGMA synchronous = FULL");
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    private sealed class Write(Func<DbConnection, Task<bool>> work, CancellationToken cancelled)
    {
        // Continuations are whole turns: they must not run on the writer's thread.
        public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Func<DbConnection, Task<bool>> Work => work;

        public CancellationToken Cancelled => cancelled;

        public bool Keep { get; set; }

        public Exception? Failed { get; set; }

        public void Tell()
        {
            if (Failed is OperationCanceledException) Done.TrySetCanceled(cancelled);
            else if (Failed is not null) Done.TrySetException(Failed);
            else Done.TrySetResult(Keep);
        }
    }
}
