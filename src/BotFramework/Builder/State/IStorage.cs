// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace Microsoft.Bot.Builder;

/// <summary>Where state outlives the turn.</summary>
public interface IStorage
{
    /// <returns>What there is of <paramref name="keys"/>; absent ones are left out.</returns>
    Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default);

    /// <summary>Writes all of <paramref name="changes"/>; refuses a value whose eTag is not the stored one.</summary>
    Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default);

    Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default);
}

/// <summary>A value that knows the version it was read at. "*" overwrites whatever is there.</summary>
public interface IStoreItem
{
    string ETag { get; set; }
}

public static class StorageExtensions
{
    /// <summary>Reads the values that are of one type.</summary>
    public static async Task<IDictionary<string, TStoreItem>> ReadAsync<TStoreItem>(this IStorage storage, string[] keys, CancellationToken cancellationToken = default)
        where TStoreItem : class
    {
        ArgumentNullException.ThrowIfNull(storage);
        var items = await storage.ReadAsync(keys, cancellationToken).ConfigureAwait(false);
        var typed = new Dictionary<string, TStoreItem>(items.Count);
        foreach (var (key, value) in items)
            if (value is TStoreItem item)
                typed.Add(key, item);
        return typed;
    }
}
