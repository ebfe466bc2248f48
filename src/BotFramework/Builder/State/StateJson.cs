// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Security.Cryptography;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>State as JSON. No type names are written: whoever asks for a value knows its type.</summary>
internal static class StateJson
{
    /// <summary>What a storage may put among the properties of a state to get its version back with the write.</summary>
    public const string ETag = "eTag";

    /// <summary>Two equal fingerprints mean that nothing has to be written. The storage's eTag is not part of it.</summary>
    public static byte[] Fingerprint(IDictionary<string, object> state)
    {
        if (state.ContainsKey(ETag))
        {
            state = new Dictionary<string, object>(state);
            state.Remove(ETag);
        }

        using var json = ActivityJson.Write(state);
        return SHA256.HashData(json.Written.Span);
    }

    public static JObject ToJson(IDictionary<string, object> state) => JObject.FromObject(state, ActivityJson.Serializer);

    /// <summary>Turns what a storage gave back, a JSON token or another shape of the same data, into what is asked for.</summary>
    /// <exception cref="JsonException">The stored value does not have that shape.</exception>
    public static T As<T>(object value) => value switch
    {
        T already => already,
        null => default,
        JToken json => json.ToObject<T>(ActivityJson.Serializer),
        _ => JToken.FromObject(value, ActivityJson.Serializer).ToObject<T>(ActivityJson.Serializer),
    };

    /// <summary>As <see cref="As{T}"/>, and leaves the result in its place, so that changes to it are changes of the state.</summary>
    public static T Recall<T>(this IDictionary<string, object> state, string key)
    {
        if (!state.TryGetValue(key, out var value)) return default;
        if (value is T already) return already;
        var typed = As<T>(value);
        state[key] = typed;
        return typed;
    }
}
