// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace Microsoft.Bot.Schema;

/// <summary>What every activity has, whatever its type.</summary>
public interface IActivity
{
    string Type { get; set; }

    string Id { get; set; }

    string ServiceUrl { get; set; }

    DateTimeOffset? Timestamp { get; set; }

    DateTimeOffset? LocalTimestamp { get; set; }

    string ChannelId { get; set; }

    ChannelAccount From { get; set; }

    ConversationAccount Conversation { get; set; }

    ChannelAccount Recipient { get; set; }

    string ReplyToId { get; set; }

    IList<Entity> Entities { get; set; }

    dynamic ChannelData { get; set; }

    IMessageActivity AsMessageActivity();

    IMessageUpdateActivity AsMessageUpdateActivity();

    IMessageDeleteActivity AsMessageDeleteActivity();

    IMessageReactionActivity AsMessageReactionActivity();

    IConversationUpdateActivity AsConversationUpdateActivity();

    IContactRelationUpdateActivity AsContactRelationUpdateActivity();

    ISuggestionActivity AsSuggestionActivity();

    IInstallationUpdateActivity AsInstallationUpdateActivity();

    ITypingActivity AsTypingActivity();

    IEndOfConversationActivity AsEndOfConversationActivity();

    IEventActivity AsEventActivity();

    IInvokeActivity AsInvokeActivity();

    ConversationReference GetConversationReference();

    /// <param name="isIncoming">Whether the bot is the one who gets the activity, and not the one who sends it.</param>
    Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false);

    T GetChannelData<T>();

    bool TryGetChannelData<T>(out T instance);
}
