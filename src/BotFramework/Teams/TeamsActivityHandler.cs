// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Net;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>An <see cref="ActivityHandler"/> that also knows what only Teams sends.</summary>
public partial class TeamsActivityHandler : ActivityHandler
{
    protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        try
        {
            return activity.Name switch
            {
                "task/fetch" => CreateInvokeResponse(await OnTeamsTaskModuleFetchAsync(turnContext, Value<TaskModuleRequest>(activity), cancellationToken).ConfigureAwait(false)),
                "task/submit" => CreateInvokeResponse(await OnTeamsTaskModuleSubmitAsync(turnContext, Value<TaskModuleRequest>(activity), cancellationToken).ConfigureAwait(false)),
                "tab/fetch" => CreateInvokeResponse(await OnTeamsTabFetchAsync(turnContext, Value<TabRequest>(activity), cancellationToken).ConfigureAwait(false)),
                "tab/submit" => CreateInvokeResponse(await OnTeamsTabSubmitAsync(turnContext, Value<TabSubmit>(activity), cancellationToken).ConfigureAwait(false)),
                "config/fetch" => CreateInvokeResponse(await OnTeamsConfigFetchAsync(turnContext, Value<JObject>(activity), cancellationToken).ConfigureAwait(false)),
                "config/submit" => CreateInvokeResponse(await OnTeamsConfigSubmitAsync(turnContext, Value<JObject>(activity), cancellationToken).ConfigureAwait(false)),
                "fileConsent/invoke" => await OnTeamsFileConsentAsync(turnContext, Value<FileConsentCardResponse>(activity), cancellationToken).ConfigureAwait(false),
                "actionableMessage/executeAction" => await DoneAsync(OnTeamsO365ConnectorCardActionAsync(turnContext, Value<O365ConnectorCardActionQuery>(activity), cancellationToken)).ConfigureAwait(false),
                { } name when name.StartsWith("composeExtension/", StringComparison.Ordinal) => await OnComposeExtensionAsync(turnContext, cancellationToken).ConfigureAwait(false),
                null when activity.ChannelId == Channels.Msteams => await OnTeamsCardActionInvokeAsync(turnContext, cancellationToken).ConfigureAwait(false),
                _ => await base.OnInvokeActivityAsync(turnContext, cancellationToken).ConfigureAwait(false),
            };
        }
        catch (InvokeResponseException answer)
        {
            return answer.CreateInvokeResponse();
        }
    }

    /// <summary>An invoke without a name, sent by a card's invoke button.</summary>
    protected virtual Task<InvokeResponse> OnTeamsCardActionInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected override Task OnSignInInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        OnTeamsSigninVerifyStateAsync(turnContext, cancellationToken);

    /// <summary>Both sign-in invokes: hand them to the dialog that asked.</summary>
    protected virtual Task OnTeamsSigninVerifyStateAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <summary>A dialog is to be opened. Null closes it.</summary>
    protected virtual Task<TaskModuleResponse> OnTeamsTaskModuleFetchAsync(ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <summary>A dialog was submitted. Null closes it.</summary>
    protected virtual Task<TaskModuleResponse> OnTeamsTaskModuleSubmitAsync(ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <summary>A tab made of cards is opened.</summary>
    protected virtual Task<TabResponse> OnTeamsTabFetchAsync(ITurnContext<IInvokeActivity> turnContext, TabRequest tabRequest, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual Task<TabResponse> OnTeamsTabSubmitAsync(ITurnContext<IInvokeActivity> turnContext, TabSubmit tabSubmit, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <summary>The bot's settings are opened.</summary>
    protected virtual Task<ConfigResponseBase> OnTeamsConfigFetchAsync(ITurnContext<IInvokeActivity> turnContext, JObject configData, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual Task<ConfigResponseBase> OnTeamsConfigSubmitAsync(ITurnContext<IInvokeActivity> turnContext, JObject configData, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <summary>Calls the method for a yes or a no to a file.</summary>
    protected virtual async Task<InvokeResponse> OnTeamsFileConsentAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) =>
        await DoneAsync(fileConsentCardResponse?.Action switch
        {
            "accept" => OnTeamsFileConsentAcceptAsync(turnContext, fileConsentCardResponse, cancellationToken),
            "decline" => OnTeamsFileConsentDeclineAsync(turnContext, fileConsentCardResponse, cancellationToken),
            var other => throw new InvokeResponseException(HttpStatusCode.BadRequest, $"{other} is not a supported Action."),
        }).ConfigureAwait(false);

    protected virtual Task OnTeamsFileConsentAcceptAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual Task OnTeamsFileConsentDeclineAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <summary>A button of a connector card.</summary>
    protected virtual Task OnTeamsO365ConnectorCardActionAsync(ITurnContext<IInvokeActivity> turnContext, O365ConnectorCardActionQuery query, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    private static async Task<InvokeResponse> DoneAsync(Task act)
    {
        await act.ConfigureAwait(false);
        return CreateInvokeResponse();
    }

    /// <exception cref="ActivityHandler.InvokeResponseException">400: the value does not have that shape.</exception>
    private static T Value<T>(IInvokeActivity activity)
        where T : class
    {
        try
        {
            return StateJson.As<T>(activity.Value);
        }
        catch (Newtonsoft.Json.JsonException)
        {
            throw new InvokeResponseException(HttpStatusCode.BadRequest);
        }
    }
}
