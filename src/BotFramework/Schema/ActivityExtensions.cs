// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace Microsoft.Bot.Schema;

/// <summary>Takes mentions out of the text of a message.</summary>
public static class ActivityExtensions
{
    /// <summary>Removes the mention of the bot itself, which Teams puts before every message in a channel.</summary>
    /// <returns>The text that is left, which is also the message's text now.</returns>
    public static string RemoveRecipientMention<T>(this T activity)
        where T : IMessageActivity => activity.RemoveMentionText(activity.Recipient?.Id);

    /// <summary>Removes every mention of the account with this id.</summary>
    /// <returns>The text that is left, which is also the message's text now.</returns>
    public static string RemoveMentionText<T>(this T activity, string id)
        where T : IMessageActivity
    {
        if (activity.Text is not { Length: > 0 } text)
            return activity.Text;

        foreach (var mention in activity.GetMentions())
        {
            if (mention.Mentioned?.Id is { } mentioned && mentioned == id && !string.IsNullOrEmpty(mention.Text))
                text = text.Replace(mention.Text, string.Empty, StringComparison.OrdinalIgnoreCase);
        }

        return activity.Text = text.Trim();
    }
}
