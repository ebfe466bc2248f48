// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace Microsoft.Bot.Schema;

/// <summary>A message, from a person or from the bot.</summary>
public interface IMessageActivity : IActivity
{
    string Locale { get; set; }

    string Text { get; set; }

    string Speak { get; set; }

    string InputHint { get; set; }

    string Summary { get; set; }

    string TextFormat { get; set; }

    string AttachmentLayout { get; set; }

    IList<Attachment> Attachments { get; set; }

    SuggestedActions SuggestedActions { get; set; }

    string Importance { get; set; }

    string DeliveryMode { get; set; }

    DateTimeOffset? Expiration { get; set; }

    object Value { get; set; }

    bool HasContent();

    Mention[] GetMentions();
}

/// <summary>A message that somebody edited.</summary>
public interface IMessageUpdateActivity : IMessageActivity;

/// <summary>A private suggestion about another message.</summary>
public interface ISuggestionActivity : IMessageActivity
{
    IList<TextHighlight> TextHighlights { get; set; }
}

/// <summary>The bot was added to, or taken from, somebody's contacts: <see cref="Action"/> is "add" or "remove".</summary>
public interface IContactRelationUpdateActivity : IActivity
{
    string Action { get; set; }
}

/// <summary>Somebody else takes the conversation over.</summary>
public interface IHandoffActivity : IActivity;

/// <summary>A message that somebody deleted.</summary>
public interface IMessageDeleteActivity : IActivity;

/// <summary>Reactions put on, or taken from, the message <see cref="IActivity.ReplyToId"/>.</summary>
public interface IMessageReactionActivity : IActivity
{
    IList<MessageReaction> ReactionsAdded { get; set; }

    IList<MessageReaction> ReactionsRemoved { get; set; }
}

/// <summary>Members, or the name, of a conversation changed.</summary>
public interface IConversationUpdateActivity : IActivity
{
    IList<ChannelAccount> MembersAdded { get; set; }

    IList<ChannelAccount> MembersRemoved { get; set; }

    string TopicName { get; set; }

    bool? HistoryDisclosed { get; set; }
}

/// <summary>The bot was installed into, or removed from, a conversation.</summary>
public interface IInstallationUpdateActivity : IActivity
{
    /// <summary>Gets or sets "add", "remove", "add-upgrade" or "remove-upgrade".</summary>
    string Action { get; set; }
}

/// <summary>Somebody is writing.</summary>
public interface ITypingActivity : IActivity;

/// <summary>The conversation is over.</summary>
public interface IEndOfConversationActivity : IActivity
{
    string Code { get; set; }

    string Text { get; set; }
}

/// <summary>A named event that wants no answer.</summary>
public interface IEventActivity : IActivity
{
    string Name { get; set; }

    object Value { get; set; }

    ConversationReference RelatesTo { get; set; }
}

/// <summary>A named request whose answer is the HTTP response.</summary>
public interface IInvokeActivity : IActivity
{
    string Name { get; set; }

    object Value { get; set; }

    ConversationReference RelatesTo { get; set; }
}

/// <summary>Diagnostics, never sent to Teams.</summary>
public interface ITraceActivity : IActivity
{
    string Name { get; set; }

    string Label { get; set; }

    string ValueType { get; set; }

    object Value { get; set; }

    ConversationReference RelatesTo { get; set; }
}

/// <summary>A named command.</summary>
public interface ICommandActivity : IActivity
{
    string Name { get; set; }

    object Value { get; set; }
}

/// <summary>What became of a command.</summary>
public interface ICommandResultActivity : IActivity
{
    string Name { get; set; }

    object Value { get; set; }
}
