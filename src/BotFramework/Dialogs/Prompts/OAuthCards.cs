// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The sign-in card.</summary>
internal static class OAuthCards
{
    public static async Task SendAsync(OAuthPromptSettings settings, ITurnContext turnContext, IMessageActivity prompt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(turnContext);
        var message = prompt is Activity given ? given.Copy() : MessageFactory.Text(null, inputHint: InputHints.AcceptingInput);
        message.Attachments ??= [];
        if (!message.Attachments.Any(attachment => attachment.ContentType is OAuthCard.ContentType or SigninCard.ContentType))
            message.Attachments.Add(await CardAsync(settings, turnContext, cancellationToken).ConfigureAwait(false));
        await turnContext.SendActivityAsync(message, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Attachment> CardAsync(OAuthPromptSettings settings, ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        var resource = await OAuthPrompt.Tokens(settings, turnContext)
            .GetSignInResourceAsync(settings.ConnectionName, activity, null, cancellationToken).ConfigureAwait(false);
        var button = new CardAction { Title = settings.Title, Text = settings.Text, Type = ActionTypes.Signin, Value = resource?.SignInLink };
        if (!ShowsOAuthCard(activity.ChannelId)) return new SigninCard { Text = settings.Text, Buttons = [button] }.ToAttachment();

        // Teams wants the link in its card; channels that know the connection make their own.
        var linked = settings.ShowSignInLink ?? activity.ChannelId == Channels.Msteams;
        if (!linked) button.Value = null;
        return new OAuthCard
        {
            Text = settings.Text,
            ConnectionName = settings.ConnectionName,
            Buttons = [button],
            TokenExchangeResource = resource?.TokenExchangeResource,
            TokenPostResource = resource?.TokenPostResource,
        }.ToAttachment();
    }

    private static bool ShowsOAuthCard(string channelId) =>
        channelId is not (Channels.Cortana or Channels.Skype or Channels.Skypeforbusiness);
}
