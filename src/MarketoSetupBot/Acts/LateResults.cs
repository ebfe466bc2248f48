using MarketoSetupBot.Settings;
using MarketoSetupBot.State;
using MarketoSetupBot.Threads;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MarketoSetupBot.Acts;

/// <summary>
/// What Teams did not wait for. An act is recorded in the backend, whose events go on with it if this process stops; so what is held
/// here is only the showing, and of a mere look, such as a validation, nothing but the look is lost.
/// </summary>
internal sealed partial class LateResults(Bookkeeping books, Sending sending, Posts posts, BotAdapter adapter, BotSettings settings, ILogger<LateResults> log)
{
    public void Follow(Click click, Post? clicked, Task<Outcome> performing)
    {
        var where = click.Turn.Activity.GetConversationReference();
        where.ActivityId = null;
        _ = FollowAsync(click, clicked, where, performing);
    }

    private async Task FollowAsync(Click click, Post? clicked, ConversationReference where, Task<Outcome> performing)
    {
        try
        {
            var outcome = await performing;
            await adapter.ContinueConversationAsync(settings.AppId, where, (turn, token) => ShowAsync(click with { Turn = turn }, clicked, outcome, token), CancellationToken.None);
        }
        catch (Exception e)
        {
            // Nobody waits for this task: what is not logged here is lost.
            LogFailed(log, click.Verb, e);
        }
    }

    private async Task ShowAsync(Click click, Post? clicked, Outcome outcome, CancellationToken cancellationToken)
    {
        var (saved, reply) = await books.RecordAsync(click, clicked, outcome, _ => null, cancellationToken);
        if (saved is not Saved.Yes || reply is null) return;
        try
        {
            await Sending.AnswerMessageAsync(click, reply, cancellationToken);
            await sending.SendAsync(click.Turn, reply, cancellationToken);
        }
        finally
        {
            if (click.Message is { } message) await posts.ReleaseAsync(click.Place.Conversation, message, CancellationToken.None);
        }
    }

    [LoggerMessage(LogLevel.Error, "The result of {Verb}, for which Teams did not wait, could not be shown.")]
    private static partial void LogFailed(ILogger log, string verb, Exception exception);
}
