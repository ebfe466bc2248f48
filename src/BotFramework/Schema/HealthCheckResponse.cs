// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>The body of the answer to the invoke healthCheck.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class HealthCheckResponse
{
    public HealthResults HealthResults { get; set; }
}

/// <summary>How the bot is. The bot's token, which earlier originals put in here, stays out.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class HealthResults
{
    public bool Success { get; set; }

    public string Authorization { get; set; }

    [JsonProperty("user-agent")]
    public string UserAgent { get; set; }

    public string[] Messages { get; set; }

    public object Diagnostics { get; set; }
}
