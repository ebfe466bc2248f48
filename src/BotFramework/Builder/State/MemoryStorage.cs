// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Globalization;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Storage that ends with the process. Holds JSON, so that nothing is shared between turns by accident. Values that carry an
/// eTag, store items as well as the states of <see cref="BotState"/>, are refused when another write came between.
/// </summary>
public class MemoryStorage : IStorage
{
    private readonly Dictionary<string, JObject> memory;
    private readonly JsonSerializer serializer;
    private readonly Lock gate = new();
    private long lastETag;

    /// <summary>A storage that keeps the types of the values.</summary>
    public MemoryStorage(Dictionary<string, JObject> dictionary = null)
        : this(KeepingTypes(), dictionary)
    {
    }

    public MemoryStorage(JsonSerializer jsonSerializer, Dictionary<string, JObject> dictionary = null)
    {
        ArgumentNullException.ThrowIfNull(jsonSerializer);
        serializer = jsonSerializer;
        memory = dictionary ?? [];
    }

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>(keys.Length);
        lock (gate)
        {
            foreach (var key in keys)
                if (memory.TryGetValue(key, out var json) && json is not null)
                    found[key] = json.ToObject<object>(serializer);
        }

        return Task.FromResult<IDictionary<string, object>>(found);
    }

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (gate)
        {
            // All or nothing: a conflict in the second value must not leave the first one written.
            foreach (var (key, value) in changes)
                RefuseStale(key, value);
            foreach (var (key, value) in changes)
            {
                if (value is null)
                {
                    memory[key] = null;
                    continue;
                }

                var eTag = (++lastETag).ToString(CultureInfo.InvariantCulture);
                var json = JObject.FromObject(value, serializer);
                json[StateJson.ETag] = eTag;

                // A turn that saves twice goes on from its own first write.
                if (value is IDictionary<string, object> { IsReadOnly: false } state) state[StateJson.ETag] = eTag;
                if (json["ETag"] is not null) json["ETag"] = json[StateJson.ETag];
                memory[key] = json;
            }
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (gate)
        {
            foreach (var key in keys)
                memory.Remove(key);
        }

        return Task.CompletedTask;
    }

    private static JsonSerializer KeepingTypes()
    {
        var settings = new JsonSerializerSettings(ActivityJson.Settings)
        {
            TypeNameHandling = TypeNameHandling.All,
            SerializationBinder = new StoredTypeNames(),

            // The names have no assembly; "simple" would look for one to shorten, letter by letter.
            TypeNameAssemblyFormatHandling = TypeNameAssemblyFormatHandling.Full,
        };
        return JsonSerializer.Create(settings);
    }

    private void RefuseStale(string key, object value)
    {
        var (guarded, eTag) = value switch
        {
            IStoreItem item => (true, item.ETag),
            IDictionary<string, object> state when state.TryGetValue(StateJson.ETag, out var read) => (true, read?.ToString()),
            _ => (false, null),
        };
        if (!guarded || eTag == "*") return;
        var stored = memory.TryGetValue(key, out var json) ? json?[StateJson.ETag]?.ToString() : null;
        if (stored is not null && stored != eTag)
            throw new ArgumentException($"Etag conflict: read at {eTag ?? "none"}, stored is {stored}.");
    }
}
