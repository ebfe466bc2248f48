using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Validations;

/// <summary>A validation of this process, running or lately finished, with what only some may see. It is nowhere else, and gone after a quarter of an hour.</summary>
internal sealed class LiveValidation(Guid id, Guid connectionId, DateTimeOffset startedAt) : IProgress<CheckView>
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, CheckView> _results = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _finished;

    public Guid Id => id;
    public Guid ConnectionId => connectionId;
    public DateTimeOffset StartedAt => startedAt;

    public void Report(CheckView value)
    {
        lock (_gate)
        {
            _results[value.Id] = value;
            Pulse();
        }
    }

    public void Finish()
    {
        lock (_gate)
        {
            _finished = true;
            Pulse();
        }
    }

    public IReadOnlyList<CheckView> Results
    {
        get
        {
            lock (_gate)
                return [.. CheckIds.All.Where(_results.ContainsKey).Select(check => _results[check])];
        }
    }

    /// <summary>Ends when more than that many results are known, when nothing more will come, or when the time is up.</summary>
    public async Task WaitAsync(int seen, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(patience, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        while (Next(seen) is { } change)
        {
            try
            {
                await change.WaitAsync(stop.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private Task? Next(int seen)
    {
        lock (_gate)
            return _finished || _results.Count > seen ? null : _changed.Task;
    }

    private void Pulse()
    {
        _changed.SetResult();
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
