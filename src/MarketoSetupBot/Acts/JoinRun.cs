using MarketoSetupBot.Backend;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Acts;

/// <summary>Join: the open run goes on here, the draft that met it ends.</summary>
internal sealed class JoinRun(BackendClient backend, DetailsForms forms) : IAct
{
    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.Join];

    public async Task<Outcome> PerformAsync(Click click, Caller caller, CancellationToken cancellationToken)
    {
        if (click is not { Run: { } draft, Other: { } other }) return new Outcome.Refused(Problems.BadRequest);
        var stands = await forms.StandsAsync(click, caller, await backend.ReadRunAsync(caller.Token, other, cancellationToken), cancellationToken);
        if (stands is not Outcome.Stands(var run, var form)) return stands;

        // Whether the draft could be cancelled changes nothing here: it wrote nothing and expires by itself.
        await backend.MoveAsync(caller, Routes.Cancel, draft, cancellationToken);
        return new Outcome.Joined(run, draft, form);
    }
}
