using MarketoSetupBot.Backend;
using MarketoSetupBot.Cards;

namespace MarketoSetupBot.Acts;

/// <summary>Validate: the checks on one connection; where there are several and none was named, which one.</summary>
internal sealed class Validate(BackendClient backend) : IAct
{
    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.Validate];

    public async Task<Outcome> PerformAsync(Click click, Caller caller, CancellationToken cancellationToken)
    {
        if (click.Connection is { } named) return await ValidateAsync(caller, named, cancellationToken);
        return (await backend.ValidateOnlyAsync(caller, cancellationToken)).Match<Outcome>(
            start => start.Begun is { } begun ? new Outcome.Validated(begun, caller.Token) : new Outcome.Shows(ChooseConnectionCard.For(start.Choices, click.Culture)),
            problem => new Outcome.Refused(problem));
    }

    private async Task<Outcome> ValidateAsync(Caller caller, Guid connection, CancellationToken cancellationToken) =>
        (await backend.ValidateAsync(caller, connection, cancellationToken))
            .Match<Outcome>(v => new Outcome.Validated(v, caller.Token), p => new Outcome.Refused(p));
}
