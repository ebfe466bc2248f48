// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>State of a conversation, whoever speaks.</summary>
public class ConversationState(IStorage storage) : BotState(storage, nameof(ConversationState))
{
    protected override string GetStorageKey(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        return $"{StorageKey.Channel(activity)}/conversations/{StorageKey.Conversation(activity)}";
    }
}

/// <summary>State of a person on a channel, in whatever conversation.</summary>
public class UserState(IStorage storage) : BotState(storage, nameof(UserState))
{
    protected override string GetStorageKey(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        return $"{StorageKey.Channel(activity)}/users/{StorageKey.User(activity)}";
    }
}

/// <summary>State of a person within one conversation.</summary>
public class PrivateConversationState(IStorage storage) : BotState(storage, nameof(PrivateConversationState))
{
    protected override string GetStorageKey(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        return $"{StorageKey.Channel(activity)}/conversations/{StorageKey.Conversation(activity)}/users/{StorageKey.User(activity)}";
    }
}

/// <summary>The parts of a storage key; without them state of one conversation could become that of another.</summary>
internal static class StorageKey
{
    public static string Channel(IActivity activity) => activity.ChannelId ?? throw Missing("channelId");

    public static string Conversation(IActivity activity) => activity.Conversation?.Id ?? throw Missing("conversation.id");

    public static string User(IActivity activity) => activity.From?.Id ?? throw Missing("from.id");

    private static InvalidOperationException Missing(string property) => new($"Invalid activity: {property} is missing.");
}
