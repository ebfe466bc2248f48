using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Validations;

/// <summary>A validation that reads already and is not yet one: nobody knows of it, and it ends with this object unless it was kept.</summary>
internal sealed class ReadAhead(LiveValidation live, Task<IReadOnlyList<CheckView>> results, CancellationTokenSource stop) : IDisposable
{
    private bool _kept;

    public LiveValidation Live => live;

    public async Task<IReadOnlyList<CheckView>> KeepAsync()
    {
        _kept = true;
        try
        {
            return await results;
        }
        finally
        {
            stop.Dispose();
        }
    }

    public void Dispose()
    {
        if (_kept) return;
        stop.Cancel();
        // Whatever becomes of it now, nobody asked for it.
        _ = results.ContinueWith(static (done, source) =>
        {
            _ = done.Exception;
            ((CancellationTokenSource)source!).Dispose();
        }, stop, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}
