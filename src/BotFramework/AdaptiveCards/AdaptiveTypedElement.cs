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

    /// <summary>Gets or sets what a client has to know to show this: features and their least versions, "*" for any.</summary>
    [JsonProperty(Order = 101)]
    public IDictionary<string, string> Requires { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets properties of the JSON form that have no member here.</summary>
    [JsonExtensionData]
    public SerializableDictionary<string, object> AdditionalProperties { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>Whether a client with these features shows this instead of the <see cref="Fallback"/>.</returns>
    public bool MeetsRequirements(AdaptiveFeatureRegistration featureRegistration) => (Requires ?? new Dictionary<string, string>()).All(required =>
        featureRegistration?.Get(required.Key) is { Length: > 0 } provided && (required.Value == "*" || new AdaptiveSchemaVersion(provided) >= new AdaptiveSchemaVersion(required.Value)));

    public bool ShouldSerializeAdditionalProperties() => AdditionalProperties is { Count: > 0 };

    public bool ShouldSerializeRequires() => Requires is { Count: > 0 };

    public bool ShouldSerializeFallback() => Fallback is { Type: not AdaptiveFallbackElement.AdaptiveFallbackType.None };
}

/// <summary>What a card shows.</summary>
public abstract class AdaptiveElement : AdaptiveTypedElement
{
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveSpacing Spacing { get; set; }

    /// <summary>Gets or sets how much of the room below one another the element takes.</summary>
    [JsonProperty(ObjectCreationHandling = ObjectCreationHandling.Replace)]
    public AdaptiveHeight Height { get; set; } = AdaptiveHeight.Auto;

    /// <summary>Gets or sets a value indicating whether a line is drawn before this element.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool Separator { get; set; }

    [DefaultValue(true)]
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    public bool IsVisible { get; set; } = true;

    public bool ShouldSerializeHeight() => Height?.ShouldSerializeAdaptiveHeight() == true;
}

/// <summary>An element of a type that this library does not know; its properties are the additional ones.</summary>
public class AdaptiveUnknownElement : AdaptiveElement
{
    public const string TypeName = "UnknownElement";

    public override string Type { get; set; }
}
