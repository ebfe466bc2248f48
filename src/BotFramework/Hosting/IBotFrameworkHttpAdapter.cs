// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.AspNetCore.Http;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Answers the requests of the Bot Framework.</summary>
public interface IBotFrameworkHttpAdapter
{
    /// <summary>Checks the request, runs the turn and writes the response.</summary>
    Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default);
}
