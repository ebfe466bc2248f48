// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Connector.Authentication;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What an <see cref="OAuthPrompt"/> signs in to, and how it asks.</summary>
public class OAuthPromptSettings
{
    /// <summary>Another app to ask with. Only an adapter that keeps the tokens itself is told; the token service knows the bot by its own app.</summary>
    public AppCredentials OAuthAppCredentials { get; set; }

    /// <summary>The OAuth connection of the bot's registration.</summary>
    public string ConnectionName { get; set; }

    /// <summary>Title of the sign-in button.</summary>
    public string Title { get; set; }

    /// <summary>Text of the card.</summary>
    public string Text { get; set; }

    /// <summary>Milliseconds to wait for the person; 15 minutes unless set.</summary>
    public int? Timeout { get; set; } = 900000;

    /// <summary>Whether a message that is no code ends the prompt without a token. Off, the prompt goes on waiting.</summary>
    public bool EndOnInvalidMessage { get; set; }

    /// <summary>Whether the card has a button to a page; off where silent sign-in is all that is wanted. Null leaves it to the channel.</summary>
    public bool? ShowSignInLink { get; set; }
}
