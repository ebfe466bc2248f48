// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Net;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>Message extensions: searches, actions and links. What nobody overrides is answered 501.</summary>
public partial class TeamsActivityHandler
{
    protected virtual Task<MessagingExtensionResponse> OnTeamsMessagingExtensionQueryAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual Task<MessagingExtensionResponse> OnTeamsMessagingExtensionSelectItemAsync(ITurnContext<IInvokeActivity> turnContext, JObject query, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <summary>A link of the bot's domain was pasted.</summary>
    protected virtual Task<MessagingExtensionResponse> OnTeamsAppBasedLinkQueryAsync(ITurnContext<IInvokeActivity> turnContext, AppBasedLinkQuery query, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <summary>The same by somebody who has not installed the app.</summary>
    protected virtual Task<MessagingExtensionResponse> OnTeamsAnonymousAppBasedLinkQueryAsync(ITurnContext<IInvokeActivity> turnContext, AppBasedLinkQuery query, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionFetchTaskAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <summary>Calls the method for an action, or for what somebody did with the preview of its message.</summary>
    protected virtual Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionSubmitActionDispatchAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) =>
        action?.BotMessagePreviewAction switch
        {
            null or "" => OnTeamsMessagingExtensionSubmitActionAsync(turnContext, action, cancellationToken),
            "edit" => OnTeamsMessagingExtensionBotMessagePreviewEditAsync(turnContext, action, cancellationToken),
            "send" => OnTeamsMessagingExtensionBotMessagePreviewSendAsync(turnContext, action, cancellationToken),
            var other => throw new InvokeResponseException(HttpStatusCode.BadRequest, $"{other} is not a supported BotMessagePreviewAction."),
        };

    protected virtual Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionSubmitActionAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionBotMessagePreviewEditAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionBotMessagePreviewSendAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual Task<MessagingExtensionResponse> OnTeamsMessagingExtensionConfigurationQuerySettingUrlAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual Task OnTeamsMessagingExtensionConfigurationSettingAsync(ITurnContext<IInvokeActivity> turnContext, JObject settings, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <summary>An invoke button of a card that an extension made.</summary>
    protected virtual Task OnTeamsMessagingExtensionCardButtonClickedAsync(ITurnContext<IInvokeActivity> turnContext, JObject cardData, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    private async Task<InvokeResponse> OnComposeExtensionAsync(ITurnContext<IInvokeActivity> turn, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        return activity.Name["composeExtension/".Length..] switch
        {
            "query" => CreateInvokeResponse(await OnTeamsMessagingExtensionQueryAsync(turn, Value<MessagingExtensionQuery>(activity), cancellationToken).ConfigureAwait(false)),
            "selectItem" => CreateInvokeResponse(await OnTeamsMessagingExtensionSelectItemAsync(turn, Value<JObject>(activity), cancellationToken).ConfigureAwait(false)),
            "queryLink" => CreateInvokeResponse(await OnTeamsAppBasedLinkQueryAsync(turn, Value<AppBasedLinkQuery>(activity), cancellationToken).ConfigureAwait(false)),
            "anonymousQueryLink" => CreateInvokeResponse(await OnTeamsAnonymousAppBasedLinkQueryAsync(turn, Value<AppBasedLinkQuery>(activity), cancellationToken).ConfigureAwait(false)),
            "fetchTask" => CreateInvokeResponse(await OnTeamsMessagingExtensionFetchTaskAsync(turn, Value<MessagingExtensionAction>(activity), cancellationToken).ConfigureAwait(false)),
            "submitAction" => CreateInvokeResponse(await OnTeamsMessagingExtensionSubmitActionDispatchAsync(turn, Value<MessagingExtensionAction>(activity), cancellationToken).ConfigureAwait(false)),
            "querySettingUrl" => CreateInvokeResponse(await OnTeamsMessagingExtensionConfigurationQuerySettingUrlAsync(turn, Value<MessagingExtensionQuery>(activity), cancellationToken).ConfigureAwait(false)),
            "setting" => await DoneAsync(OnTeamsMessagingExtensionConfigurationSettingAsync(turn, Value<JObject>(activity), cancellationToken)).ConfigureAwait(false),
            "onCardButtonClicked" => await DoneAsync(OnTeamsMessagingExtensionCardButtonClickedAsync(turn, Value<JObject>(activity), cancellationToken)).ConfigureAwait(false),
            _ => await base.OnInvokeActivityAsync(turn, cancellationToken).ConfigureAwait(false),
        };
    }
}
