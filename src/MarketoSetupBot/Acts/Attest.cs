using MarketoSetupBot.Backend;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Acts;

/// <summary>What nobody lets us read, an administrator may say: whether password hashes are synchronised. The checks run again with that answer.</summary>
internal sealed class Attest(BackendClient backend) : IAct
{
    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.HashSyncIsOn, Cards.Verbs.HashSyncIsOff];

    public async Task<Outcome> PerformAsync(Click click, Caller caller, CancellationToken cancellationToken)
    {
        if (click.Connection is not { } connection) return new Outcome.Refused(Problems.BadRequest);
        if (await backend.AttestHashSyncAsync(caller, connection, click.Verb is Cards.Verbs.HashSyncIsOn, cancellationToken) is { } problem)
            return new Outcome.Refused(problem);
        return (await backend.ValidateAsync(caller, connection, cancellationToken))
            .Match<Outcome>(v => new Outcome.Validated(v, caller.Token), p => new Outcome.Refused(p));
    }
}
