// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace Microsoft.Bot.Schema;

/// <summary>Finds mentions in a message, and takes them out of its text.</summary>
public static class ActivityExtensions
{
    /// <summary>Whether somebody in the message is spoken to by this id.</summary>
    public static bool MentionsId(this IMessageActivity activity, string id)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.GetMentions().Any(mention => mention.Mentioned?.Id == id);
    }

    /// <summary>Whether the bot itself is spoken to by name.</summary>
    public static bool MentionsRecipient(this IMessageActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.MentionsId(activity.Recipient?.Id);
    }

    /// <summary>Removes the mention of the bot itself, which Teams puts before every message in a channel.</summary>
    /// <returns>The text that is left, which is also the message's text now.</returns>
    public static string RemoveRecipientMention(this IMessageActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.RemoveMentionText(activity.Recipient?.Id);
    }

    /// <summary>Removes every mention of the account with this id.</summary>
    /// <returns>The text that is left, which is also the message's text now.</returns>
    public static string RemoveMentionText(this IMessageActivity activity, string id)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity.Text is not { Length: > 0 } text)
            return activity.Text;

        foreach (var mention in activity.GetMentions())
        {
            if (mention.Mentioned?.Id is { } mentioned && mentioned == id && Spelled(mention) is { Length: > 0 } spelled)
                text = text.Replace(spelled, string.Empty, StringComparison.OrdinalIgnoreCase);
        }

        return activity.Text = text.Trim();
    }

    /// <summary>Some clients leave the text of a mention out and write the name between the tags.</summary>
    private static string Spelled(Mention mention) =>
        mention.Text ?? (string.IsNullOrEmpty(mention.Mentioned.Name) ? null : $"<at>{mention.Mentioned.Name}</at>");
}

/// <summary>The language of any activity.</summary>
public static class IActivityExtensions
{
    public static string GetLocale(this IActivity activity) => ((Activity)activity).Locale;

    public static void SetLocale(this IActivity activity, string locale) => ((Activity)activity).Locale = locale;
}
