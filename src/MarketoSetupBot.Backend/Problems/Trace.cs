using System.Diagnostics;

namespace MarketoSetupBot.Backend.Problems;

/// <summary>The W3C trace that everything of one click shares; its id is the reference a person quotes.</summary>
internal static class Trace
{
    public static string? Reference => Activity.Current?.TraceId.ToString();

    /// <summary>A span for work that goes on in the background for the click whose <c>traceparent</c> was stored.</summary>
    public static Activity Continue(string name, string? traceParent)
    {
        var activity = new Activity(name).SetIdFormat(ActivityIdFormat.W3C);
        if (traceParent is not null)
            activity.SetParentId(traceParent);
        return activity.Start();
    }
}
