// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>How an Action.Execute of the card signs its person in, silently where the client can.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class AdaptiveAuthentication
{
    public string Text { get; set; }

    /// <summary>Gets or sets the OAuth connection of the bot.</summary>
    public string ConnectionName { get; set; }

    public AdaptiveTokenExchangeResource TokenExchangeResource { get; set; }

    public List<AdaptiveAuthCardButton> Buttons { get; set; } = [];

    public bool ShouldSerializeButtons() => Buttons is { Count: > 0 };
}

/// <summary>What a token is exchanged for.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class AdaptiveTokenExchangeResource
{
    public string Id { get; set; }

    public string Uri { get; set; }

    public string ProviderId { get; set; }
}

/// <summary>The button for those whom the client could not sign in.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class AdaptiveAuthCardButton
{
    /// <summary>Gets or sets "signin".</summary>
    public string Type { get; set; }

    public string Title { get; set; }

    public string Image { get; set; }

    public string Value { get; set; }
}
