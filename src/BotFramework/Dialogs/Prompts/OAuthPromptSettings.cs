// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What an <see cref="OAuthPrompt"/> signs in to, and how it asks.</summary>
public class OAuthPromptSettings
{
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
