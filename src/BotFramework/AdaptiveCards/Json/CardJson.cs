using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>
/// The one way cards become JSON and back. The types carry their form as attributes, so any other serializer writes the
/// same; this one is shared and never changed, so that nothing is reflected over twice.
/// </summary>
internal static class CardJson
{
    private const int MaxDepth = 64;

    private static readonly IContractResolver Resolver = new DefaultContractResolver();

    public static JsonSerializerSettings Settings { get; } = Make();

    /// <exception cref="AdaptiveSerializationException">The text is no JSON, is nested too deep, or is no card.</exception>
    public static AdaptiveCardParseResult Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var read = new AdaptiveCardParseResult();
        try
        {
            var token = JsonConvert.DeserializeObject<JToken>(json, Settings);
            if (token is not JObject root || (string?)root["type"] != AdaptiveCard.TypeName)
                throw new AdaptiveSerializationException("A card is a JSON object of the type AdaptiveCard.");
            if (root["version"] is null)
                root["version"] = AdaptiveCard.OnDeserializingMissingVersion?.Invoke()?.ToString() ?? throw new AdaptiveSerializationException("A card names the version of the format that it needs.");

            var serializer = JsonSerializer.Create(Make(new Listener(read.Warnings)));
            read.Card = root.ToObject<AdaptiveCard>(serializer)!;
            return read;
        }
        catch (Exception failure) when (failure is JsonException or FormatException or InvalidCastException or OverflowException or ArgumentException)
        {
            throw new AdaptiveSerializationException("The text is not a card.", failure);
        }
    }

    /// <summary>Notes what was not understood, where somebody listens.</summary>
    public static void Warn(JsonSerializer serializer, AdaptiveWarningCode code, string message) =>
        serializer.Converters.OfType<Listener>().FirstOrDefault()?.Warnings.Add(new AdaptiveWarning((int)code, message));

    private static JsonSerializerSettings Make(params JsonConverter[] converters) => new()
    {
        ContractResolver = Resolver,
        NullValueHandling = NullValueHandling.Ignore,
        DateParseHandling = DateParseHandling.None,
        TypeNameHandling = TypeNameHandling.None,
        ReferenceLoopHandling = ReferenceLoopHandling.Error,
        MaxDepth = MaxDepth,
        Converters = converters,
    };

    /// <summary>Converts nothing: it is how one reading carries its list of warnings through a serializer.</summary>
    private sealed class Listener(List<AdaptiveWarning> warnings) : JsonConverter
    {
        public List<AdaptiveWarning> Warnings => warnings;

        public override bool CanConvert(Type objectType) => false;

        public override object ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) => throw new NotSupportedException();

        public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
    }
}

/// <summary>Codes of <see cref="AdaptiveWarning"/>.</summary>
internal enum AdaptiveWarningCode
{
    UnknownElementType = 6,
    UnknownActionType = 7,
    UnknownValue = 8,
    UnknownProperty = 9,
    InvalidSize = 10,
    InvalidColor = 11,
}
