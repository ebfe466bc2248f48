// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>The bot's endpoint: 405 unless POST, 413 for too large a body, 400 for what is no activity, 401 for a caller that is not the Bot Framework, else the answer of the turn.</summary>
public class CloudAdapter : CloudAdapterBase, IBotFrameworkHttpAdapter
{
    /// <summary>An adapter without an app, which lets nobody in. The original lets everybody in.</summary>
    public CloudAdapter()
        : this(BotFrameworkAuthenticationFactory.Create())
    {
    }

    public CloudAdapter(BotFrameworkAuthentication botFrameworkAuthentication, ILogger logger = null)
        : base(botFrameworkAuthentication, logger)
    {
    }

    public CloudAdapter(IConfiguration configuration, IHttpClientFactory httpClientFactory = null, ILogger logger = null)
        : this(new ConfigurationBotFrameworkAuthentication(configuration, httpClientFactory: httpClientFactory, logger: logger), logger)
    {
    }

    public async Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);
        if (!HttpMethods.IsPost(httpRequest.Method))
        {
            httpResponse.Headers?.Allow = HttpMethods.Post;
            httpResponse.StatusCode = (int)HttpStatusCode.MethodNotAllowed;
            return;
        }

        var (activity, refusal) = await HttpActivities.ReadAsync(httpRequest, cancellationToken).ConfigureAwait(false);
        if (activity is null)
        {
            httpResponse.StatusCode = (int)refusal;
            return;
        }

        AuthenticateRequestResult caller;
        try
        {
            string header = httpRequest.Headers[HeaderNames.Authorization];
            caller = await BotFrameworkAuthentication.AuthenticateRequestAsync(activity, header, cancellationToken).ConfigureAwait(false);
        }
        catch (UnauthorizedAccessException)
        {
            // Which of the checks failed is nobody's business outside.
            httpResponse.StatusCode = (int)HttpStatusCode.Unauthorized;
            return;
        }

        var answer = await ProcessActivityAsync(caller, activity, bot.OnTurnAsync, cancellationToken).ConfigureAwait(false);
        await HttpActivities.WriteAsync(httpResponse, answer, cancellationToken).ConfigureAwait(false);
    }
}
