using MarketoSetupBot.State;
using MarketoSetupBot.Threads;

namespace MarketoSetupBot.Acts;

/// <summary>Saves what an outcome means here. Where another turn was faster it composes the reply anew from the same outcome; the act is never repeated.</summary>
internal sealed partial class Bookkeeping(Showing showing, BotDatabase database, TimeProvider clock, ILogger<Bookkeeping> log)
{
    /// <summary>Whoever is overtaken that often stands in a crowd; the card in the thread shows what came of the act.</summary>
    private const int Attempts = 3;

    /// <param name="answer">What a repeat of the same activity is answered with; null where there is nothing to keep.</param>
    public async Task<(Saved Saved, Reply? Reply)> RecordAsync(Click click, Post? clicked, Outcome outcome, Func<Reply, string?> answer, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var record = new TurnRecord(database, clock);
            var reply = await showing.ComposeAsync(click, clicked, outcome, record, cancellationToken);
            if (reply.MayBeKept && outcome is not Outcome.Refused)
            {
                record.Answer = answer(reply);
                record.Handled = ClickReading.KeyOf(click);
            }

            var saved = await record.SaveAsync(cancellationToken);
            if (saved is not Saved.Stale) return (saved, reply);
            LogOvertaken(log, click.Verb, click.Run, attempt);
            if (attempt == Attempts) return (saved, reply);
        }
    }

    [LoggerMessage(LogLevel.Information, "Another turn was faster than {Verb} on run {Run}, time {Attempt}.")]
    private static partial void LogOvertaken(ILogger log, string verb, Guid? run, int attempt);
}
