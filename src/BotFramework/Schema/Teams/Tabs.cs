// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>The value of tab/fetch.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class TabRequest
{
    [JsonProperty("tabContext")]
    public TabEntityContext TabEntityContext { get; set; }

    public TabContext Context { get; set; }

    public string State { get; set; }
}

/// <summary>The theme of the client.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class TabContext
{
    public string Theme { get; set; }
}

/// <summary>The value of tab/submit.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class TabSubmit
{
    [JsonProperty("tabContext")]
    public TabEntityContext TabEntityContext { get; set; }

    public TabContext Context { get; set; }

    public TabSubmitData Data { get; set; }
}

/// <summary>What was filled in.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class TabSubmitData
{
    public string Type { get; set; }

    [JsonExtensionData]
    public JObject Properties { get; set; } = new();
}

/// <summary>The answer to tab/fetch and tab/submit.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class TabResponse
{
    public TabResponsePayload Tab { get; set; }
}

/// <summary>Cards, or a sign-in.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class TabResponsePayload
{
    /// <summary>Gets or sets "continue", "auth" or "silentAuth".</summary>
    public string Type { get; set; }

    public TabResponseCards Value { get; set; }

    public TabSuggestedActions SuggestedActions { get; set; }
}

/// <summary>The cards of a tab.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class TabResponseCards
{
    public IList<TabResponseCard> Cards { get; set; }
}

/// <summary>One card of a tab.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class TabResponseCard
{
    public object Card { get; set; }
}

/// <summary>The button that signs in.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class TabSuggestedActions
{
    public IList<CardAction> Actions { get; set; }
}
