using AdaptiveCards;
using MarketoSetupBot.Backend;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Threads;

namespace MarketoSetupBot.Acts;

/// <summary>Buttons that only ask or look: they read the run in the person's name and write nothing.</summary>
internal sealed class Looks(BackendClient backend) : IAct
{
    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.AskCancel, Cards.Verbs.MarketoProblem, Cards.Verbs.MarketoLater];

    public async Task<Outcome> PerformAsync(Click click, Caller caller, CancellationToken cancellationToken)
    {
        if (click.Run is not { } id) return new Outcome.Refused(Problems.BadRequest);
        var answered = await backend.ReadRunAsync(caller.Token, id, cancellationToken);
        return answered.Match<Outcome>(run => Show(click, run), p => new Outcome.Refused(p));
    }

    private static Outcome Show(Click click, RunView run) => (click.Verb, run) switch
    {
        (Cards.Verbs.AskCancel, { IsOpen: true }) => new Outcome.Shows(AskCancelCard.For(run, click.Culture)),
        (Cards.Verbs.MarketoProblem, { State: RunState.Guiding }) => new Outcome.Shows(MarketoProblemCard.For(run, click.Culture), Holds.Form),
        (Cards.Verbs.MarketoLater, { State: RunState.Guiding }) => new Outcome.Shows(LaterCard.For(run, click.Culture)),
        _ => new Outcome.Stands(run),
    };
}
