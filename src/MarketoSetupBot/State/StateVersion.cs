using System.Globalization;
using Microsoft.Bot.Builder;

namespace MarketoSetupBot.State;

/// <summary>The version of a state where the Bot Framework looks for it: a store item's eTag, or an entry of a state's dictionary.</summary>
internal static class StateVersion
{
    private const string Entry = "eTag";

    public static object Put(object value, long version)
    {
        var eTag = version.ToString(CultureInfo.InvariantCulture);
        if (value is IStoreItem item) item.ETag = eTag;
        else if (value is IDictionary<string, object> state) state[Entry] = eTag;
        return value;
    }

    /// <returns>What the value replaces: null where it does not say, or says <c>*</c>; 0 where nothing may stand there.</returns>
    public static (bool Says, long? Replaces) Of(object? value) => value switch
    {
        IStoreItem item => (true, Read(item.ETag)),
        IDictionary<string, object> state when state.TryGetValue(Entry, out var eTag) => (true, Read(eTag as string)),
        _ => (false, null),
    };

    /// <summary>The value as it is written: a version inside it would be old at once.</summary>
    public static object Without(object value) => value is Dictionary<string, object> state && state.ContainsKey(Entry)
        ? state.Where(p => p.Key != Entry).ToDictionary(StringComparer.Ordinal)
        : value;

    private static long? Read(string? eTag) => eTag switch
    {
        "*" => null,
        _ when long.TryParse(eTag, NumberStyles.None, CultureInfo.InvariantCulture, out var version) => version,
        // None, or none of ours: it stands for no row that there is.
        _ => 0,
    };
}
