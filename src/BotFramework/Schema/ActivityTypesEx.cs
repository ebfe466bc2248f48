using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Bot.Schema;

/// <summary>Types that exist only between bot and adapter.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "The official name.")]
public static class ActivityTypesEx
{
    /// <summary>Never sent: its value is the answer to the invoke.</summary>
    public const string InvokeResponse = "invokeResponse";

    public const string Delay = "delay";
}
