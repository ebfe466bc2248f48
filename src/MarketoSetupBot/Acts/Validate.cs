using MarketoSetupBot.Backend;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Acts;

/// <summary>Validate: the checks on one connection; where there are several and none was named, which one.</summary>
internal sealed class Validate(BackendClient backend) : IAct
{
    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.Validate];

    public async Task<Outcome> PerformAsync(Click click, Caller caller, CancellationToken cancellationToken)
    {
        if (click.Connection is { } named) return await ValidateAsync(caller, named, cancellationToken);
        var connections = await backend.ConnectionsAsync(caller, cancellationToken);
        if (connections.Problem is { } problem) return new Outcome.Refused(problem);
        // Only what was registered can be checked: neither a plan that nobody approved nor a server on premises has an app to miss.
        List<ConnectionView> registered = [.. connections.Value!.Where(c => c.ClientId is not null)];
        return registered is [var only]
            ? await ValidateAsync(caller, only.Id, cancellationToken)
            : new Outcome.Shows(ChooseConnectionCard.For(registered, click.Culture));
    }

    private async Task<Outcome> ValidateAsync(Caller caller, Guid connection, CancellationToken cancellationToken) =>
        (await backend.ValidateAsync(caller, connection, cancellationToken))
            .Match<Outcome>(v => new Outcome.Validated(v, caller.Token), p => new Outcome.Refused(p));
}
