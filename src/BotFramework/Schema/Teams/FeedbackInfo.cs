// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Whether Teams asks for an opinion of a message with its own form or with the bot's.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class FeedbackInfo
{
    public FeedbackInfo()
    {
    }

    public FeedbackInfo(string type = FeedbackInfoTypes.Default)
    {
        Type = type;
    }

    public string Type { get; set; }
}

/// <summary>Values of <see cref="FeedbackInfo.Type"/>.</summary>
public static class FeedbackInfoTypes
{
    public const string Default = "default";
    public const string Custom = "custom";
}
