using MarketoSetupBot.Backend;

namespace MarketoSetupBot.Acts;

/// <summary>Begin: a run is opened, and its details are asked for.</summary>
internal sealed class BeginRun(BackendClient backend, DetailsForms forms) : IAct
{
    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.Begin];

    public async Task<Outcome> PerformAsync(Click click, Caller caller, CancellationToken cancellationToken)
    {
        // Side by side: each is a call to somewhere else, and the person waits.
        var preparing = forms.GatherAsync(click, caller, cancellationToken);
        var opened = await backend.OpenRunAsync(caller, cancellationToken);
        var gathered = await preparing;
        return opened.Match<Outcome>(run => new Outcome.Opened(run, DetailsForms.For(run, gathered, click)), p => new Outcome.Refused(p));
    }
}
