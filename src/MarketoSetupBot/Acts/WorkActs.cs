using MarketoSetupBot.Backend;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Acts;

/// <summary>Undo and Fix: each opens a run of its own, whose plan somebody approves before anything is written.</summary>
internal sealed class WorkActs(BackendClient backend) : IAct
{
    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.Undo, Cards.Verbs.Fix];

    public async Task<Outcome> PerformAsync(Click click, Caller caller, CancellationToken cancellationToken)
    {
        var opened = click switch
        {
            { Verb: Cards.Verbs.Undo, Run: { } setup } => await backend.UndoAsync(caller, setup, cancellationToken),
            { Verb: Cards.Verbs.Fix, Connection: { } connection } =>
                await backend.RepairAsync(caller, connection, click.Values.GetValueOrDefault(ActionData.Repair, ""), cancellationToken),
            _ => Answered<RunView>.Refused(Problems.BadRequest),
        };
        return opened.Match<Outcome>(run => new Outcome.Begun(run), p => new Outcome.Refused(p));
    }
}
