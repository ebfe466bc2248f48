// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>Metadata about an activity; the members of the concrete kind are in <see cref="Properties"/>.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class Entity
{
    public Entity()
    {
    }

    public Entity(string type = default)
    {
        Type = type;
    }

    public string Type { get; set; }

    [JsonExtensionData]
    public JObject Properties { get; set; } = new();

    /// <summary>Reads this entity as the concrete kind <typeparamref name="T"/>.</summary>
    public T GetAs<T>() => JObject.FromObject(this, ActivityJson.Serializer).ToObject<T>(ActivityJson.Serializer);

    /// <summary>Replaces this entity's members by those of <paramref name="obj"/>.</summary>
    public void SetAs<T>(T obj)
    {
        var copy = JObject.FromObject(obj, ActivityJson.Serializer).ToObject<Entity>(ActivityJson.Serializer);
        Type = copy.Type;
        Properties = copy.Properties;
    }

    public bool Equals(Entity other) =>
        other is not null && JToken.DeepEquals(JObject.FromObject(this, ActivityJson.Serializer), JObject.FromObject(other, ActivityJson.Serializer));

    public override bool Equals(object obj) => Equals(obj as Entity);

    public override int GetHashCode() => Type is null ? 0 : Type.GetHashCode(StringComparison.Ordinal);
}

/// <summary>Somebody named in the text of a message; <see cref="Text"/> is the markup as it stands there.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class Mention : Entity
{
    public Mention()
        : base("mention")
    {
    }

    public Mention(ChannelAccount mentioned = default, string text = default, string type = default)
        : base(type ?? "mention")
    {
        Mentioned = mentioned;
        Text = text;
    }

    public ChannelAccount Mentioned { get; set; }

    public string Text { get; set; }
}
