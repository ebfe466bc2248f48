// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Runtime.CompilerServices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.TraceExtensions;

public static class ITurnContextExtensions
{
    /// <summary>Sends a trace: something for the developer, which only a debugging channel gets to see. Never reaches Teams.</summary>
    public static Task<ResourceResponse> TraceActivityAsync(this ITurnContext turnContext, string name, object value = null, string valueType = null, [CallerMemberName] string label = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.SendActivityAsync(new Activity
        {
            Type = ActivityTypes.Trace,
            Timestamp = DateTimeOffset.UtcNow,
            Name = name,
            Label = label,
            ValueType = valueType ?? value?.GetType().Name,
            Value = value,
        }, cancellationToken);
    }
}
