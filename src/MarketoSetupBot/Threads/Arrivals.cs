using MarketoSetupBot.Acts;
using MarketoSetupBot.Cards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;

namespace MarketoSetupBot.Threads;

/// <summary>The bot comes to a conversation, or leaves it.</summary>
internal sealed class Arrivals(Welcomes welcomes, KnownChannels channels)
{
    public async Task WelcomeAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (!await welcomes.ClaimAsync(turn.Activity.Conversation.Id, cancellationToken)) return;
        var amongOthers = turn.Activity.Conversation.ConversationType is "channel" or "groupChat";
        await turn.SendActivityAsync(Sending.Message(WelcomeCard.For(Cultures.Of(turn.Activity), amongOthers)), cancellationToken);
        await channels.LearnAsync(turn, cancellationToken);
    }

    public async Task LeaveAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        await welcomes.ForgetAsync(turn.Activity.Conversation.Id, cancellationToken);
        if (turn.Activity.TeamsGetTeamInfo() is { Id: { } team }) await channels.ForgetTeamAsync(team, cancellationToken);
    }
}
