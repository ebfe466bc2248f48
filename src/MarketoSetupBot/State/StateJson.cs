using Microsoft.Bot.Builder.Dialogs;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace MarketoSetupBot.State;

/// <summary>
/// How dialog state is written: with short type names of our own from a closed list. State then survives a swap of the
/// Bot Framework's assemblies, and no type is ever loaded because stored JSON names it.
/// </summary>
internal sealed class StateJson : ISerializationBinder
{
    private readonly Dictionary<string, Type> types;
    private readonly Dictionary<Type, string> names;
    private readonly JsonSerializerSettings settings;

    /// <param name="types">The closed list: what stands for a type in stored JSON, and the type.</param>
    public StateJson(params (string Name, Type Type)[] types)
    {
        this.types = types.ToDictionary(t => t.Name, t => t.Type, StringComparer.Ordinal);
        names = types.ToDictionary(t => t.Type, t => t.Name);
        settings = new JsonSerializerSettings
        {
            TypeNameHandling = TypeNameHandling.Auto,
            SerializationBinder = this,
            NullValueHandling = NullValueHandling.Ignore,
            MaxDepth = 128,
            DateParseHandling = DateParseHandling.None,
            // What people type may hold half a surrogate pair, which no database takes as text.
            StringEscapeHandling = StringEscapeHandling.EscapeNonAscii,
        };
    }

    /// <summary>What the journey's dialogs and forms keep.</summary>
    public static StateJson Journey { get; } = new(
        ("bag", typeof(Dictionary<string, object>)), ("words", typeof(Dictionary<string, string>)), ("dialogs", typeof(DialogState)), ("dialog", typeof(DialogInstance)));

    public string Write(object value) => JsonConvert.SerializeObject(value, typeof(object), settings);

    public object Read(string json) => JsonConvert.DeserializeObject<object>(json, settings)!;

    public Type BindToType(string? assemblyName, string typeName) =>
        types.TryGetValue(typeName, out var type) ? type : throw new JsonSerializationException("Stored state names a type that it may not.");

    public void BindToName(Type serializedType, out string? assemblyName, out string? typeName)
    {
        assemblyName = null;
        typeName = names.TryGetValue(serializedType, out var name)
            ? name
            : throw new JsonSerializationException($"A dialog keeps a {serializedType.Name}, which has no name in stored state.");
    }
}
