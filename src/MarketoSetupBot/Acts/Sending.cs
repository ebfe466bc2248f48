using AdaptiveCards;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Language;
using MarketoSetupBot.Threads;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MarketoSetupBot.Acts;

/// <summary>Sends what a saved turn has to say. One card per message and no text beside it: Teams splits anything else and tells no id.</summary>
internal sealed partial class Sending(Posts posts, ValidationFollowing following, ILogger<Sending> log)
{
    public static IMessageActivity Message(AdaptiveCard card) =>
        MessageFactory.Attachment(new Attachment { ContentType = AdaptiveCard.ContentType, Content = JObject.Parse(card.ToJson()) });

    public static Activity Update(string activity, AdaptiveCard card)
    {
        var message = (Activity)Message(card);
        message.Id = activity;
        return message;
    }

    /// <summary>The messages beside the answer. A failure leaves the act done and recorded; the next event makes up for it.</summary>
    public async Task SendAsync(ITurnContext turn, Reply reply, CancellationToken cancellationToken)
    {
        try
        {
            string? watchedIn = null;
            foreach (var (activity, card) in reply.Changed)
            {
                await turn.UpdateActivityAsync(Update(activity, card), cancellationToken);
                watchedIn = activity;
            }
            foreach (var card in reply.Below) watchedIn = (await turn.SendActivityAsync(Message(card), cancellationToken)).Id;
            if (reply.Watched is { } watched && watchedIn is not null) following.Begin(turn, watchedIn, watched);
            foreach (var (post, card) in reply.New)
            {
                var sent = await turn.SendActivityAsync(Message(card), cancellationToken);
                await posts.SentAsync(post, sent.Id, cancellationToken);
            }
        }
        catch (Exception e) when (TeamsRefusals.Knows(e))
        {
            LogNotSent(log, e.GetType().Name);
        }
    }

    /// <summary>The answer to a click that came as a message: in the card's own place where it is ours, else below.</summary>
    public static async Task AnswerMessageAsync(Click click, Reply reply, CancellationToken cancellationToken)
    {
        // A line that points below would only come between.
        if (reply.Below.Count > 0) return;
        if (reply.IsOnlyForOne && !click.Place.IsPersonal)
        {
            await click.Turn.SendActivityAsync(MessageFactory.Text(Words.For(click.Culture)["Message_OnlyAsAnswer"]), cancellationToken);
            return;
        }
        if (reply is { Card: { } card })
        {
            if (click.Message is { } message && reply.Changed.All(c => c.Activity != message)) reply.Changed.Add((message, card));
            if (click.Message is null) await click.Turn.SendActivityAsync(Message(card), cancellationToken);
            return;
        }

        var answer = reply.Problem is { } problem ? Message(ProblemCard.For(problem, click.Culture)) : MessageFactory.Text(reply.Words);
        await click.Turn.SendActivityAsync(answer, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Teams did not take a message of a turn that is recorded ({Reason}); an event will bring it.")]
    private static partial void LogNotSent(ILogger log, string reason);
}
