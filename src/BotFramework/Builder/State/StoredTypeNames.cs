// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Collections.Concurrent;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Names for the types in a <see cref="MemoryStorage"/>: short, without assemblies, and known only if this process has
/// stored such a value; any other name is read as plain data. So no JSON, wherever it came from, makes the process load a type.
/// </summary>
internal sealed class StoredTypeNames : ISerializationBinder
{
    private readonly ConcurrentDictionary<string, Type> types = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Type, string> names = new();

    public void BindToName(Type serializedType, out string assemblyName, out string typeName)
    {
        assemblyName = null;
        typeName = names.GetOrAdd(serializedType, static (type, self) => self.Register(type), this);
    }

    public Type BindToType(string assemblyName, string typeName) =>
        types.GetValueOrDefault(typeName, typeof(Dictionary<string, object>));

    private string Register(Type type)
    {
        var name = type.ToString();
        return types.GetOrAdd(name, type) == type
            ? name
            : throw new JsonSerializationException($"Two types are called {name}.");
    }
}
