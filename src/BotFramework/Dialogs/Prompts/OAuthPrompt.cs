// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Globalization;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// Gets a person's token: at once where the token service has one, else after a card. It understands a code that is typed, the
/// invokes of Teams (<c>signin/verifyState</c>, <c>signin/tokenExchange</c>) and the event <c>tokens/response</c>, and answers the invokes.
/// </summary>
public class OAuthPrompt : Dialog
{
    private const string PersistedOptions = "options";
    private const string PersistedState = "state";
    private const string PersistedExpires = "expires";
    private readonly OAuthPromptSettings settings;
    private readonly PromptValidator<TokenResponse> validator;

    public OAuthPrompt(string dialogId, OAuthPromptSettings settings, PromptValidator<TokenResponse> validator = null)
        : base(dialogId)
    {
        Argument.MustSay(dialogId);
        ArgumentNullException.ThrowIfNull(settings);
        this.settings = settings;
        this.validator = validator;
    }

    /// <summary>Shows the sign-in card.</summary>
    public static Task SendOAuthCardAsync(OAuthPromptSettings settings, ITurnContext turnContext, IMessageActivity prompt, CancellationToken cancellationToken) =>
        OAuthCards.SendAsync(settings, turnContext, prompt, cancellationToken);

    /// <summary>Reads a token out of the turn's activity, and answers it if it is an invoke.</summary>
    public static Task<PromptRecognizerResult<TokenResponse>> RecognizeTokenAsync(OAuthPromptSettings settings, DialogContext dc, CancellationToken cancellationToken) =>
        OAuthAnswers.RecognizeAsync(settings, dc, cancellationToken);

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (options is CancellationToken) throw new ArgumentException($"{nameof(options)} cannot be a cancellation token", nameof(options));
        var prompt = options switch
        {
            null => null,
            PromptOptions given => given,
            _ => throw new ArgumentException($"Parameter {nameof(options)} should be an instance of to PromptOptions if provided", nameof(options)),
        };
        foreach (var message in (ReadOnlySpan<Activity>)[prompt?.Prompt, prompt?.RetryPrompt])
            if (message is not null && string.IsNullOrEmpty(message.InputHint))
                message.InputHint = InputHints.AcceptingInput;

        var state = dc.ActiveDialog.State;
        state[PersistedOptions] = prompt;
        state[PersistedState] = new Dictionary<string, object> { [Prompt<int>.AttemptCountKey] = 0 };
        state[PersistedExpires] = DateTime.UtcNow.AddMilliseconds(settings.Timeout ?? (int)TimeSpan.FromMinutes(15).TotalMilliseconds);

        var token = await GetUserTokenAsync(dc.Context, cancellationToken).ConfigureAwait(false);
        if (token is not null) return await dc.EndDialogAsync(token, cancellationToken).ConfigureAwait(false);
        await OAuthCards.SendAsync(settings, dc.Context, prompt?.Prompt, cancellationToken).ConfigureAwait(false);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var isMessage = dc.Context.Activity.Type == ActivityTypes.Message;
        if (DateTime.UtcNow >= Expires(dc.ActiveDialog.State) && (isMessage || OAuthAnswers.IsSignIn(dc.Context.Activity)))
            return await dc.EndDialogAsync(cancellationToken: cancellationToken).ConfigureAwait(false);

        var options = dc.ActiveDialog.State.Recall<PromptOptions>(PersistedOptions);
        var state = dc.ActiveDialog.State.Recall<IDictionary<string, object>>(PersistedState);
        var recognized = await OAuthAnswers.RecognizeAsync(settings, dc, cancellationToken).ConfigureAwait(false);
        state[Prompt<int>.AttemptCountKey] = Convert.ToInt32(state[Prompt<int>.AttemptCountKey], CultureInfo.InvariantCulture) + 1;
        var valid = validator is null
            ? recognized.Succeeded
            : await validator(new PromptValidatorContext<TokenResponse>(dc.Context, recognized, state, options), cancellationToken).ConfigureAwait(false);
        if (valid) return await dc.EndDialogAsync(recognized.Value, cancellationToken).ConfigureAwait(false);

        if (isMessage && settings.EndOnInvalidMessage) return await dc.EndDialogAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        if (isMessage && !dc.Context.Responded && options?.RetryPrompt is { } retry)
            await dc.Context.SendActivityAsync(retry.Copy(), cancellationToken).ConfigureAwait(false);
        return EndOfTurn;
    }

    /// <returns>The token the token service holds for the person of the turn; null if none.</returns>
    public Task<TokenResponse> GetUserTokenAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var tokens = Tokens(settings, turnContext);
        return tokens.GetUserTokenAsync(turnContext.Activity.From?.Id, settings.ConnectionName, turnContext.Activity.ChannelId, null, cancellationToken);
    }

    public Task SignOutUserAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var tokens = Tokens(settings, turnContext);
        return tokens.SignOutUserAsync(turnContext.Activity.From?.Id, settings.ConnectionName, turnContext.Activity.ChannelId, cancellationToken);
    }

    /// <summary>The turn's token service, or that of an adapter which is one itself.</summary>
    internal static UserTokenClient Tokens(OAuthPromptSettings settings, ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<UserTokenClient>()
            ?? (turnContext.Adapter is IExtendedUserTokenProvider adapter
                ? new AdapterTokens(adapter, turnContext, settings.OAuthAppCredentials)
                : throw new InvalidOperationException("OAuth prompt is not supported by the current adapter."));
    }

    private static DateTime Expires(IDictionary<string, object> state) =>
        state.Recall<DateTime>(PersistedExpires).ToUniversalTime();
}
