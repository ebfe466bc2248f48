// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Net;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>
/// Lets exactly one of the sign-in requests through that every running Teams client of a person sends for the same card, and
/// only when the token can be exchanged. The others are answered and end here.
/// </summary>
public class TeamsSSOTokenExchangeMiddleware : IMiddleware
{
    private readonly IStorage storage;
    private readonly string oAuthConnectionName;

    /// <param name="storage">Shared by all instances of the bot; its eTags decide who was first.</param>
    /// <param name="connectionName">The OAuth connection whose sign-ins this middleware looks after.</param>
    public TeamsSSOTokenExchangeMiddleware(IStorage storage, string connectionName)
    {
        ArgumentNullException.ThrowIfNull(storage);
        Argument.MustSay(connectionName);
        this.storage = storage;
        oAuthConnectionName = connectionName;
    }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(next);
        if (turnContext.Activity.ChannelId == Channels.Msteams && turnContext.Activity.Name == SignInConstants.TokenExchangeOperationName)
        {
            // Exchange first: a request that fails must not use up the one chance of the others.
            var request = StateJson.As<TokenExchangeInvokeRequest>(turnContext.Activity.Value);
            if (request?.Id is null || !await ExchangedAsync(turnContext, request, cancellationToken).ConfigureAwait(false)) return;
            if (!await FirstAsync(turnContext, request.Id, cancellationToken).ConfigureAwait(false))
            {
                await AnswerAsync(turnContext, HttpStatusCode.OK, null, cancellationToken).ConfigureAwait(false);
                return;
            }
        }

        await next(cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> FirstAsync(ITurnContext turnContext, string exchangeId, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        var key = $"{activity.ChannelId}/conversations/{activity.Conversation?.Id}/{exchangeId}";
        var stored = await storage.ReadAsync([key], cancellationToken).ConfigureAwait(false);
        if (stored.ContainsKey(key)) return false;
        try
        {
            await storage.WriteAsync(new Dictionary<string, object> { [key] = new SeenExchange { Id = exchangeId } }, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception.Message.StartsWith("Etag conflict", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
    }

    private async Task<bool> ExchangedAsync(ITurnContext turnContext, TokenExchangeInvokeRequest request, CancellationToken cancellationToken)
    {
        TokenResponse token = null;
        try
        {
            if (turnContext.TurnState.Get<UserTokenClient>() is { } tokens)
                token = await tokens.ExchangeTokenAsync(
                    turnContext.Activity.From?.Id,
                    oAuthConnectionName,
                    turnContext.Activity.ChannelId,
                    new TokenExchangeRequest { Token = request.Token },
                    cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever the token service says, for the client it means: ask the person.
        }

        if (!string.IsNullOrEmpty(token?.Token)) return true;
        var failure = new TokenExchangeInvokeResponse
        {
            Id = request.Id,
            ConnectionName = request.ConnectionName ?? oAuthConnectionName,
            FailureDetail = "The bot is unable to exchange token. Proceed with regular login.",
        };
        await AnswerAsync(turnContext, HttpStatusCode.PreconditionFailed, failure, cancellationToken).ConfigureAwait(false);
        return false;
    }

    private static Task<ResourceResponse> AnswerAsync(ITurnContext turnContext, HttpStatusCode status, object body, CancellationToken cancellationToken) =>
        turnContext.SendActivityAsync(
            new Activity { Type = ActivityTypesEx.InvokeResponse, Value = new InvokeResponse { Status = (int)status, Body = body } }, cancellationToken);

    /// <summary>An exchange that was let through; the first to write it wins.</summary>
    private sealed class SeenExchange : IStoreItem
    {
        public string Id { get; set; }

        public string ETag { get; set; }
    }
}
