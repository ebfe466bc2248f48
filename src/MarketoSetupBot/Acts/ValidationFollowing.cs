using System.Globalization;
using MarketoSetupBot.Backend;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Settings;
using MarketoSetupBot.Threads;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MarketoSetupBot.Acts;

/// <summary>A validation that is still running, and the token of the person who watches it. It is kept for those seconds and nowhere but in memory.</summary>
internal sealed record Watched(ValidationView View, string Token, CultureInfo Culture)
{
    /// <summary>Never the token, whoever prints this.</summary>
    public override string ToString() => $"Watched {{ Validation = {View.Id} }}";
}

/// <summary>
/// Brings the card of a running validation up to date until it is done. If this process stops meanwhile nothing is lost but the showing: the backend
/// goes on, and the card has a button that looks again.
/// </summary>
internal sealed partial class ValidationFollowing(
    IServiceProvider services, BotAdapter adapter, BotSettings settings, TimeProvider clock, ILogger<ValidationFollowing> log)
{
    /// <summary>Twice as long as a validation may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Teams takes a few updates of a message in a few seconds, not one for each check.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    public void Begin(ITurnContext turn, string message, Watched watched)
    {
        if (watched.View.IsComplete || watched.View.IsAbandoned) return;
        var where = turn.Activity.GetConversationReference();
        where.ActivityId = null;
        _ = FollowAsync(where, message, watched);
    }

    private async Task FollowAsync(ConversationReference where, string message, Watched watched)
    {
        try
        {
            var backend = services.GetRequiredService<BackendClient>();
            var (started, shown, view) = (clock.GetTimestamp(), clock.GetTimestamp(), watched.View);
            while (!view.IsComplete && !view.IsAbandoned && clock.GetElapsedTime(started) < Patience)
            {
                // What a slow answer took has been waited already.
                if (Pace - clock.GetElapsedTime(shown) is { Ticks: > 0 } left) await Task.Delay(left, clock);
                shown = clock.GetTimestamp();
                var answered = await backend.ReadValidationAsync(watched.Token, view.Id, view.Checks.Count, details: false, CancellationToken.None);
                if (answered.Value is not { } now || (now.Checks.Count == view.Checks.Count && !now.IsComplete && !now.IsAbandoned)) continue;
                view = now;
                await adapter.ContinueConversationAsync(settings.AppId, where,
                    (turn, token) => turn.UpdateActivityAsync(Sending.Update(message, ValidationSummaryCard.For(now, watched.Culture)), token), CancellationToken.None);
            }
        }
        catch (Exception e)
        {
            // Nobody waits for this task: what is not logged here is lost.
            if (TeamsRefusals.Knows(e)) LogNotTaken(log, watched.View.Id, e.GetType().Name);
            else LogFailed(log, watched.View.Id, e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Teams did not take the progress of validation {Validation} ({Reason}); the card has a button that looks again.")]
    private static partial void LogNotTaken(ILogger log, Guid validation, string reason);

    [LoggerMessage(LogLevel.Error, "The progress of validation {Validation} could not be shown.")]
    private static partial void LogFailed(ILogger log, Guid validation, Exception exception);
}
