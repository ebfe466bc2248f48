// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Integration;

/// <summary>How activities are written and read, for whoever does it by hand.</summary>
public static class MessageSerializerSettings
{
    /// <summary>A copy, so that a change of it changes nothing here.</summary>
    public static JsonSerializerSettings Create() => new(ActivityJson.Settings);
}
