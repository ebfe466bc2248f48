using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Acts;
using MarketoSetupBot.Backend;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Dialogs;
using MarketoSetupBot.Language;
using MarketoSetupBot.State;
using MarketoSetupBot.Threads;
using Microsoft.Bot.Builder;

namespace MarketoSetupBot.Events;

/// <summary>Brings the messages of one run in one conversation up to the run's version. Safe to repeat: what is up to date is left alone.</summary>
internal sealed class News(Posts posts, Guide guide, Mentions mentions, BotDatabase database, TimeProvider clock)
{
    /// <summary>A turn holds one of the messages; by then its answer is out.</summary>
    private static readonly TimeSpan TurnTakes = TimeSpan.FromSeconds(1);

    /// <returns>Null: everything is shown. Otherwise when to come again.</returns>
    public async Task<TimeSpan?> TellAsync(ITurnContext turn, IReadOnlyList<Post> shown, RunView run, CancellationToken cancellationToken)
    {
        TimeSpan? again = null;
        foreach (var post in await WithReceiptAsync(shown, run, cancellationToken))
        {
            if (post.ClaimedAt is { } since && clock.GetUtcNow() - since < Posts.ClaimLasts) again = TurnTakes;
            else await TellAsync(turn, post, run, cancellationToken);
        }

        await NoticesAsync(turn, shown, run, cancellationToken);
        return again;
    }

    private async Task TellAsync(ITurnContext turn, Post post, RunView run, CancellationToken cancellationToken)
    {
        if (post.Activity is not null && post.Version >= run.Version) return;
        if (await CardAsync(turn, post, run, cancellationToken) is not { } card) return;
        var told = post with { Version = run.Version, Holds = Holds.Plain };
        if (post.Activity is { } activity)
        {
            try
            {
                await turn.UpdateActivityAsync(Sending.Update(activity, card), cancellationToken);
                await posts.UpdatedAsync(told, cancellationToken);
                return;
            }
            catch (Exception e) when (TeamsRefusals.IsGone(e))
            {
                // Somebody deleted the message: the run gets a new one.
            }
        }

        var sent = await turn.SendActivityAsync(Sending.Message(card), cancellationToken);
        await posts.SentAsync(told, sent.Id, cancellationToken);
    }

    /// <summary>Null: not now. A form or the secret is on somebody's screen, or the next step is not there yet.</summary>
    private async Task<AdaptiveCard?> CardAsync(ITurnContext turn, Post post, RunView run, CancellationToken cancellationToken)
    {
        var culture = Cultures.Of(post.Culture);
        return post switch
        {
            { Kind: PostKind.Progress } => ProgressCard.For(run, culture),
            { Holds: Holds.Form } => null,
            { Holds: Holds.Secret } when run.Delivery is { State: DeliveryState.HandedOut } => null,
            { Kind: PostKind.Receipt } => ReceiptCard.For(run, culture),
            { Activity: null } when Stages.Of(run) is Stage.Receipt => null,
            _ => await StepAsync(turn, post, run, culture, cancellationToken),
        };
    }

    private async Task<AdaptiveCard> StepAsync(ITurnContext turn, Post post, RunView run, CultureInfo culture, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var record = new TurnRecord(database, clock);
            var scene = await guide.FollowAsync(turn, record.State, post.Conversation, run, null, culture, cancellationToken);
            // The third time the card is shown all the same: the stack catches up with the run by itself.
            if (await record.SaveAsync(cancellationToken) is Saved.Yes || attempt == 3) return scene.Card!;
        }
    }

    /// <summary>Once a secret was handed out, the step's message becomes the receipt, wherever the run is shown, and the next step gets a new one.</summary>
    private async Task<IReadOnlyList<Post>> WithReceiptAsync(IReadOnlyList<Post> shown, RunView run, CancellationToken cancellationToken)
    {
        if (run is not { State: RunState.Delivering or RunState.Guiding, Delivery.HandedOutAt: not null, Delivery.State: not DeliveryState.Waiting }
            || shown.Any(p => p.Kind is PostKind.Receipt)
            || shown.FirstOrDefault(p => p is { Kind: PostKind.Step, Activity: not null, Holds: Holds.Plain, ClaimedAt: null }) is not { } step)
            return shown;

        var receipt = step with { Kind = PostKind.Receipt };
        var next = step with { Activity = null, Version = 0 };
        var record = new TurnRecord(database, clock) { Forgotten = { step }, Posts = { receipt, next } };
        await record.SaveAsync(cancellationToken);
        return [.. shown.Where(p => p != step), receipt, next];
    }

    /// <summary>Told once each, under the cards, to everybody who sees the run.</summary>
    private async Task NoticesAsync(ITurnContext turn, IReadOnlyList<Post> shown, RunView run, CancellationToken cancellationToken)
    {
        if (shown.FirstOrDefault(p => p is { Kind: PostKind.Progress, Activity: not null }) is not { } post) return;
        foreach (var notice in run.Notices.Where(n => n.Number > post.Notices))
        {
            await turn.SendActivityAsync(await mentions.MessageAsync(turn, notice.Says, Words.For(Cultures.Of(post.Culture)), cancellationToken), cancellationToken);
            await posts.ToldAsync(post, notice.Number, cancellationToken);
        }
    }
}
