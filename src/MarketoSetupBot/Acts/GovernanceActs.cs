using MarketoSetupBot.Backend;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Acts;

/// <summary>What concerns the whole tenant rather than one run: stopping, going on, looking back.</summary>
internal sealed class GovernanceActs(BackendClient backend) : IAct
{
    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.Halt, Cards.Verbs.Lift, Cards.Verbs.Audit];

    public async Task<Outcome> PerformAsync(Click click, Caller caller, CancellationToken cancellationToken) => click.Verb switch
    {
        Cards.Verbs.Halt => Stands(click, await backend.HaltAsync(caller, click.Values.GetValueOrDefault(HaltCard.Reason), cancellationToken)),
        Cards.Verbs.Lift => Stands(click, await backend.LiftAsync(caller, cancellationToken)),
        _ => (await backend.AuditAsync(caller, cancellationToken))
            .Match<Outcome>(lines => new Outcome.ShowsOne(AuditCard.For(lines, click.Culture)), p => new Outcome.Refused(p)),
    };

    private static Outcome Stands(Click click, Answered<HaltStateView> answered) =>
        answered.Match<Outcome>(state => new Outcome.Shows(HaltCard.For(state.Halt, click.Culture)), p => new Outcome.Refused(p));
}
