using System.Net;
using MarketoSetupBot.Acts;
using MarketoSetupBot.Language;
using MarketoSetupBot.Settings;
using MarketoSetupBot.Threads;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.IdentityModel.JsonWebTokens;

namespace MarketoSetupBot.SignIn;

/// <summary>The person's own token for the backend, from the Bot Framework token service. It is asked for at every act and kept nowhere here.</summary>
internal sealed partial class PersonToken(BotSettings settings, ILogger<PersonToken> log)
{
    private readonly JsonWebTokenHandler tokens = new();

    /// <summary>For a click that Teams can repeat after a sign-in.</summary>
    public async Task<SignInRound> AskAsync(Click click, AdaptiveCardInvokeValue? invoke, CancellationToken cancellationToken)
    {
        if (invoke?.Authentication is { Token: { Length: > 0 } fromTeams })
            return await ExchangeAsync(click, fromTeams, cancellationToken) is { } exchanged ? exchanged : new SignInRound.ExchangeRefused();
        if (invoke?.State is { Length: > 0 } code)
            return await FindAsync(click, code, cancellationToken) is { } redeemed ? redeemed : new SignInRound.WrongCode();
        return await FindAsync(click, null, cancellationToken) is { } known ? known : new SignInRound.Needed(await CardAsync(click, cancellationToken));
    }

    /// <summary>Without a word to the person. Null: they have to sign in first.</summary>
    public async Task<string?> FindSilentlyAsync(Click click, CancellationToken cancellationToken) =>
        (await FindAsync(click, null, cancellationToken))?.Token;

    private async Task<SignInRound.SignedIn?> FindAsync(Click click, string? code, CancellationToken cancellationToken)
    {
        var response = await Service(click).GetUserTokenAsync(click.Person.TeamsId, settings.ConnectionName, click.Turn.Activity.ChannelId, code, cancellationToken);
        return await CheckAsync(click, response, cancellationToken);
    }

    private async Task<SignInRound.SignedIn?> ExchangeAsync(Click click, string fromTeams, CancellationToken cancellationToken)
    {
        try
        {
            var response = await Service(click).ExchangeTokenAsync(
                click.Person.TeamsId, settings.ConnectionName, click.Turn.Activity.ChannelId, new TokenExchangeRequest { Token = fromTeams }, cancellationToken);
            return await CheckAsync(click, response, cancellationToken);
        }
        catch (Exception e) when (e is InvalidOperationException or ErrorResponseException { Response.StatusCode: HttpStatusCode.NotFound or HttpStatusCode.PreconditionFailed })
        {
            // The framework's client says InvalidOperation for a refused exchange.
            return null;
        }
    }

    private async Task<OAuthCard> CardAsync(Click click, CancellationToken cancellationToken)
    {
        var words = Words.For(click.Culture);
        var resource = await Service(click).GetSignInResourceAsync(settings.ConnectionName, (Activity)click.Turn.Activity, null, cancellationToken);
        return new OAuthCard
        {
            Text = words["SignIn_Text"],
            ConnectionName = settings.ConnectionName,
            Buttons = [new CardAction { Type = ActionTypes.Signin, Title = words["SignIn_Button"], Value = resource.SignInLink }],
            TokenExchangeResource = resource.TokenExchangeResource,
            TokenPostResource = resource.TokenPostResource,
        };
    }

    /// <summary>
    /// The token must name the person who pressed, in our tenant. Whether it is genuine is for the backend to say; this keeps a
    /// mix-up in the token service, or a sign-in with a second account, from acting in somebody else's name.
    /// </summary>
    private async Task<SignInRound.SignedIn?> CheckAsync(Click click, TokenResponse? response, CancellationToken cancellationToken)
    {
        if (response?.Token is not { Length: > 0 } token) return null;
        if (tokens.CanReadToken(token)
            && tokens.ReadJsonWebToken(token) is var jwt
            && jwt.TryGetPayloadValue<string>("oid", out var oid) && string.Equals(oid, click.Person.ObjectId, StringComparison.OrdinalIgnoreCase)
            && jwt.TryGetPayloadValue<string>("tid", out var tid) && string.Equals(tid, click.Place.TenantId, StringComparison.OrdinalIgnoreCase))
            return new SignInRound.SignedIn(token);
        LogAnotherPerson(log);
        // Otherwise the service would go on handing out that token, and the person could never sign in as themselves.
        await Service(click).SignOutUserAsync(click.Person.TeamsId, settings.ConnectionName, click.Turn.Activity.ChannelId, cancellationToken);
        return null;
    }

    private static UserTokenClient Service(Click click) => click.Turn.TurnState.Get<UserTokenClient>();

    [LoggerMessage(LogLevel.Warning, "The token service's token names another person or tenant than the activity; it is not used.")]
    private static partial void LogAnotherPerson(ILogger log);
}
