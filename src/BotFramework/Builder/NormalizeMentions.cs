// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Text.RegularExpressions;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Turns the markup of mentions into plain names, in the text as in the entities; by default what names the bot itself goes.</summary>
public class NormalizeMentionsMiddleware : IMiddleware
{
    public bool RemoveRecipientMention { get; set; } = true;

    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(next);
        if (turnContext.Activity is { Type: ActivityTypes.Message, Text: not null } message) Normalize(message);
        return next(cancellationToken);
    }

    private void Normalize(Activity message)
    {
        if (RemoveRecipientMention)
        {
            message.RemoveRecipientMention();
            if (message.Entities is { } entities) message.Entities = [.. entities.Where(entity => !Names(entity, message.Recipient))];
        }

        message.Text = MentionMarkup.Stripped(message.Text);
        foreach (var entity in message.Entities ?? [])
            if (MentionMarkup.TextOf(entity) is { } text)
                entity.Properties["text"] = MentionMarkup.Stripped(text).Trim();
    }

    private static bool Names(Entity entity, ChannelAccount account) =>
        entity.Type == "mention" && account?.Id is { } id && (string)entity.Properties?.SelectToken("mentioned.id") == id;
}

/// <summary>Skype writes a name into the text and the markup around it into the entity: this makes both the plain name.</summary>
[Obsolete("Use NormalizeMentionsMiddleware.")]
public class SkypeMentionNormalizeMiddleware : IMiddleware
{
    public static void NormalizeSkypMentionText(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity is not { ChannelId: Channels.Skype, Type: ActivityTypes.Message }) return;
        foreach (var entity in activity.Entities ?? [])
            if (MentionMarkup.TextOf(entity) is { } text)
                entity.Properties["text"] = MentionMarkup.Stripped(text).Trim();
    }

    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(next);
        NormalizeSkypMentionText(turnContext.Activity);
        return next(cancellationToken);
    }
}

/// <summary><c>&lt;at&gt;name&lt;/at&gt;</c>, with or without attributes.</summary>
internal static partial class MentionMarkup
{
    public static string TextOf(Entity entity) => entity.Type == "mention" ? (string)entity.Properties?["text"] : null;

    public static string Stripped(string text) => Marked().Replace(text, "$1");

    // Attributes and name end at the next bracket, so the time it takes grows with the text only.
    [GeneratedRegex(@"<at(?:\s[^<>]*)?>([^<]*)</at>", RegexOptions.IgnoreCase)]
    private static partial Regex Marked();
}
