// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The ways a sign-in comes back.</summary>
internal static partial class OAuthAnswers
{
    public static bool IsSignIn(Activity activity) => (activity.Type, activity.Name) is
        (ActivityTypes.Event, SignInConstants.TokenResponseEventName) or
        (ActivityTypes.Invoke, SignInConstants.VerifyStateOperationName or SignInConstants.TokenExchangeOperationName);

    public static async Task<PromptRecognizerResult<TokenResponse>> RecognizeAsync(OAuthPromptSettings settings, DialogContext dc, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(dc);
        var context = dc.Context;
        var activity = context.Activity;
        var token = (activity.Type, activity.Name) switch
        {
            (ActivityTypes.Event, SignInConstants.TokenResponseEventName) => StateJson.As<TokenResponse>(activity.Value),
            (ActivityTypes.Invoke, SignInConstants.VerifyStateOperationName) => await VerifyAsync(settings, context, cancellationToken).ConfigureAwait(false),
            (ActivityTypes.Invoke, SignInConstants.TokenExchangeOperationName) => await ExchangeAsync(settings, context, cancellationToken).ConfigureAwait(false),
            (ActivityTypes.Message, _) when MagicCode().Match(activity.Text ?? string.Empty) is { Success: true } code =>
                await WithCodeAsync(settings, context, code.Value.Trim(), cancellationToken).ConfigureAwait(false),
            _ => null,
        };
        return token is null
            ? new PromptRecognizerResult<TokenResponse>()
            : new PromptRecognizerResult<TokenResponse> { Succeeded = true, Value = token };
    }

    private static Task<TokenResponse> WithCodeAsync(OAuthPromptSettings settings, ITurnContext context, string code, CancellationToken cancellationToken) =>
        OAuthPrompt.Tokens(settings, context).GetUserTokenAsync(context.Activity.From?.Id, settings.ConnectionName, context.Activity.ChannelId, code, cancellationToken);

    private static async Task<TokenResponse> VerifyAsync(OAuthPromptSettings settings, ITurnContext context, CancellationToken cancellationToken)
    {
        var code = (context.Activity.Value as JObject)?.GetValue("state", StringComparison.Ordinal)?.ToString();
        TokenResponse token;
        try
        {
            token = await WithCodeAsync(settings, context, code, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The client shows its own message for 500; what went wrong belongs to the token service's log, not to the chat.
            await AnswerAsync(context, HttpStatusCode.InternalServerError, null, cancellationToken).ConfigureAwait(false);
            return null;
        }

        await AnswerAsync(context, token is null ? HttpStatusCode.NotFound : HttpStatusCode.OK, null, cancellationToken).ConfigureAwait(false);
        return token;
    }

    private static async Task<TokenResponse> ExchangeAsync(OAuthPromptSettings settings, ITurnContext context, CancellationToken cancellationToken)
    {
        var request = StateJson.As<TokenExchangeInvokeRequest>(context.Activity.Value);
        if (request is null || request.ConnectionName != settings.ConnectionName)
        {
            await FailAsync(context, HttpStatusCode.BadRequest, request, settings, "The bot received an InvokeActivity with a TokenExchangeInvokeRequest containing a ConnectionName that does not match the ConnectionName expected by the bot's active OAuthPrompt.", cancellationToken).ConfigureAwait(false);
            return null;
        }

        TokenResponse token = null;
        try
        {
            token = await OAuthPrompt.Tokens(settings, context).ExchangeTokenAsync(
                context.Activity.From?.Id, settings.ConnectionName, context.Activity.ChannelId, new TokenExchangeRequest { Token = request.Token }, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Answered below: 412 makes the client show the sign-in button.
        }

        if (string.IsNullOrEmpty(token?.Token))
        {
            await FailAsync(context, HttpStatusCode.PreconditionFailed, request, settings, "The bot is unable to exchange token. Proceed with regular login.", cancellationToken).ConfigureAwait(false);
            return null;
        }

        await AnswerAsync(context, HttpStatusCode.OK, new TokenExchangeInvokeResponse { Id = request.Id, ConnectionName = settings.ConnectionName }, cancellationToken).ConfigureAwait(false);
        return new TokenResponse(token.ChannelId, token.ConnectionName, token.Token, token.Expiration);
    }

    private static Task<ResourceResponse> FailAsync(ITurnContext context, HttpStatusCode status, TokenExchangeInvokeRequest request, OAuthPromptSettings settings, string detail, CancellationToken cancellationToken) =>
        AnswerAsync(context, status, new TokenExchangeInvokeResponse { Id = request?.Id, ConnectionName = settings.ConnectionName, FailureDetail = detail }, cancellationToken);

    private static Task<ResourceResponse> AnswerAsync(ITurnContext context, HttpStatusCode status, object body, CancellationToken cancellationToken) =>
        context.SendActivityAsync(
            new Activity { Type = ActivityTypesEx.InvokeResponse, Value = new InvokeResponse { Status = (int)status, Body = body } }, cancellationToken);

    // Six digits, alone: a message that contains a number is not a code.
    [GeneratedRegex(@"^\s*\d{6}\s*$")]
    private static partial Regex MagicCode();
}
