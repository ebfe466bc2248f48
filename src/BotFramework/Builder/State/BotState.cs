// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Named properties under one storage key, read once per turn and written once if they changed. A storage that adds an
/// <c>eTag</c> entry to what it returns gets it back with the write, and can refuse a stale one.
/// </summary>
public abstract class BotState : IPropertyManager
{
    private readonly IStorage storage;
    private readonly string contextServiceKey;

    /// <param name="contextServiceKey">Where in the turn's state this state is kept.</param>
    public BotState(IStorage storage, string contextServiceKey)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(contextServiceKey);
        this.storage = storage;
        this.contextServiceKey = contextServiceKey;
    }

    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new ArgumentNullException(nameof(name));
        return new Property<T>(this, name);
    }

    /// <summary>Reads the state into the turn unless it is there already or <paramref name="force"/> is set.</summary>
    public virtual async Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (!force && GetCachedState(turnContext) is { State: not null }) return;
        var key = GetStorageKey(turnContext);
        var items = await storage.ReadAsync([key], cancellationToken).ConfigureAwait(false);
        items.TryGetValue(key, out var value);
        turnContext.TurnState[contextServiceKey] = value switch
        {
            IDictionary<string, object> properties and not JObject => new CachedBotState(properties),
            null => new CachedBotState(),
            _ => new CachedBotState(StateJson.As<Dictionary<string, object>>(value)),
        };
    }

    public CachedBotState GetCachedState(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(contextServiceKey);
    }

    /// <summary>Writes the state if it changed since it was read, or if <paramref name="force"/> is set.</summary>
    public virtual async Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (GetCachedState(turnContext) is not { } cached || !(cached.IsChanged() || force)) return;
        var key = GetStorageKey(turnContext);
        await storage.WriteAsync(new Dictionary<string, object> { [key] = cached.State }, cancellationToken).ConfigureAwait(false);
        cached.Saved();
    }

    /// <summary>Empties the state of this turn; the storage is emptied by the next save.</summary>
    public virtual Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var cleared = new CachedBotState { MustBeWritten = true };

        // Clearing, too, is a write on what this turn has read.
        if (GetCachedState(turnContext)?.State is { } old && old.TryGetValue(StateJson.ETag, out var eTag)) cleared.State[StateJson.ETag] = eTag;
        turnContext.TurnState[contextServiceKey] = cleared;
        return Task.CompletedTask;
    }

    /// <summary>Removes the state from the turn and from the storage.</summary>
    public virtual Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        turnContext.TurnState.Remove(contextServiceKey);
        return storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken);
    }

    /// <summary>A copy of the state as JSON; null when it has not been loaded.</summary>
    public JToken Get(ITurnContext turnContext) =>
        GetCachedState(turnContext)?.State is { } state ? StateJson.ToJson(state) : null;

    protected abstract string GetStorageKey(ITurnContext turnContext);

    protected Task<T> GetPropertyValueAsync<T>(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(propertyName)) throw new ArgumentNullException(nameof(propertyName));
        return Task.FromResult(Loaded(turnContext).Recall<T>(propertyName));
    }

    protected Task SetPropertyValueAsync(ITurnContext turnContext, string propertyName, object value, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(propertyName)) throw new ArgumentNullException(nameof(propertyName));
        Loaded(turnContext)[propertyName] = value;
        return Task.CompletedTask;
    }

    protected Task DeletePropertyValueAsync(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(propertyName)) throw new ArgumentNullException(nameof(propertyName));
        Loaded(turnContext).Remove(propertyName);
        return Task.CompletedTask;
    }

    private IDictionary<string, object> Loaded(ITurnContext turnContext) =>
        GetCachedState(turnContext)?.State ?? throw new InvalidOperationException($"{GetType().Name} has not been loaded in this turn.");

    /// <summary>The state within one turn.</summary>
    public class CachedBotState
    {
        private byte[] asRead;
        private byte[] now;

        public CachedBotState(IDictionary<string, object> state = null)
        {
            State = state ?? new Dictionary<string, object>();
            Saved();
        }

        public IDictionary<string, object> State { get; set; }

        internal bool MustBeWritten { get; set; }

        /// <summary>Whether the properties differ from what was read or last written.</summary>
        internal bool IsChanged()
        {
            now = StateJson.Fingerprint(State);
            return MustBeWritten || !now.AsSpan().SequenceEqual(asRead);
        }

        internal void Saved()
        {
            MustBeWritten = false;
            asRead = now ?? StateJson.Fingerprint(State);
            now = null;
        }
    }

    private sealed class Property<T>(BotState state, string name) : IStatePropertyAccessor<T>
    {
        public string Name => name;

        public async Task<T> GetAsync(ITurnContext turnContext, Func<T> defaultValueFactory, CancellationToken cancellationToken)
        {
            await state.LoadAsync(turnContext, force: false, cancellationToken).ConfigureAwait(false);
            var value = await state.GetPropertyValueAsync<T>(turnContext, name, cancellationToken).ConfigureAwait(false);
            if (value is not null && state.Loaded(turnContext).ContainsKey(name) || defaultValueFactory is null) return value;
            value = defaultValueFactory();
            await state.SetPropertyValueAsync(turnContext, name, value, cancellationToken).ConfigureAwait(false);
            return value;
        }

        public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken)
        {
            await state.LoadAsync(turnContext, force: false, cancellationToken).ConfigureAwait(false);
            await state.SetPropertyValueAsync(turnContext, name, value, cancellationToken).ConfigureAwait(false);
        }

        public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken)
        {
            await state.LoadAsync(turnContext, force: false, cancellationToken).ConfigureAwait(false);
            await state.DeletePropertyValueAsync(turnContext, name, cancellationToken).ConfigureAwait(false);
        }
    }
}
