using MarketoSetupBot.Acts;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.State;
using MarketoSetupBot.Threads;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MarketoSetupBot.Events;

/// <summary>A run begun in a personal chat named a channel: opens the thread there. Its root is the progress card.</summary>
internal sealed class ChannelThreads(BotDatabase database, News news, TimeProvider clock)
{
    /// <summary>A whole channel, as opposed to a thread in it.</summary>
    public static bool IsChannel(ConversationReference reference) =>
        reference.Conversation.ConversationType == "channel" && !reference.Conversation.Id.Contains(Posts.ThreadOf, StringComparison.Ordinal);

    public async Task<TimeSpan?> OpenAsync(ITurnContext turn, ConversationReference channel, List<Post> wanted, RunView run, CancellationToken cancellationToken)
    {
        var culture = Cultures.Of(wanted[0].Culture);
        var root = await turn.SendActivityAsync(Sending.Message(ProgressCard.For(run, culture)), cancellationToken);
        var thread = channel.Conversation.Id + Posts.ThreadOf + root.Id;
        List<Post> there = [.. wanted.Select(p => p with { Conversation = thread, Activity = p.Kind is PostKind.Progress ? root.Id : null, Version = p.Kind is PostKind.Progress ? run.Version : 0 })];

        var record = new TurnRecord(database, clock) { Conversations = { (thread, Conversations.Write(channel, thread)) } };
        record.Forgotten.AddRange(wanted);
        record.Posts.AddRange(there);
        await record.SaveAsync(cancellationToken);

        turn.Activity.Conversation.Id = thread;
        return await news.TellAsync(turn, there, run, cancellationToken);
    }
}
