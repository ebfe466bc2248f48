// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Is told of every activity of a conversation, in the order of the turns.</summary>
public interface ITranscriptLogger
{
    /// <param name="activity">A copy; what is done to it does not reach the turn.</param>
    Task LogActivityAsync(IActivity activity);
}
