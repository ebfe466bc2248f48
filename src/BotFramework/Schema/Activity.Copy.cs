// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace Microsoft.Bot.Schema;

/// <summary>Copies, for what is sent more than once.</summary>
public partial class Activity
{
    /// <summary>A copy that can be addressed and given attachments without changing the one that is stored.</summary>
    internal Activity Copy()
    {
        var copy = (Activity)MemberwiseClone();
        copy.Attachments = Attachments is null ? null : [.. Attachments];
        return copy;
    }
}
