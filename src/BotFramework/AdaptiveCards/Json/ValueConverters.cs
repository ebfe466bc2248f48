using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AdaptiveCards;

/// <summary>Writes an enum as its camel-case name; reads it whatever its case, and an unknown one as the default.</summary>
internal sealed class CardEnumConverter : JsonConverter
{
    public override bool CanConvert(Type objectType) => (Nullable.GetUnderlyingType(objectType) ?? objectType).IsEnum;

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        var underlying = Nullable.GetUnderlyingType(objectType);
        if (reader.Value is string name && !char.IsAsciiDigit(name.FirstOrDefault()) && Enum.TryParse(underlying ?? objectType, name, ignoreCase: true, out var value))
            return value;

        if (reader.Value is not null)
            CardJson.Warn(serializer, AdaptiveWarningCode.UnknownValue, $"Unknown value '{reader.Value}'");
        return underlying is null ? Enum.ToObject(objectType, 0) : null;
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        var name = value!.ToString()!;
        writer.WriteValue(char.ToLowerInvariant(name[0]) + name[1..]);
    }
}

/// <summary>Widths, heights and versions: one string on the wire, though a width that is a weight may come as a number. A size that nobody knows stays among the additional properties.</summary>
internal sealed class TextValueConverter : JsonConverter
{
    public override bool CanConvert(Type objectType) => objectType == typeof(AdaptiveWidth) || objectType == typeof(AdaptiveSchemaVersion);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.Value is null)
            return reader.TokenType == JsonToken.Null ? null : throw new JsonSerializationException("A size or a version is one value.");

        var text = Convert.ToString(reader.Value, CultureInfo.InvariantCulture)!;
        if (objectType == typeof(AdaptiveSchemaVersion)) return new AdaptiveSchemaVersion(text);
        try
        {
            return new AdaptiveWidth(text);
        }
        catch (FormatException)
        {
            CardJson.Warn(serializer, AdaptiveWarningCode.UnknownValue, $"Unknown value '{text}'");
            return null;
        }
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => writer.WriteValue(value?.ToString());
}

/// <summary>A moment of the world's time, to the second.</summary>
internal sealed class ExpiryConverter : Newtonsoft.Json.Converters.IsoDateTimeConverter
{
    public ExpiryConverter()
    {
        DateTimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";
        DateTimeStyles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        Culture = CultureInfo.InvariantCulture;
    }
}

/// <summary>A target is a bare id when it toggles.</summary>
internal sealed class TargetElementConverter : JsonConverter<AdaptiveTargetElement>
{
    public override AdaptiveTargetElement? ReadJson(JsonReader reader, Type objectType, AdaptiveTargetElement? existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        JToken.Load(reader) switch
        {
            JObject json => new AdaptiveTargetElement { ElementId = (string?)json["elementId"], IsVisible = (bool?)json["isVisible"] },
            JValue { Value: string id } => new AdaptiveTargetElement(id),
            _ => throw new JsonSerializationException("A target is an id or an object."),
        };

    public override void WriteJson(JsonWriter writer, AdaptiveTargetElement? value, JsonSerializer serializer)
    {
        if (value?.IsVisible is not { } visible)
        {
            writer.WriteValue(value?.ElementId);
            return;
        }

        writer.WriteStartObject();
        writer.WritePropertyName("elementId");
        writer.WriteValue(value.ElementId);
        writer.WritePropertyName("isVisible");
        writer.WriteValue(visible);
        writer.WriteEndObject();
    }
}

/// <summary>A fallback is "drop", or the element to show instead.</summary>
internal sealed class FallbackConverter : JsonConverter<AdaptiveFallbackElement>
{
    public override AdaptiveFallbackElement? ReadJson(JsonReader reader, Type objectType, AdaptiveFallbackElement? existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        reader.TokenType switch
        {
            JsonToken.Null => null,
            JsonToken.String when "drop".Equals((string?)reader.Value, StringComparison.OrdinalIgnoreCase) => new AdaptiveFallbackElement(AdaptiveFallbackElement.AdaptiveFallbackType.Drop),
            JsonToken.String => throw new AdaptiveSerializationException("The only valid string value for the fallback property is 'drop'."),
            not JsonToken.StartObject => throw new AdaptiveSerializationException("Invalid value for fallback"),
            _ => new AdaptiveFallbackElement(serializer.Deserialize<AdaptiveTypedElement>(reader)),
        };

    public override void WriteJson(JsonWriter writer, AdaptiveFallbackElement? value, JsonSerializer serializer)
    {
        if (value is { Type: AdaptiveFallbackElement.AdaptiveFallbackType.Content, Content: { } content })
            serializer.Serialize(writer, content);
        else if (value?.Type == AdaptiveFallbackElement.AdaptiveFallbackType.Drop)
            writer.WriteValue("drop");
        else
            writer.WriteNull();
    }
}

/// <summary>A run of text may be a bare string.</summary>
internal sealed class InlineConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => typeof(AdaptiveInline).IsAssignableFrom(objectType);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.Value is string text)
            return new AdaptiveTextRun(text);

        var run = new AdaptiveTextRun();
        serializer.Populate(reader, run);
        return run.Type == AdaptiveTextRun.TypeName ? run : throw new AdaptiveSerializationException("Property 'type' must be 'TextRun'");
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
}

/// <summary>A background is an address, or an object where there is more to say.</summary>
internal sealed class BackgroundImageConverter : JsonConverter<AdaptiveBackgroundImage>
{
    public override AdaptiveBackgroundImage? ReadJson(JsonReader reader, Type objectType, AdaptiveBackgroundImage? existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        switch (JToken.Load(reader))
        {
            case JValue { Value: string url }:
                return new AdaptiveBackgroundImage(url);
            case JObject json:
                return new AdaptiveBackgroundImage((string?)json["url"])
                {
                    FillMode = Of<AdaptiveImageFillMode>(json["fillMode"], serializer),
                    HorizontalAlignment = Of<AdaptiveHorizontalAlignment>(json["horizontalAlignment"], serializer),
                    VerticalAlignment = Of<AdaptiveVerticalAlignment>(json["verticalAlignment"], serializer),
                };
            default:
                return null;
        }
    }

    public override void WriteJson(JsonWriter writer, AdaptiveBackgroundImage? value, JsonSerializer serializer)
    {
        if (value is not { } image || image.HasDefaultValues())
        {
            writer.WriteValue(value?.UrlString);
            return;
        }

        writer.WriteStartObject();
        writer.WritePropertyName("url");
        writer.WriteValue(image.UrlString);
        Write(writer, "fillMode", image.FillMode, serializer);
        Write(writer, "horizontalAlignment", image.HorizontalAlignment, serializer);
        Write(writer, "verticalAlignment", image.VerticalAlignment, serializer);
        writer.WriteEndObject();
    }

    private static T Of<T>(JToken? value, JsonSerializer serializer)
        where T : struct => value is null ? default : value.ToObject<T>(serializer);

    private static void Write<T>(JsonWriter writer, string name, T value, JsonSerializer serializer)
        where T : struct
    {
        if (value.Equals(default(T))) return;
        writer.WritePropertyName(name);
        serializer.Serialize(writer, value);
    }
}
