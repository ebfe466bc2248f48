// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Tells a logger what came and what was sent, changed and deleted. The bot of this project keeps no transcript; tests do.</summary>
[SuppressMessage("Naming", "CA1725", Justification = "The official parameter names.")]
public class TranscriptLoggerMiddleware : IMiddleware
{
    private readonly ITranscriptLogger logger;

    public TranscriptLoggerMiddleware(ITranscriptLogger transcriptLogger)
    {
        ArgumentNullException.ThrowIfNull(transcriptLogger);
        logger = transcriptLogger;
    }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate nextTurn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(nextTurn);
        var transcript = new Queue<Activity>();
        if (turnContext.Activity is { } incoming)
        {
            incoming.From ??= new ChannelAccount();
            if (string.IsNullOrEmpty(incoming.From.Role)) incoming.From.Role = RoleTypes.User;

            // A turn that the bot began itself has nothing that anybody said.
            if (incoming is not { Type: ActivityTypes.Event, Name: ActivityEventNames.ContinueConversation })
                transcript.Enqueue(Copy(incoming));
        }

        turnContext.OnSendActivities(async (context, activities, next) =>
        {
            var responses = await next().ConfigureAwait(false);
            for (var i = 0; i < activities.Count; i++)
                transcript.Enqueue(Sent(activities[i], i < responses?.Length ? responses[i]?.Id : null));
            return responses;
        });
        turnContext.OnUpdateActivity(async (context, activity, next) =>
        {
            var response = await next().ConfigureAwait(false);
            var update = Copy(activity);
            update.Type = ActivityTypes.MessageUpdate;
            transcript.Enqueue(update);
            return response;
        });
        turnContext.OnDeleteActivity(async (context, reference, next) =>
        {
            await next().ConfigureAwait(false);
            transcript.Enqueue(new Activity { Type = ActivityTypes.MessageDelete, Id = reference.ActivityId }.ApplyConversationReference(reference));
        });

        await nextTurn(cancellationToken).ConfigureAwait(false);
        foreach (var activity in transcript)
        {
            activity.Timestamp ??= DateTimeOffset.UtcNow;
            await logger.LogActivityAsync(activity).ConfigureAwait(false);
        }
    }

    private static Activity Sent(Activity activity, string id)
    {
        var sent = Copy(activity);

        // Not every channel gives an id, and a transcript needs one.
        sent.Id = new[] { id, sent.Id }.FirstOrDefault(given => !string.IsNullOrEmpty(given)) ?? $"g_{Guid.NewGuid():n}";
        if (sent.From is { } bot && string.IsNullOrEmpty(bot.Role)) bot.Role = RoleTypes.Bot;
        return sent;
    }

    private static Activity Copy(Activity activity) =>
        ActivityJson.Read<Activity>(Encoding.UTF8.GetBytes(ActivityJson.WriteText(activity)));
}
