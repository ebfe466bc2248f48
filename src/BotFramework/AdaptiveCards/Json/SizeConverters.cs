using System.Globalization;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Heights: one string, where "auto" need not be said.</summary>
internal sealed class HeightConverter : JsonConverter<AdaptiveHeight>
{
    public override AdaptiveHeight? ReadJson(JsonReader reader, Type objectType, AdaptiveHeight? existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        if (reader.Value is null)
            return reader.TokenType == JsonToken.Null ? AdaptiveHeight.Auto : throw new JsonSerializationException("A height is one value.");

        var text = Convert.ToString(reader.Value, CultureInfo.InvariantCulture)!;
        if (Pixels.Read(text) is > 0 and var pixels) return new AdaptiveHeight(pixels);
        if (Enum.TryParse(text, ignoreCase: true, out AdaptiveHeightType named) && named is AdaptiveHeightType.Auto or AdaptiveHeightType.Stretch && !char.IsAsciiDigit(text[0]))
            return new AdaptiveHeight(named);

        PixelsConverter.Complain(reader, text, serializer);
        return AdaptiveHeight.Auto;
    }

    public override void WriteJson(JsonWriter writer, AdaptiveHeight? value, JsonSerializer serializer) => writer.WriteValue(value?.ToString());
}

/// <summary>A width in pixels; any other is left out with a warning.</summary>
internal sealed class PixelsConverter : JsonConverter<string>
{
    public static void Complain(JsonReader reader, string text, JsonSerializer serializer) =>
        CardJson.Warn(serializer, AdaptiveWarningCode.InvalidSize, Pixels.Complaint(text, reader.Path[(reader.Path.LastIndexOf('.') + 1)..]));

    public override string? ReadJson(JsonReader reader, Type objectType, string? existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        if (reader.Value is null)
            return reader.TokenType == JsonToken.Null ? null : throw new JsonSerializationException("A width is one value.");

        var text = Convert.ToString(reader.Value, CultureInfo.InvariantCulture)!;
        if (Pixels.Read(text) > 0) return text;
        Complain(reader, text, serializer);
        return null;
    }

    public override void WriteJson(JsonWriter writer, string? value, JsonSerializer serializer) => writer.WriteValue(value);
}

/// <summary>The width of a table's column: a weight as a number, pixels as a text; any other is left out with a warning.</summary>
internal sealed class ColumnWidthConverter : JsonConverter
{
    public override bool CanConvert(Type objectType) => objectType == typeof(object);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        switch (reader.Value)
        {
            case null when reader.TokenType != JsonToken.Null:
                throw new JsonSerializationException("A width is one value.");
            case null or long and >= 0:
                return reader.Value;
            case string text when text.EndsWith("px", StringComparison.Ordinal) && double.TryParse(text.AsSpan(0, text.Length - 2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _):
                return text;
            default:
                PixelsConverter.Complain(reader, Convert.ToString(reader.Value, CultureInfo.InvariantCulture)!, serializer);
                return null;
        }
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => writer.WriteValue(value);
}
