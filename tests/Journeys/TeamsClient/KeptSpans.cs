using System.Collections.Concurrent;
using System.Diagnostics;

namespace Journeys.TeamsClient;

/// <summary>Every span of every source in this process, with all that is attached to it.</summary>
internal sealed class KeptSpans : IDisposable
{
    private readonly ActivityListener listener;

    public KeptSpans()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => Lines.Enqueue(string.Join('\n', Told(span))),
        };
        ActivitySource.AddActivityListener(listener);
    }

    public ConcurrentQueue<string> Lines { get; } = new();

    public void Dispose() => listener.Dispose();

    private static IEnumerable<string> Told(Activity span) =>
    [
        $"{span.Source.Name} {span.OperationName} {span.DisplayName} {span.StatusDescription} {span.TraceStateString}",
        .. span.TagObjects.Select(t => $"{t.Key}={t.Value}"),
        .. span.Baggage.Select(b => $"{b.Key}={b.Value}"),
        .. span.Events.Select(e => $"{e.Name} {string.Join(' ', e.Tags.Select(t => $"{t.Key}={t.Value}"))}"),
    ];
}
