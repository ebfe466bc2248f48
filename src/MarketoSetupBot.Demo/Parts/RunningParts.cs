using MarketoSetupBot.Demo.Processes;

namespace MarketoSetupBot.Demo.Parts;

/// <summary>The parts that run, started one after the other as each becomes healthy, and stopped together in the other order.</summary>
internal sealed class RunningParts(string folder, Action<string> say) : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private readonly List<Child> _children = [];
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(5) };

    /// <exception cref="DemoException">It ended, or did not answer within a minute.</exception>
    public async Task StartAsync(ChildStart start, Uri health, CancellationToken cancellationToken)
    {
        var child = new Child(start, folder, say);
        _children.Add(child);
        child.Start();
        var giveUp = DateTimeOffset.UtcNow + s_patience;
        while (!await IsHealthyAsync(health, cancellationToken))
        {
            if (!child.IsRunning)
                throw new DemoException($"The {child.Name} ended before it was ready; its log says why: {child.LogFile}");
            if (DateTimeOffset.UtcNow > giveUp)
                throw new DemoException($"The {child.Name} was not ready within a minute; its log may say why: {child.LogFile}");
            await Task.Delay(s_pause, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var child in Enumerable.Reverse(_children)) await child.DisposeAsync();
        _client.Dispose();
    }

    private async Task<bool> IsHealthyAsync(Uri health, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _client.GetAsync(health, cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
