// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>The body of the answer to the invoke healthCheck.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class HealthCheckResponse
{
    public HealthCheckResponse()
    {
    }

    public HealthCheckResponse(HealthResults healthResults) => HealthResults = healthResults;

    public HealthResults HealthResults { get; set; }
}

/// <summary>How the bot is. The bot's token, which the original puts in here, stays out.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class HealthResults
{
    public HealthResults()
    {
    }

    public HealthResults(bool success, string authorization = null, string userAgent = null, IList<string> messages = null, object diagnostics = null)
    {
        Success = success;
        Authorization = authorization;
        UserAgent = userAgent;
        Messages = messages;
        Diagnostics = diagnostics;
    }

    public bool Success { get; set; }

    public string Authorization { get; set; }

    [JsonProperty("user-agent")]
    public string UserAgent { get; set; }

    public IList<string> Messages { get; set; }

    public object Diagnostics { get; set; }
}
