using MarketoSetupBot.Settings;
using MarketoSetupBot.Threads;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MarketoSetupBot.Acts;

/// <summary>
/// What Teams did not wait for. An act is recorded in the backend, whose event brings its result; a card that only reads, such as a
/// validation, is posted here when it is ready. If the bot stops before, nothing is lost but a look, and the person looks again.
/// </summary>
internal sealed partial class LateResults(BotAdapter adapter, BotSettings settings, ILogger<LateResults> log)
{
    public void Follow(Click click, Task<Outcome> performing) =>
        _ = FollowAsync(click.Turn.Activity.GetConversationReference(), ActTable.ShowsBelow(click.Verb), performing);

    private async Task FollowAsync(ConversationReference where, bool isShown, Task<Outcome> performing)
    {
        try
        {
            if (await performing is not Outcome.Shows(var card, _) || !isShown) return;
            where.ActivityId = null;
            await adapter.ContinueConversationAsync(
                settings.AppId, where, (turn, token) => turn.SendActivityAsync(Sending.Message(card), token), CancellationToken.None);
        }
        catch (Exception e) when (TeamsRefusals.Knows(e))
        {
            LogNotShown(log, e.GetType().Name);
        }
        catch (Exception e)
        {
            // Nobody waits for this task: what is not logged here is lost.
            LogFailed(log, e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Teams did not take a late result ({Reason}).")]
    private static partial void LogNotShown(ILogger log, string reason);

    [LoggerMessage(LogLevel.Error, "An act that Teams did not wait for failed.")]
    private static partial void LogFailed(ILogger log, Exception exception);
}
