// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Xml;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Rest.Serialization;

/// <summary>JSON with the settings that are given and no others: what a process sets as its defaults does not count.</summary>
public static class SafeJsonConvert
{
    public static string SerializeObject(object obj, JsonSerializerSettings settings)
    {
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        using (var json = new JsonTextWriter(text))
            JsonSerializer.Create(settings).Serialize(json, obj);
        return text.ToString();
    }

    public static string SerializeObject(object obj, params JsonConverter[] converters) => SerializeObject(obj, With(converters));

    public static T DeserializeObject<T>(string json, JsonSerializerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var reader = new JsonTextReader(new StringReader(json));
        return JsonSerializer.Create(settings).Deserialize<T>(reader);
    }

    public static T DeserializeObject<T>(string json, params JsonConverter[] converters) => DeserializeObject<T>(json, With(converters));

    private static JsonSerializerSettings With(JsonConverter[] converters) => new() { Converters = converters ?? [] };
}

/// <summary>Writes what can be set, and leaves out what can only be read.</summary>
public class ReadOnlyJsonContractResolver : DefaultContractResolver
{
    protected override JsonProperty CreateProperty(System.Reflection.MemberInfo member, MemberSerialization memberSerialization)
    {
        var property = base.CreateProperty(member, memberSerialization);
        if (member is System.Reflection.PropertyInfo { CanWrite: false }) property.ShouldSerialize = _ => false;
        return property;
    }
}

/// <summary>A span of time as ISO 8601 has it: PT5M.</summary>
public class Iso8601TimeSpanConverter : JsonConverter
{
    public override bool CanConvert(Type objectType) => objectType == typeof(TimeSpan) || objectType == typeof(TimeSpan?);

    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(serializer);
        serializer.Serialize(writer, XmlConvert.ToString((TimeSpan)value));
    }

    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(serializer);
        return serializer.Deserialize<string>(reader) is { } text ? XmlConvert.ToTimeSpan(text) : null;
    }
}
