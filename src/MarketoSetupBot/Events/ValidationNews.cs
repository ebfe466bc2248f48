using MarketoSetupBot.Acts;
using MarketoSetupBot.Backend;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Settings;
using MarketoSetupBot.State;
using MarketoSetupBot.Threads;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MarketoSetupBot.Events;

/// <summary>What the night found, or the proof at the end of a setup: a new message in every conversation that shows the connection's latest run.</summary>
internal sealed partial class ValidationNews(
    TeamReading reading, Posts posts, Conversations conversations, HandledActivities handled, BotDatabase database, BotAdapter adapter, BotSettings settings,
    TimeProvider clock, ILogger<ValidationNews> log)
{
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(5);

    /// <returns>Null: told. Otherwise when the event should come again.</returns>
    public async Task<TimeSpan?> TellAsync(ValidationEvent what, CancellationToken cancellationToken)
    {
        var answered = await reading.ValidationAsync(what.Validation, cancellationToken);
        if (answered.Value is not { } view) return answered.Problem!.Code is ProblemCodes.NotFound ? null : Later;
        foreach (var run in what.Runs)
        {
            var shown = (await posts.OfRunAsync(run, cancellationToken)).Where(p => p is { Kind: PostKind.Progress, Activity: not null }).ToList();
            if (shown.Count == 0) continue;
            TimeSpan? again = null;
            foreach (var post in shown) again = await TellAsync(view, post, cancellationToken) ?? again;
            return again;
        }
        return null;
    }

    private async Task<TimeSpan?> TellAsync(ValidationView view, Post post, CancellationToken cancellationToken)
    {
        var key = $"validation/{view.Id}/{post.Conversation}";
        if (await handled.AnswerToAsync(key, cancellationToken) is not null || await conversations.FindAsync(post.Conversation, cancellationToken) is not { } reference)
            return null;
        try
        {
            var card = ValidationSummaryCard.For(view, Cultures.Of(post.Culture));
            await adapter.ContinueConversationAsync(settings.AppId, reference, (turn, token) => turn.SendActivityAsync(Sending.Message(card), token), cancellationToken);
            await new TurnRecord(database, clock) { Handled = key }.SaveAsync(cancellationToken);
        }
        catch (Exception e) when (!TeamsRefusals.IsGone(e) && TeamsRefusals.Passes(e))
        {
            return TeamsRefusals.RetryAfter(e, clock.GetUtcNow()) ?? Later;
        }
        catch (ErrorResponseException e)
        {
            // The conversation is gone, or Teams will never take this: an endless repeat would help nobody.
            LogRefused(log, view.Id, e.Response?.StatusCode.ToString() ?? "no status");
        }
        return null;
    }

    [LoggerMessage(LogLevel.Warning, "Teams refused the news of validation {Validation} for good ({Status}).")]
    private static partial void LogRefused(ILogger log, Guid validation, string status);
}
