using MarketoSetupBot.Backend;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Settings;
using MarketoSetupBot.Threads;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MarketoSetupBot.Events;

/// <summary>Something changed in a run: reads it and brings every conversation that shows it up to date.</summary>
internal sealed partial class RunNews(
    TeamReading reading, Posts posts, Conversations conversations, ChannelThreads threads, News news, BotAdapter adapter, BotSettings settings,
    TimeProvider clock, ILogger<RunNews> log)
{
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(2);

    /// <returns>Null: told. Otherwise when the event should come again.</returns>
    public async Task<TimeSpan?> TellAsync(Guid id, CancellationToken cancellationToken)
    {
        var answered = await reading.RunAsync(id, cancellationToken);
        if (answered.Value is not { } run) return answered.Problem!.Code is ProblemCodes.NotFound ? null : Later;

        TimeSpan? again = null;
        foreach (var there in (await posts.OfRunAsync(id, cancellationToken)).GroupBy(p => p.Conversation))
            again = Longer(again, await TellThereAsync(run, there.Key, [.. there], cancellationToken));
        return again;
    }

    private async Task<TimeSpan?> TellThereAsync(RunView run, string conversation, List<Post> shown, CancellationToken cancellationToken)
    {
        if (await conversations.FindAsync(conversation, cancellationToken) is not { } reference) return null;
        TimeSpan? again = null;
        try
        {
            await adapter.ContinueConversationAsync(settings.AppId, reference, (turn, token) => TellAsync(turn, token), cancellationToken);
        }
        catch (Exception e) when (TeamsRefusals.IsGone(e))
        {
            LogGone(log, run.Id);
            foreach (var post in shown) await posts.ForgetAsync(post, cancellationToken);
        }
        catch (Exception e) when (TeamsRefusals.Passes(e))
        {
            return TeamsRefusals.RetryAfter(e, clock.GetUtcNow()) ?? Later;
        }
        catch (ErrorResponseException e)
        {
            // A payload that Teams will never take: an endless repeat would help nobody.
            LogRefused(log, run.Id, e.Response?.StatusCode.ToString() ?? "no status");
        }

        return again;

        async Task TellAsync(ITurnContext turn, CancellationToken token) =>
            again = ChannelThreads.IsChannel(reference)
                ? await threads.OpenAsync(turn, reference, shown, run, token)
                : await news.TellAsync(turn, shown, run, token);
    }

    private static TimeSpan? Longer(TimeSpan? one, TimeSpan? other) => one > other || other is null ? one : other;

    [LoggerMessage(LogLevel.Information, "A conversation that showed run {Run} is gone or has removed the bot.")]
    private static partial void LogGone(ILogger log, Guid run);

    [LoggerMessage(LogLevel.Error, "Teams refused an update about run {Run} for good ({Status}).")]
    private static partial void LogRefused(ILogger log, Guid run, string status);
}
