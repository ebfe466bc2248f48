// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace Microsoft.Bot.Builder;

/// <summary>The name of a property within a state.</summary>
public interface IStatePropertyInfo
{
    string Name { get; }
}

/// <summary>One property of a state. Changes are in memory until the state is saved.</summary>
public interface IStatePropertyAccessor<T> : IStatePropertyInfo
{
    /// <param name="defaultValueFactory">Makes and sets the value when there is none; without it the answer is then <c>default</c>.</param>
    Task<T> GetAsync(ITurnContext turnContext, Func<T> defaultValueFactory = null, CancellationToken cancellationToken = default);

    Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default);

    Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}

/// <summary>Makes property accessors.</summary>
public interface IPropertyManager
{
    IStatePropertyAccessor<T> CreateProperty<T>(string name);
}
