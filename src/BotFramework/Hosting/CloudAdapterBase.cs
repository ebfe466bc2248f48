// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Claims;
using System.Security.Principal;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Bot.Builder;

/// <summary>An adapter over the Bot Framework's cloud protocol, whatever brings the requests in.</summary>
[SuppressMessage("Naming", "CA1725", Justification = "The official parameter names.")]
public abstract class CloudAdapterBase : BotAdapter
{
    /// <param name="botFrameworkAuthentication">Checks callers and makes the clients of a turn.</param>
    protected CloudAdapterBase(BotFrameworkAuthentication botFrameworkAuthentication, ILogger logger = null)
    {
        ArgumentNullException.ThrowIfNull(botFrameworkAuthentication);
        BotFrameworkAuthentication = botFrameworkAuthentication;
        Logger = logger ?? NullLogger.Instance;
    }

    protected BotFrameworkAuthentication BotFrameworkAuthentication { get; private set; }

    protected ILogger Logger { get; private set; }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0) throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));

        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
            responses[i] = await SendAsync(turnContext, activities[i], cancellationToken).ConfigureAwait(false) ?? new ResourceResponse(activities[i].Id ?? string.Empty);
        return responses;
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        return Connector(turnContext).Conversations.UpdateActivityAsync(activity.Conversation.Id, activity.Id, activity, cancellationToken);
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(reference);
        return Connector(turnContext).Conversations.DeleteActivityAsync(reference.Conversation.Id, reference.ActivityId, cancellationToken);
    }

    public override Task ContinueConversationAsync(string botAppId, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ContinueConversationAsync(CreateClaimsIdentity(botAppId), continuationActivity, callback, cancellationToken);

    public override Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ContinueConversationAsync(claimsIdentity, reference, null, callback, cancellationToken);

    public override Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, ConversationReference reference, string audience, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return ContinueConversationAsync(claimsIdentity, reference.GetContinuationActivity(), audience, callback, cancellationToken);
    }

    public override Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ContinueConversationAsync(claimsIdentity, continuationActivity, null, callback, cancellationToken);

    public override Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, Activity continuationActivity, string audience, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claimsIdentity);
        ArgumentNullException.ThrowIfNull(callback);
        ArgumentNullException.ThrowIfNull(continuationActivity);
        Argument.MustSay(continuationActivity.ServiceUrl);
        Argument.MustSay(continuationActivity.Conversation?.Id);
        return ProcessProactiveAsync(claimsIdentity, continuationActivity, audience, callback, cancellationToken);
    }

    public override async Task CreateConversationAsync(string botAppId, string channelId, string serviceUrl, string audience, ConversationParameters conversationParameters, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        Argument.MustSay(serviceUrl);
        ArgumentNullException.ThrowIfNull(conversationParameters);
        ArgumentNullException.ThrowIfNull(callback);
        var bot = CreateClaimsIdentity(botAppId);
        audience = Audience(audience);
        var connectors = BotFrameworkAuthentication.CreateConnectorFactory(bot);
        using var connector = await connectors.CreateAsync(serviceUrl, audience, cancellationToken).ConfigureAwait(false);
        var created = await connector.Conversations.CreateConversationAsync(conversationParameters, cancellationToken).ConfigureAwait(false);
        await RunAsync(Created(created, channelId, serviceUrl, conversationParameters), bot, audience, connector, connectors, callback, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Checks the caller, then runs the turn.</summary>
    /// <exception cref="UnauthorizedAccessException">The caller is not the Bot Framework.</exception>
    protected async Task<InvokeResponse> ProcessActivityAsync(string authHeader, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        var caller = await BotFrameworkAuthentication.AuthenticateRequestAsync(activity, authHeader, cancellationToken).ConfigureAwait(false);
        return await ProcessActivityAsync(caller, activity, callback, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>The answer to an invoke, 501 where the bot gave none; the replies where they are expected in the response; else null.</returns>
    protected async Task<InvokeResponse> ProcessActivityAsync(AuthenticateRequestResult authenticateRequestResult, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(authenticateRequestResult);
        ArgumentNullException.ThrowIfNull(activity);
        activity.CallerId = authenticateRequestResult.CallerId;
        using var connector = await authenticateRequestResult.ConnectorFactory
            .CreateAsync(activity.ServiceUrl, authenticateRequestResult.Audience, cancellationToken).ConfigureAwait(false);
        return await RunAsync(
            activity, authenticateRequestResult.ClaimsIdentity, authenticateRequestResult.Audience, connector, authenticateRequestResult.ConnectorFactory, callback, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a turn that nobody outside asked for.</summary>
    protected async Task ProcessProactiveAsync(ClaimsIdentity claimsIdentity, Activity continuationActivity, string audience, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(continuationActivity);
        audience = Audience(audience);
        var connectors = BotFrameworkAuthentication.CreateConnectorFactory(claimsIdentity);
        using var connector = await connectors.CreateAsync(continuationActivity.ServiceUrl, audience, cancellationToken).ConfigureAwait(false);
        await RunAsync(continuationActivity, claimsIdentity, audience, connector, connectors, callback, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The bot as the one that a turn is for, where nobody outside asked for it.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "An instance method in the official class.")]
    protected ClaimsIdentity CreateClaimsIdentity(string botAppId) => new(
    [
        new Claim(AuthenticationConstants.AudienceClaim, botAppId ?? string.Empty),
        new Claim(AuthenticationConstants.AppIdClaim, botAppId ?? string.Empty),
    ]);

    private protected static Activity Created(ConversationResourceResponse created, string channelId, string serviceUrl, ConversationParameters parameters) => new(ActivityTypes.Event)
    {
        Name = ActivityEventNames.CreateConversation,
        ChannelId = channelId,
        ServiceUrl = serviceUrl,
        Id = created.ActivityId ?? Guid.NewGuid().ToString("n"),
        Conversation = new ConversationAccount(id: created.Id, tenantId: parameters.TenantId),
        ChannelData = parameters.ChannelData,
        Recipient = parameters.Bot,
    };

    private static InvokeResponse Answer(TurnContext turn)
    {
        if (turn.Activity.DeliveryMode == DeliveryModes.ExpectReplies)
            return new InvokeResponse { Status = (int)HttpStatusCode.OK, Body = new ExpectedReplies(turn.BufferedReplyActivities) };
        if (turn.Activity.Type != ActivityTypes.Invoke) return null;
        return turn.TurnState.Get<Activity>(InvokeResponseKey)?.Value as InvokeResponse
            ?? new InvokeResponse { Status = (int)HttpStatusCode.NotImplemented };
    }

    private static IConnectorClient Connector(ITurnContext turnContext) =>
        turnContext.TurnState.Get<IConnectorClient>() ?? throw new InvalidOperationException("The turn has no connector client.");

    private static async Task<ResourceResponse> SendAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        // Ids are given by the channel.
        activity.Id = null;
        switch (activity.Type)
        {
            case ActivityTypesEx.InvokeResponse:
                turnContext.TurnState[InvokeResponseKey] = activity;
                return null;
            case ActivityTypes.Trace when activity.ChannelId != Channels.Emulator:
                return null;
            case ActivityTypesEx.Delay:
                await Task.Delay(Convert.ToInt32(activity.Value, System.Globalization.CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
                return null;
        }

        var conversations = Connector(turnContext).Conversations;
        return string.IsNullOrWhiteSpace(activity.ReplyToId)
            ? await conversations.SendToConversationAsync(activity.Conversation.Id, activity, cancellationToken).ConfigureAwait(false)
            : await conversations.ReplyToActivityAsync(activity.Conversation.Id, activity.ReplyToId, activity, cancellationToken).ConfigureAwait(false);
    }

    private string Audience(string audience) =>
        string.IsNullOrWhiteSpace(audience) ? BotFrameworkAuthentication.GetOriginatingAudience() : audience;

    private async Task<InvokeResponse> RunAsync(Activity activity, ClaimsIdentity identity, string audience, IConnectorClient connector, ConnectorFactory connectors, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        using var tokens = await BotFrameworkAuthentication.CreateUserTokenClientAsync(identity, cancellationToken).ConfigureAwait(false);
        using var turn = new TurnContext(this, activity);
        turn.TurnState.Add<IIdentity>(BotIdentityKey, identity);
        turn.TurnState.Add(connector);
        turn.TurnState.Add(tokens);
        turn.TurnState.Add(callback);
        turn.TurnState.Add(connectors);
        turn.TurnState.Set(OAuthScopeKey, audience);
        await RunPipelineAsync(turn, callback, cancellationToken).ConfigureAwait(false);
        return Answer(turn);
    }
}
