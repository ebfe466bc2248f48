// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>What has a type: the card, its elements, its actions.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
[JsonConverter(typeof(TypedElementConverter))]
public abstract class AdaptiveTypedElement
{
    [JsonProperty(Order = -10)]
    public abstract string Type { get; set; }

    /// <summary>Gets or sets the name; that of an input is the key of its value when an action is pressed.</summary>
    [JsonProperty(Order = -9)]
    public string Id { get; set; }

    /// <summary>Gets or sets what is shown by a client that does not know this type.</summary>
    [JsonProperty(Order = 100)]
    public AdaptiveFallbackElement Fallback { get; set; }

    /// <summary>Gets or sets properties of the JSON form that have no member here.</summary>
    [JsonExtensionData]
    public IDictionary<string, object> AdditionalProperties { get; set; } = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);

    public bool ShouldSerializeFallback() => Fallback is { Type: not AdaptiveFallbackType.None };
}

/// <summary>What a card shows.</summary>
public abstract class AdaptiveElement : AdaptiveTypedElement
{
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveSpacing Spacing { get; set; }

    /// <summary>Gets or sets a value indicating whether a line is drawn before this element.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool Separator { get; set; }

    [DefaultValue(true)]
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    public bool IsVisible { get; set; } = true;
}

/// <summary>An element of a type that this library does not know; its properties are the additional ones.</summary>
public class AdaptiveUnknownElement : AdaptiveElement
{
    public override string Type { get; set; }
}
