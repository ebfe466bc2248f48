using AdaptiveCards;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Dialogs;
using MarketoSetupBot.Language;
using MarketoSetupBot.State;
using MarketoSetupBot.Threads;
using Microsoft.Bot.Schema;

namespace MarketoSetupBot.Acts;

/// <summary>
/// Decides what an outcome looks like in the conversation, and which message shows it from now on. It may be asked twice
/// about the same outcome, when another turn was faster to save; so it changes nothing but the record of the turn.
/// </summary>
internal sealed class Showing(Guide guide, Posts posts, TimeProvider clock)
{
    /// <param name="clicked">The run's message that holds the card; null if it is not one of those.</param>
    public async Task<Reply> ComposeAsync(Click click, Post? clicked, Outcome outcome, TurnRecord record, CancellationToken cancellationToken)
    {
        record.Conversations.Add((click.Place.Conversation, Conversations.Write(click.Turn.Activity.GetConversationReference(), click.Place.Conversation)));
        return outcome switch
        {
            Outcome.Stands stands => await StandsAsync(click, clicked, stands, record, cancellationToken),
            Outcome.Opened(var run, var form) => await OpenedAsync(click, clicked, run, form, record, cancellationToken),
            Outcome.Begun(var run) => await BegunAsync(click, run, record, cancellationToken),
            Outcome.Joined(var run, var draft, var form) => await JoinedAsync(click, run, draft, form, record, cancellationToken),
            Outcome.Received(var run) => await ReceivedAsync(click, clicked, run, record, cancellationToken),
            Outcome.InTheWay(var draft, var other, var typed) => await InTheWayAsync(click, clicked, draft, other, typed, record, cancellationToken),
            Outcome.Shows(var card, _) when clicked is not null && ActTable.ShowsBelow(click.Verb) => Below(click, card),
            Outcome.Shows(var card, var holds) => Shows(click, clicked, card, holds, record),
            Outcome.ShowsOne(var card) => new Reply { Card = card, MayBeKept = false },
            Outcome.Validated(var view, var token) => Validated(click, view, token),
            Outcome.OnlyFor(var card) => new Reply { Card = card, IsOnlyForOne = true, MayBeKept = false },
            Outcome.HandedOut(var secret) => await HandedOutAsync(click, clicked!, secret, record, cancellationToken),
            Outcome.Refused(var problem) => new Reply { Problem = problem },
            _ => throw new InvalidOperationException("An outcome that nobody shows."),
        };
    }

    private async Task<Reply> StandsAsync(Click click, Post? clicked, Outcome.Stands stands, TurnRecord record, CancellationToken cancellationToken)
    {
        var run = stands.Run;
        if (click.Verb is not Verbs.Show) record.PastForms = run.State is RunState.Draft ? null : run.Id;
        if (stands.Watch is { } channel) Watch(click, run, channel, record);
        var here = await HereAsync(click, run.Id, cancellationToken);
        if (clicked is { Kind: PostKind.Progress }) return await FromProgressAsync(click, clicked, stands, here, record, cancellationToken);
        if (clicked is { Kind: PostKind.Receipt })
        {
            var stepIsElsewhere = here.Any(p => p is { Kind: PostKind.Step, Activity: not null });
            if (stepIsElsewhere || Stages.Of(run) is not Stage.Collect) return Shows(click, clicked, Cards.ReceiptCard.For(run, click.Culture), Holds.Plain, record);
            record.Forgotten.Add(clicked);
            clicked = clicked with { Kind = PostKind.Step };
        }

        var scene = await guide.FollowAsync(click.Turn, record.State, click.Place.Conversation, run, stands.Form, click.Culture, cancellationToken);
        var reply = new Reply { Card = scene.Card };
        if (clicked is null && click is { Verb: Verbs.Show, Message: { } message })
        {
            // Asked for here, so here is the live card from now on, and the one it replaces says so.
            clicked = New(click, run, PostKind.Step) with { Activity = message };
            if (here.FirstOrDefault(p => p is { Kind: PostKind.Step, Activity: not null }) is { Activity: { } old })
                reply.Changed.Add((old, OutdatedCard.For(run, click.Culture)));
        }

        Keep(click, clicked, scene.Holds, record);
        return Everybody(click, reply, scene);
    }

    /// <summary>"To the current step", pressed on the progress: the step's card comes below as a new message, because the old one has scrolled away.</summary>
    private async Task<Reply> FromProgressAsync(Click click, Post clicked, Outcome.Stands stands, List<Post> here, TurnRecord record, CancellationToken cancellationToken)
    {
        var run = stands.Run;
        var reply = Shows(click, clicked, ProgressCard.For(run, click.Culture), Holds.Plain, record);
        if (click.IsOutdated || Stages.Of(run) is Stage.Receipt) return reply;

        var scene = await guide.FollowAsync(click.Turn, record.State, click.Place.Conversation, run, stands.Form, click.Culture, cancellationToken);
        var step = New(click, run, PostKind.Step) with { Holds = scene.Holds };
        record.Posts.Add(step);
        reply.New.Add((step, scene.Card!));
        if (here.FirstOrDefault(p => p is { Kind: PostKind.Step, Activity: not null }) is { Activity: { } old })
            reply.Changed.Add((old, OutdatedCard.For(run, click.Culture)));
        return reply;
    }

    /// <summary>On the card of a validation in its place, for everybody; elsewhere as a message of its own.</summary>
    private static Reply Validated(Click click, ValidationView view, string token)
    {
        var card = ValidationSummaryCard.For(view, click.Culture);
        var watched = new Watched(view, token, click.Culture);
        if (click is { Validation: not null, Message: { } message })
        {
            var changed = new Reply { Card = card, Watched = watched };
            changed.Changed.Add((message, card));
            return changed;
        }
        var below = new Reply { Words = Words.For(click.Culture)["Message_Below"], Watched = watched };
        below.Below.Add(card);
        return below;
    }

    private static Reply Below(Click click, AdaptiveCard card)
    {
        var reply = new Reply { Words = Words.For(click.Culture)["Message_Below"] };
        reply.Below.Add(card);
        return reply;
    }

    private async Task<Reply> OpenedAsync(Click click, Post? clicked, RunView run, DetailsForm form, TurnRecord record, CancellationToken cancellationToken)
    {
        var taken = (await posts.OfConversationAsync(click.Place.Conversation, cancellationToken))
            .Any(p => p.Kind is PostKind.Progress && p.Activity == click.Message && p.Run != run.Id && click.Message is not null);
        // Two pressed Begin at once, and the other was faster: that run has the card, and this draft expires by itself.
        if (taken) return new Reply { Words = Words.For(click.Culture)["Message_AlreadyDone"] };

        var scene = await guide.FollowAsync(click.Turn, record.State, click.Place.Conversation, run, form, click.Culture, cancellationToken);
        var step = New(click, run, PostKind.Step) with { Holds = scene.Holds };
        if (clicked is not null) record.Forgotten.Add(clicked);
        record.Posts.Add(New(click, run, PostKind.Progress) with { Activity = click.Message });
        record.Posts.Add(step);
        var progress = ProgressCard.For(run, click.Culture);
        var reply = new Reply { Card = progress };
        reply.New.Add((step, scene.Card!));
        if (click.Message is { } message) reply.Changed.Add((message, progress));
        return reply;
    }

    private async Task<Reply> BegunAsync(Click click, RunView run, TurnRecord record, CancellationToken cancellationToken)
    {
        // Somebody else pressed the same: that run has its cards here already.
        if ((await HereAsync(click, run.Id, cancellationToken)).Count > 0) return new Reply { Words = Words.For(click.Culture)["Message_AlreadyDone"] };

        var scene = await guide.FollowAsync(click.Turn, record.State, click.Place.Conversation, run, null, click.Culture, cancellationToken);
        var progress = New(click, run, PostKind.Progress);
        var step = New(click, run, PostKind.Step) with { Holds = scene.Holds };
        record.Posts.Add(progress);
        record.Posts.Add(step);
        var reply = new Reply { Words = Words.For(click.Culture)["Message_WorkBelow"] };
        reply.New.Add((progress, ProgressCard.For(run, click.Culture)));
        reply.New.Add((step, scene.Card!));
        return reply;
    }

    private async Task<Reply> JoinedAsync(Click click, RunView run, Guid draft, DetailsForm? form, TurnRecord record, CancellationToken cancellationToken)
    {
        var drafted = await HereAsync(click, draft, cancellationToken);
        var joined = await HereAsync(click, run.Id, cancellationToken);
        record.Forgotten.AddRange(drafted);
        var scene = await guide.FollowAsync(click.Turn, record.State, click.Place.Conversation, run, form, click.Culture, cancellationToken);
        var reply = new Reply { Card = scene.Card };

        if (drafted.FirstOrDefault(p => p.Kind is PostKind.Progress) is { Activity: { } progress })
        {
            if (joined.All(p => p.Kind is not PostKind.Progress)) record.Posts.Add(New(click, run, PostKind.Progress) with { Activity = progress });
            reply.Changed.Add((progress, ProgressCard.For(run, click.Culture)));
        }

        if (joined.FirstOrDefault(p => p.Kind is PostKind.Step) is { Activity: { } old } && old != click.Message)
            reply.Changed.Add((old, OutdatedCard.For(run, click.Culture)));
        record.Posts.Add(New(click, run, PostKind.Step) with { Activity = click.Message, Holds = scene.Holds });
        return reply;
    }

    private async Task<Reply> ReceivedAsync(Click click, Post? clicked, RunView run, TurnRecord record, CancellationToken cancellationToken)
    {
        if (clicked is not { Kind: PostKind.Receipt }) return await StandsAsync(click, clicked, new Outcome.Stands(run), record, cancellationToken);
        var reply = Shows(click, clicked, Cards.ReceiptCard.For(run, click.Culture), Holds.Plain, record);
        if (Stages.Of(run) is Stage.Receipt || (await HereAsync(click, run.Id, cancellationToken)).Any(p => p is { Kind: PostKind.Step, Activity: not null })) return reply;

        var scene = await guide.FollowAsync(click.Turn, record.State, click.Place.Conversation, run, null, click.Culture, cancellationToken);
        var step = New(click, run, PostKind.Step) with { Holds = scene.Holds };
        record.Posts.Add(step);
        reply.New.Add((step, scene.Card!));
        return reply;
    }

    private async Task<Reply> InTheWayAsync(Click click, Post? clicked, Guid draft, RunView other, IReadOnlyDictionary<string, string> typed, TurnRecord record, CancellationToken cancellationToken)
    {
        var key = TypedDetails.Key(click.Place.Conversation, draft, click.Person);
        await record.State.ReadAsync([key], cancellationToken);
        await record.State.WriteAsync(new Dictionary<string, object> { [key] = typed.ToDictionary(StringComparer.Ordinal) }, cancellationToken);
        return Shows(click, clicked, OpenRunCard.For(draft, other, click.Culture), Holds.Plain, record);
    }

    private Reply Shows(Click click, Post? clicked, AdaptiveCard card, Holds holds, TurnRecord record)
    {
        Keep(click, clicked, holds, record);
        return new Reply { Card = card };
    }

    /// <summary>The message with the secret becomes the receipt; the next step gets a message of its own, later.</summary>
    private async Task<Reply> HandedOutAsync(Click click, Post clicked, CollectedSecret secret, TurnRecord record, CancellationToken cancellationToken)
    {
        record.Forgotten.AddRange((await HereAsync(click, secret.Run.Id, cancellationToken)).Where(p => p.Kind is PostKind.Receipt || p.Activity == clicked.Activity));
        record.Posts.Add(clicked with { Kind = PostKind.Receipt, Holds = Holds.Secret, Culture = click.Culture.Name, ClaimedAt = clock.GetUtcNow() });
        if (clicked.Kind is PostKind.Step) record.Posts.Add(New(click, secret.Run, PostKind.Step) with { ClaimedAt = null, Version = 0 });
        return new Reply { Card = SecretCard.For(secret, click.Culture), MayBeKept = false };
    }

    /// <summary>The channel gets both cards by the next event: its colleagues are to approve there.</summary>
    private static void Watch(Click click, RunView run, KnownChannel channel, TurnRecord record)
    {
        record.Conversations.Add((channel.Id, channel.Reference));
        foreach (var kind in (PostKind[])[PostKind.Progress, PostKind.Step])
            record.Posts.Add(new Post { Run = run.Id, Kind = kind, Conversation = channel.Id, Version = 0, Holds = Holds.Plain, Culture = click.Culture.Name });
    }

    /// <summary>A form that was shown by a click is everybody's: whoever comes next types into the same one.</summary>
    private static Reply Everybody(Click click, Reply reply, Scene scene)
    {
        if (scene.Holds is Holds.Form && click.Message is { } message) reply.Changed.Add((message, scene.Card!));
        return reply;
    }

    private void Keep(Click click, Post? post, Holds holds, TurnRecord record)
    {
        if (post is not null) record.Posts.Add(post with { Holds = holds, Culture = click.Culture.Name, ClaimedAt = clock.GetUtcNow() });
    }

    private Post New(Click click, RunView run, PostKind kind) => new()
    {
        Run = run.Id,
        Kind = kind,
        Conversation = click.Place.Conversation,
        Version = kind is PostKind.Progress ? 0 : run.Version,
        Holds = Holds.Plain,
        Culture = click.Culture.Name,
        ClaimedAt = clock.GetUtcNow(),
    };

    private async Task<List<Post>> HereAsync(Click click, Guid run, CancellationToken cancellationToken) =>
        [.. (await posts.OfRunAsync(run, cancellationToken)).Where(p => p.Conversation == click.Place.Conversation)];
}
