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
    private static readonly Dictionary<string, Type> Types = new(StringComparer.Ordinal)
    {
        ["bag"] = typeof(Dictionary<string, object>),
        ["words"] = typeof(Dictionary<string, string>),
        ["dialogs"] = typeof(DialogState),
        ["dialog"] = typeof(DialogInstance),
    };

    private static readonly Dictionary<Type, string> Names = Types.ToDictionary(t => t.Value, t => t.Key);

    private static readonly JsonSerializerSettings Settings = new()
    {
        TypeNameHandling = TypeNameHandling.Auto,
        SerializationBinder = new StateJson(),
        NullValueHandling = NullValueHandling.Ignore,
        MaxDepth = 32,
        DateParseHandling = DateParseHandling.None,
    };

    public static string Write(object value) => JsonConvert.SerializeObject(value, typeof(object), Settings);

    public static object Read(string json) => JsonConvert.DeserializeObject<object>(json, Settings)!;

    public Type BindToType(string? assemblyName, string typeName) =>
        Types.TryGetValue(typeName, out var type) ? type : throw new JsonSerializationException("Stored state names a type that it may not.");

    public void BindToName(Type serializedType, out string? assemblyName, out string? typeName)
    {
        assemblyName = null;
        typeName = Names.TryGetValue(serializedType, out var name)
            ? name
            : throw new JsonSerializationException($"A dialog keeps a {serializedType.Name}, which has no name in stored state.");
    }
}
