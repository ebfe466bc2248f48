// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>A card. Build it, then <see cref="ToJson"/> it, or hand it over as the content of an attachment.</summary>
public class AdaptiveCard : AdaptiveTypedElement
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public const string TypeName = "AdaptiveCard";

    [Obsolete("Name the version of the format that the card needs.")]
    public AdaptiveCard()
        : this(new AdaptiveSchemaVersion(1, 0))
    {
    }

    public AdaptiveCard(string schemaVersion)
        : this(new AdaptiveSchemaVersion(schemaVersion))
    {
    }

    [JsonConstructor]
    public AdaptiveCard(AdaptiveSchemaVersion schemaVersion) => Version = schemaVersion;

    /// <summary>Gets or sets what says the version of cards that name none; without one they are refused. It holds for the whole process.</summary>
    public static Func<AdaptiveSchemaVersion> OnDeserializingMissingVersion { get; set; }

    /// <summary>Gets the newest version of the format that this library writes.</summary>
    public static AdaptiveSchemaVersion KnownSchemaVersion => new(1, 5);

    public override string Type { get; set; } = TypeName;

    [JsonProperty("$schema", Order = -10)]
    public string JsonSchema { get; set; }

    [JsonProperty(Order = -9)]
    public AdaptiveSchemaVersion Version { get; set; }

    /// <summary>Gets or sets the culture of the dates and of the reader.</summary>
    [JsonProperty(Order = -6)]
    public string Lang { get; set; }

    /// <summary>Gets or sets what a client shows that cannot show the card.</summary>
    [JsonProperty(Order = -8)]
    public string FallbackText { get; set; }

    [JsonProperty(Order = -7)]
    public string Speak { get; set; }

    [JsonProperty(Order = -5)]
    public AdaptiveBackgroundImage BackgroundImage { get; set; }

    /// <summary>Gets or sets whether the card takes all the height that it is given.</summary>
    [JsonProperty(Order = -4, ObjectCreationHandling = ObjectCreationHandling.Replace)]
    public AdaptiveHeight Height { get; set; } = AdaptiveHeight.Auto;

    /// <summary>Gets or sets the least height, such as "80px".</summary>
    public string MinHeight { get; set; }

    /// <summary>Gets or sets <see cref="MinHeight"/> in pixels; 0 where it is no number of pixels.</summary>
    [JsonIgnore]
    public uint PixelMinHeight
    {
        get => Pixels.Read(MinHeight);
        set => MinHeight = Pixels.Write(value);
    }

    /// <summary>Gets or sets whether the card is read from right to left; null leaves it to the client.</summary>
    public bool? Rtl { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    public AdaptiveRefresh Refresh { get; set; }

    public AdaptiveAuthentication Authentication { get; set; }

    public AdaptiveAction SelectAction { get; set; }

    [JsonProperty(Order = -3)]
    public List<AdaptiveElement> Body { get; set; } = [];

    [JsonProperty(Order = -2)]
    public List<AdaptiveAction> Actions { get; set; } = [];

    /// <summary>Reads a card; what it does not know becomes a warning, and stays in the card as it is.</summary>
    /// <exception cref="AdaptiveSerializationException">The text is no JSON, is nested too deep, or is no card.</exception>
    public static AdaptiveCardParseResult FromJson(string json) => CardJson.Read(json);

    /// <summary>The card as text to read, indented as the original has it. What is sent is written without the blanks.</summary>
    public string ToJson() => JsonConvert.SerializeObject(this, Formatting.Indented, CardJson.Settings);

    /// <summary>Everything that a client fetches to show the card, in the order of the card.</summary>
    public RemoteResourceInformation[] GetResourceInformation() => [.. CardResources.Of(this)];

    public bool ShouldSerializeHeight() => Height?.ShouldSerializeAdaptiveHeight() == true;

    public bool ShouldSerializeBody() => Body is { Count: > 0 };

    public bool ShouldSerializeActions() => Actions is { Count: > 0 };
}

/// <summary>How a card renews itself for the people named, without a click.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class AdaptiveRefresh
{
    public AdaptiveExecuteAction Action { get; set; }

    /// <summary>Gets or sets from when on the client refreshes.</summary>
    [JsonConverter(typeof(ExpiryConverter))]
    public DateTime? Expires { get; set; }

    /// <summary>Gets or sets the Teams ids of those for whom the client refreshes by itself, at most 60.</summary>
    public List<string> UserIds { get; set; } = [];

    public bool ShouldSerializeUserIds() => UserIds is { Count: > 0 };
}
