// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Bot.Builder;

/// <summary>Puts an object into the state of every turn, for whoever stands behind this middleware.</summary>
[SuppressMessage("Naming", "CA1725", Justification = "The official parameter names.")]
public class RegisterClassMiddleware<T> : IMiddleware
    where T : class
{
    private readonly string key;

    public RegisterClassMiddleware(T service) => Service = service;

    /// <param name="key">The key in the turn's state; without it, the type's full name.</param>
    public RegisterClassMiddleware(T service, string key)
        : this(service) => this.key = key;

    public T Service { get; set; }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate nextTurn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(nextTurn);
        var taken = key ?? typeof(T).FullName;
        turnContext.TurnState.Add(taken, Service);
        try
        {
            await nextTurn(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // The turn disposes what it holds, and this is shared by all turns.
            turnContext.TurnState.Remove(taken);
        }
    }
}
