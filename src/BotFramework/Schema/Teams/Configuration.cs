// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>The answer to config/fetch and config/submit.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class ConfigResponseBase
{
    protected ConfigResponseBase()
    {
    }

    protected ConfigResponseBase(string responseType)
    {
        ResponseType = responseType;
    }

    public string ResponseType { get; set; }
}

/// <summary>A settings page, or the sign-in before it.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class ConfigResponse<T> : ConfigResponseBase
{
    public ConfigResponse()
        : base("config")
    {
    }

    public T Config { get; set; }

    public CacheInfo CacheInfo { get; set; }
}

/// <summary>The settings page is a dialog.</summary>
public class ConfigTaskResponse : ConfigResponse<TaskModuleResponseBase>
{
}

/// <summary>Somebody has to sign in first.</summary>
public class ConfigAuthResponse : ConfigResponse<BotConfigAuth>
{
}

/// <summary>The button that signs in.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class BotConfigAuth
{
    public string Type { get; set; } = "auth";

    public SuggestedActions SuggestedActions { get; set; }
}
