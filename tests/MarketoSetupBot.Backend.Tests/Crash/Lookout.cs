using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MarketoSetupBot.Backend.Tests.Crash;

/// <summary>While somebody watches, lets a request through to Graph only after a look at the run: what was written before it is never overtaken unseen.</summary>
internal sealed class Lookout : IStartupFilter
{
    private readonly ConcurrentQueue<TaskCompletionSource> _waiting = [];
    private volatile bool _watched;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(PassAsync);
        next(app);
    };

    /// <summary>Looks every millisecond until it says that it saw enough.</summary>
    public async Task WatchAsync(Func<Task<bool>> look, CancellationToken cancellationToken)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        _watched = true;
        var enough = false;
        while (!enough)
        {
            var before = _waiting.Count;
            enough = await look();
            LetPass(before);
            await tick.WaitForNextTickAsync(cancellationToken);
        }
        _watched = false;
        LetPass(int.MaxValue);
    }

    private async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (_watched && context.Request.Host.Host == "graph.microsoft.com")
        {
            var passing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(passing);
            // The last look may have been just before.
            if (!_watched)
                LetPass(int.MaxValue);
            await passing.Task.WaitAsync(context.RequestAborted);
        }
        await next(context);
    }

    private void LetPass(int count)
    {
        while (count-- > 0 && _waiting.TryDequeue(out var passing))
            passing.SetResult();
    }
}
