// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Diagnostics;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Writes a conversation to <see cref="Trace"/>. For a developer's own machine: what people say is in it.</summary>
public class TraceTranscriptLogger : ITranscriptLogger
{
    private readonly bool traceActivity;

    public TraceTranscriptLogger()
        : this(traceActivity: true)
    {
    }

    /// <param name="traceActivity">Whether the whole activity is written, or its type alone.</param>
    public TraceTranscriptLogger(bool traceActivity) => this.traceActivity = traceActivity;

    public Task LogActivityAsync(IActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        Trace.TraceInformation(traceActivity ? ActivityJson.WriteText(activity) : activity.Type);
        return Task.CompletedTask;
    }
}
