// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Bot.Builder;

/// <summary>Stands around every turn. Not calling <c>next</c> ends the turn there.</summary>
public interface IMiddleware
{
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}

/// <summary>The rest of the pipeline.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "The official name.")]
public delegate Task NextDelegate(CancellationToken cancellationToken);
