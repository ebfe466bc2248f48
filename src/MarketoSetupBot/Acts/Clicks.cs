using MarketoSetupBot.Backend;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;
using MarketoSetupBot.SignIn;
using MarketoSetupBot.State;
using MarketoSetupBot.Threads;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MarketoSetupBot.Acts;

/// <summary>
/// A click from end to end: act in the person's name, save what it means here together with the fact that it was handled,
/// then answer. Per request, because it holds the message that is being answered until the answer is out.
/// </summary>
internal sealed partial class Clicks(
    PersonToken tokens, ActTable acts, Bookkeeping books, Sending sending, Posts posts, HandledActivities handled, TeamReading reading,
    LateResults late, TimeProvider clock, ILogger<Clicks> log)
{
    /// <summary>Teams gives up on an invoke some time after this; what is recorded goes on without it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private Post? claimed;
    private (string Conversation, string Message)? answering;

    /// <summary>An <c>Action.Execute</c>.</summary>
    public async Task<AdaptiveCardInvokeResponse> ExecuteAsync(ITurnContext turn, AdaptiveCardInvokeValue value, CancellationToken cancellationToken)
    {
        var click = ClickReading.Read(turn, value.Action?.Verb ?? "", value.Action?.Data);
        if (await handled.AnswerToAsync(ClickReading.KeyOf(turn.Activity), cancellationToken) is { } before) return Answers.Again(before, click);
        click = await ClaimAsync(click, cancellationToken);
        if (await OutdatedAsync(click, cancellationToken) is { } outdated) return Answers.To(click, outdated);

        var started = clock.GetTimestamp();
        var round = ActTable.NeedsNoPerson(click.Verb) ? new SignInRound.SignedIn("") : await tokens.AskAsync(click, value, cancellationToken);
        if (round is not SignInRound.SignedIn(var token)) return Answers.To(click, round);

        if (await PerformAsync(click, token, started) is not { } outcome) return Answers.With(Words.For(click.Culture)["Message_Working"]);
        AdaptiveCardInvokeResponse? answer = null;
        var (saved, reply) = await books.RecordAsync(click, claimed, outcome, r => Answers.Write(answer = Answers.To(click, r)), cancellationToken);
        if (saved is not Saved.Yes || reply is null) return await AnswerElsewhereAsync(click, saved, cancellationToken);
        await sending.SendAsync(turn, reply, cancellationToken);
        return answer ?? Answers.To(click, reply);
    }

    /// <summary>The same button in a client that knows only <c>Action.Submit</c>: a message, so the answer is one too, and nothing secret may be in it.</summary>
    public async Task SubmitAsync(ITurnContext turn, string verb, object data, CancellationToken cancellationToken)
    {
        var click = ClickReading.Read(turn, verb, data);
        if (await handled.AnswerToAsync(ClickReading.KeyOf(turn.Activity), cancellationToken) is not null) return;
        click = await ClaimAsync(click, cancellationToken);
        if (await OutdatedAsync(click, cancellationToken) is { } outdated)
        {
            await Sending.AnswerMessageAsync(click, outdated, cancellationToken);
            return;
        }

        var outcome = ActTable.AnswersOneAlone(verb)
            ? null
            : (ActTable.NeedsNoPerson(verb) ? "" : await tokens.FindSilentlyAsync(click, cancellationToken)) is { } token
                ? await acts.PerformAsync(click, new Caller(token, click.IdempotencyKey), CancellationToken.None)
                : new Outcome.Refused(Problems.SignInRequired);
        if (outcome is null)
        {
            await Sending.AnswerMessageAsync(click, new Reply { Words = Words.For(click.Culture)[verb is Verbs.Collect ? "Message_SecretPrivate" : "Message_AuditPrivate"] }, cancellationToken);
            return;
        }

        var (saved, reply) = await books.RecordAsync(click, claimed, outcome, _ => null, cancellationToken);
        if (saved is Saved.Stale) reply = new Reply { Words = Words.For(click.Culture)["Message_Working"] };
        if (saved is Saved.AlreadyHandled || reply is null) return;
        await Sending.AnswerMessageAsync(click, reply, cancellationToken);
        await sending.SendAsync(turn, reply, cancellationToken);
    }

    /// <summary>The answer is out: events may change that message again.</summary>
    public async Task ReleaseAsync()
    {
        if (answering is var (conversation, message)) await posts.ReleaseAsync(conversation, message, CancellationToken.None);
    }

    /// <summary>From here on the answer to this click is the next thing that message shows. In a channel it keeps the language of whoever began.</summary>
    private async Task<Click> ClaimAsync(Click click, CancellationToken cancellationToken)
    {
        if (click.Message is not { } message) return click;
        answering = (click.Place.Conversation, message);
        claimed = await posts.ClaimAsync(click.Place.Conversation, message, cancellationToken);
        if (claimed is null) return click;
        var culture = click.Place.IsPersonal ? click.Culture : Cultures.Of(claimed.Culture);

        // The message shows another run by now, or somebody else's Begin was faster: the click becomes a look at what is there.
        var isOutdated = click.Run is { } run ? run != claimed.Run && click.Other != claimed.Run : click.Verb is Verbs.Begin && claimed.Kind is PostKind.Progress;
        return isOutdated
            ? click with { Culture = culture, IsOutdated = true, Verb = Verbs.Show, Values = new Dictionary<string, string> { [ActionData.Run] = claimed.Run.ToString("D") } }
            : click with { Culture = culture };
    }

    /// <summary>Not null: the button is on a copy that no longer is the run's card here. Where the run was never shown, nothing is told of it.</summary>
    private async Task<Reply?> OutdatedAsync(Click click, CancellationToken cancellationToken)
    {
        if (claimed is not null || click.Run is not { } run || ActTable.WorksOnAnyMessage(click.Verb)) return null;
        var isShownHere = (await posts.OfRunAsync(run, cancellationToken)).Any(p => p.Conversation == click.Place.Conversation);
        return isShownHere && (await reading.RunAsync(run, cancellationToken)).Value is { } view
            ? new Reply { Card = OutdatedCard.For(view, click.Culture) }
            : new Reply { Words = Words.For(click.Culture)["Message_Outdated"] };
    }

    /// <summary>Null: it takes longer than Teams waits. The backend goes on, and the event brings the rest.</summary>
    private async Task<Outcome?> PerformAsync(Click click, string token, long started)
    {
        // Not the request's cancellation: an act that was begun is carried through, whoever hangs up.
        var performing = acts.PerformAsync(click, new Caller(token, click.IdempotencyKey), CancellationToken.None);
        // What Collect brings has nowhere else to go.
        if (click.Verb is Verbs.Collect) return await performing;
        try
        {
            var left = Patience - clock.GetElapsedTime(started);
            return await performing.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock);
        }
        catch (TimeoutException)
        {
            LogSlow(log, click.Verb, click.Run);
            late.Follow(click, claimed, performing);
            return null;
        }
    }

    private async Task<AdaptiveCardInvokeResponse> AnswerElsewhereAsync(Click click, Saved saved, CancellationToken cancellationToken) =>
        saved is Saved.AlreadyHandled
            ? Answers.Again(await handled.AnswerToAsync(ClickReading.KeyOf(click), cancellationToken) ?? "", click)
            : Answers.With(Words.For(click.Culture)["Message_Working"]);

    [LoggerMessage(LogLevel.Warning, "The act {Verb} on run {Run} took longer than Teams waits.")]
    private static partial void LogSlow(ILogger log, string verb, Guid? run);
}
