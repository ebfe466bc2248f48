// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>How activities refer to their conversation and to one another.</summary>
public partial class Activity
{
    /// <summary>Says where to take this conversation up again.</summary>
    public ConversationReference GetConversationReference() => new()
    {
        // A conversation update has no message to hang a reply on, except in channels whose ids are messages.
        ActivityId = !string.Equals(Type, ActivityTypes.ConversationUpdate, StringComparison.OrdinalIgnoreCase) || ChannelId is not ("directline" or "webchat") ? Id : null,
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    /// <summary>The reference of what was sent with this activity and is now known under <paramref name="reply"/>'s id.</summary>
    public ConversationReference GetReplyConversationReference(ResourceResponse reply)
    {
        var reference = GetConversationReference();
        reference.ActivityId = reply.Id;
        return reference;
    }

    /// <summary>Addresses this activity to the conversation of <paramref name="reference"/>.</summary>
    /// <param name="reference">Where the activity goes, or where it came from.</param>
    /// <param name="isIncoming">Whether it comes from the user; otherwise it comes from the bot.</param>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale ??= reference.Locale;
        (From, Recipient) = isIncoming ? (reference.User, reference.Bot) : (reference.Bot, reference.User);
        if (isIncoming)
            Id = reference.ActivityId ?? Id;
        else
            ReplyToId = reference.ActivityId ?? ReplyToId;

        return this;
    }

    /// <summary>Makes a message that answers this one.</summary>
    public Activity CreateReply(string text = null, string locale = null) => Answer(new Activity(ActivityTypes.Message)
    {
        Text = text ?? string.Empty,
        Locale = locale ?? Locale,
        Attachments = [],
        Entities = [],
    });

    /// <summary>Makes a trace that answers this activity.</summary>
    public ITraceActivity CreateTrace(string name, object value = null, string valueType = null, [System.Runtime.CompilerServices.CallerMemberName] string label = null) =>
        Answer((Activity)CreateTraceActivity(name, valueType, value, label));

    /// <summary>Reads <see cref="ChannelData"/> as <typeparamref name="T"/>; the default where there is none.</summary>
    /// <exception cref="InvalidCastException">It is neither a <typeparamref name="T"/> nor JSON.</exception>
    public T GetChannelData<T>() => ChannelData switch
    {
        null => default,
        T typed => typed,
        var other => ((JObject)other).ToObject<T>(ActivityJson.Serializer),
    };

    /// <summary>Reads <see cref="ChannelData"/> as <typeparamref name="T"/>, and says whether that went well.</summary>
    public bool TryGetChannelData<T>(out T instance)
    {
        instance = default;
        if (ChannelData is null)
            return false;

        try
        {
            instance = GetChannelData<T>();
            return true;
        }
        catch (Exception exception) when (exception is InvalidCastException or Newtonsoft.Json.JsonException)
        {
            return false;
        }
    }

    /// <summary>The mentions among <see cref="Entities"/>.</summary>
    public Mention[] GetMentions() =>
        [.. (Entities ?? []).Where(entity => string.Equals(entity.Type, "mention", StringComparison.OrdinalIgnoreCase)).Select(entity => entity as Mention ?? entity.GetAs<Mention>())];

    /// <summary>Whether a message carries anything to show or to act on.</summary>
    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(Summary) || Attachments is { Count: > 0 } || ChannelData is not null;

    /// <summary>Whether it came over a socket, whose service URL is a name and no address. No channel that is served here does that.</summary>
    public bool IsFromStreamingConnection() => ServiceUrl?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == false;

    private Activity Answer(Activity reply)
    {
        reply.Timestamp = DateTimeOffset.UtcNow;
        reply.From = new ChannelAccount(Recipient?.Id, Recipient?.Name);
        reply.Recipient = new ChannelAccount(From?.Id, From?.Name);
        reply.ReplyToId = GetConversationReference().ActivityId;
        reply.ServiceUrl = ServiceUrl;
        reply.ChannelId = ChannelId;
        reply.Conversation = Conversation is null ? null : new ConversationAccount(Conversation.IsGroup, id: Conversation.Id, name: Conversation.Name);
        return reply;
    }
}
