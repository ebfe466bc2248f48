// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Net;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder;

/// <summary>Invokes, the activities that want an answer in the HTTP response.</summary>
public partial class ActivityHandler
{
    /// <returns>The answer; null if the turn has sent one already.</returns>
    protected virtual async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        try
        {
            switch (turnContext.Activity.Name)
            {
                case "adaptiveCard/action":
                    var value = ReadCardAction(turnContext.Activity);
                    return CreateInvokeResponse(await OnAdaptiveCardInvokeAsync(turnContext, value, cancellationToken).ConfigureAwait(false));
                case "application/search":
                    return CreateInvokeResponse(await OnSearchInvokeAsync(turnContext, ReadSearch(turnContext.Activity), cancellationToken).ConfigureAwait(false));
                case SignInConstants.VerifyStateOperationName:
                case SignInConstants.TokenExchangeOperationName:
                    await OnSignInInvokeAsync(turnContext, cancellationToken).ConfigureAwait(false);
                    return CreateInvokeResponse();
                default:
                    throw new InvokeResponseException(HttpStatusCode.NotImplemented);
            }
        }
        catch (InvokeResponseException answer)
        {
            return answer.CreateInvokeResponse();
        }
    }

    /// <summary>Sign-in: a code the person typed (<c>signin/verifyState</c>) or a token to exchange (<c>signin/tokenExchange</c>). Hand it to the dialog that asked.</summary>
    protected virtual Task OnSignInInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <summary>A press on an Action.Execute.</summary>
    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <summary>A look-up while somebody types.</summary>
    protected virtual Task<SearchInvokeResponse> OnSearchInvokeAsync(ITurnContext<IInvokeActivity> turnContext, SearchInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <summary>200 with a body, or with none.</summary>
    protected static InvokeResponse CreateInvokeResponse(object body = null) => new() { Status = (int)HttpStatusCode.OK, Body = body };

    private async Task AnswerInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var answer = await OnInvokeActivityAsync(new DelegatingTurnContext<IInvokeActivity>(turnContext), cancellationToken).ConfigureAwait(false);

        // A dialog or middleware may have answered already.
        if (answer is not null && turnContext.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey) is null)
            await turnContext.SendActivityAsync(new Activity { Type = ActivityTypesEx.InvokeResponse, Value = answer }, cancellationToken).ConfigureAwait(false);
    }

    private static AdaptiveCardInvokeValue ReadCardAction(IInvokeActivity activity)
    {
        if (activity.Value is null) throw BadCardAction("BadRequest", "Missing value property");
        AdaptiveCardInvokeValue value;
        try
        {
            value = StateJson.As<AdaptiveCardInvokeValue>(activity.Value);
        }
        catch (JsonException)
        {
            throw BadCardAction("BadRequest", "Value property is not properly formed");
        }

        if (value.Action is null) throw BadCardAction("BadRequest", "Missing action property");
        return value.Action.Type == "Action.Execute" ? value : throw BadCardAction("NotSupported", $"The action '{value.Action.Type}' is not supported.");
    }

    private static SearchInvokeValue ReadSearch(IInvokeActivity activity)
    {
        if (activity.Value is null) throw BadCardAction("BadRequest", "Missing value property for search");
        SearchInvokeValue value;
        try
        {
            value = StateJson.As<SearchInvokeValue>(activity.Value);
        }
        catch (JsonException)
        {
            throw BadCardAction("BadRequest", "Value property is not valid for search.");
        }

        // Teams leaves the kind out.
        if (string.IsNullOrEmpty(value.Kind))
            value.Kind = activity.ChannelId == Connector.Channels.Msteams ? "search" : throw BadCardAction("BadRequest", "Missing kind property for search.");
        return string.IsNullOrEmpty(value.QueryText) ? throw BadCardAction("BadRequest", "Missing queryText property for search") : value;
    }

    private static InvokeResponseException BadCardAction(string code, string message) => new(
        HttpStatusCode.BadRequest,
        new AdaptiveCardInvokeResponse
        {
            StatusCode = (int)HttpStatusCode.BadRequest,
            Type = "application/vnd.microsoft.error",
            Value = new Error(code, message),
        });

    /// <summary>Ends an invoke with this answer. Only the base dispatch turns it into a response.</summary>
    protected class InvokeResponseException : Exception
    {
        private readonly HttpStatusCode statusCode;
        private readonly object body;

        public InvokeResponseException(HttpStatusCode statusCode, object body = null)
        {
            this.statusCode = statusCode;
            this.body = body;
        }

        public InvokeResponseException()
            : this(HttpStatusCode.InternalServerError)
        {
        }

        public InvokeResponseException(string message)
            : base(message) => statusCode = HttpStatusCode.InternalServerError;

        public InvokeResponseException(string message, Exception innerException)
            : base(message, innerException) => statusCode = HttpStatusCode.InternalServerError;

        public InvokeResponse CreateInvokeResponse() => new() { Status = (int)statusCode, Body = body };
    }
}
