using MarketoSetupBot.Backend;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Acts;

/// <summary>The acts around the secret.</summary>
internal sealed class DeliveryActs(BackendClient backend) : IAct
{
    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.Collect, Cards.Verbs.Copied, Cards.Verbs.IssueAgain, Cards.Verbs.Revoke];

    public async Task<Outcome> PerformAsync(Click click, Caller caller, CancellationToken cancellationToken)
    {
        if (click.Run is not { } run) return new Outcome.Refused(Problems.BadRequest);
        if (click.Verb is Cards.Verbs.Collect)
            return (await backend.CollectAsync(caller, run, cancellationToken)).Match<Outcome>(s => new Outcome.HandedOut(s), p => NotHandedOut(click, p));

        var route = click.Verb switch
        {
            Cards.Verbs.Copied => Routes.Copied,
            Cards.Verbs.IssueAgain => Routes.IssueAgain,
            _ => Routes.Revoke,
        };
        return (await backend.MoveAsync(caller, route, run, cancellationToken)).Match<Outcome>(Received, p => new Outcome.Refused(p));
    }

    /// <summary>
    /// Teams sends a click again when it is slow, also under a new id: right after the hand-out a line must do, because a card would
    /// cover the secret on the screen. Later there is nothing to cover, and the card offers to issue it again.
    /// </summary>
    private static Outcome NotHandedOut(Click click, ProblemView problem) => problem switch
    {
        { Code: ProblemCodes.AlreadyCollected } => new Outcome.Shows(ProblemCard.For(problem, click.Culture)),
        // An administrator has to make it: the card that says how takes the place of the button that cannot work.
        { Code: ProblemCodes.SecretByHand, Run: { } run } => new Outcome.Stands(run),
        _ => new Outcome.Refused(problem),
    };

    /// <summary>Where the secret waits to be collected again, the card to collect it takes the receipt's place.</summary>
    private static Outcome Received(RunView run) =>
        run.Delivery is { State: DeliveryState.Waiting } ? new Outcome.Stands(run) : new Outcome.Received(run);
}
