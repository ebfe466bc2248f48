using System.Collections.Concurrent;
using MarketoSetupBot.Backend.Database;

namespace MarketoSetupBot.Backend.Audit;

/// <summary>
/// Lines that belong to no other transaction are committed together: whoever comes first writes for all who wait by then. So a thousand refusals at
/// once cost tens of transactions, and still none is answered before its line is in the chain. Counting repeats in memory would have been
/// cheaper yet, and would have lost them in a crash.
/// </summary>
public sealed class AuditPen(Ledger ledger) : IDisposable
{
    /// <summary>Lines of one transaction: some milliseconds during which nobody else writes.</summary>
    private const int Most = 250;

    private readonly ConcurrentQueue<Waiting> _waiting = [];
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <returns>When the line is committed. A caller who goes away takes nothing back: the line is written all the same.</returns>
    public async Task CommitAsync(AuditEntry line, CancellationToken cancellationToken)
    {
        var mine = new Waiting(line);
        _waiting.Enqueue(mine);
        while (!mine.Committed.IsCompleted)
        {
            await _turn.WaitAsync(CancellationToken.None);
            try
            {
                if (!mine.Committed.IsCompleted)
                    await WriteAsync();
            }
            finally
            {
                _turn.Release();
            }
        }
        await mine.Committed;
        cancellationToken.ThrowIfCancellationRequested();
    }

    public void Dispose() => _turn.Dispose();

    private async Task WriteAsync()
    {
        List<Waiting> batch = [];
        while (batch.Count < Most && _waiting.TryDequeue(out var next))
            batch.Add(next);
        try
        {
            await using var db = ledger.Open();
            db.Audit.AddRange(batch.Select(w => w.Line));
            await ledger.SaveAsync(db, CancellationToken.None);
            batch.ForEach(w => w.Done.SetResult());
        }
        catch (Exception e)
        {
            // Every caller whose line was not written hears it, and answers with an error instead of a decision that is nowhere recorded.
            batch.ForEach(w => w.Done.SetException(e));
        }
    }

    private sealed class Waiting(AuditEntry line)
    {
        public AuditEntry Line { get; } = line;
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public Task Committed => Done.Task;
    }
}
