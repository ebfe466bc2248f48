using MarketoSetupBot.Backend;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Threads;

namespace MarketoSetupBot.Acts;

/// <summary>The details form is sent, or sent again over a run that stood in its way.</summary>
internal sealed class SendDetails(BackendClient backend, DetailsForms forms, TypedDetails typed, KnownChannels channels) : IAct
{
    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.SendDetails, Cards.Verbs.Replace];

    public async Task<Outcome> PerformAsync(Click click, Caller caller, CancellationToken cancellationToken)
    {
        if (click.Run is not { } run) return new Outcome.Refused(Problems.BadRequest);
        var replace = click.Verb is Cards.Verbs.Replace;
        var values = replace ? await typed.FindAsync(click.Place.Conversation, run, click.Person, cancellationToken) : Typed(click);
        if (values is null)
        {
            // Somebody else's conflict, or one from long ago: the form is shown again rather than guessed.
            return await forms.StandsAsync(click, caller, await backend.ReadRunAsync(caller.Token, run, cancellationToken), cancellationToken);
        }

        var answered = await backend.SendDetailsAsync(caller, run, Request(values, replace), cancellationToken);
        return answered.Problem switch
        {
            { Code: ProblemCodes.InvalidDetails, Fields: var fields } =>
                new Outcome.Shows(DetailsCard.For(DetailsForms.Again(click, run, await forms.GatherAsync(click, caller, cancellationToken), values, fields), click.Culture), Holds.Form),
            { Code: ProblemCodes.RunAlreadyOpen, Run: { } other } => new Outcome.InTheWay(run, other, values),
            _ => await WatchedAsync(click, values, await forms.StandsAsync(click, caller, answered, cancellationToken), cancellationToken),
        };
    }

    private async Task<Outcome> WatchedAsync(Click click, IReadOnlyDictionary<string, string> values, Outcome outcome, CancellationToken cancellationToken) =>
        outcome is Outcome.Stands stands && click.Place.IsPersonal && values.GetValueOrDefault(Inputs.Channel) is { Length: > 0 } channel
            ? stands with { Watch = await channels.FindForAsync(click, channel, cancellationToken) }
            : outcome;

    /// <summary>Only the inputs: whatever else an action carries is not something a person typed.</summary>
    private static Dictionary<string, string> Typed(Click click) =>
        click.Values.Where(v => Known.Contains(v.Key)).ToDictionary(StringComparer.Ordinal);

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        Inputs.OrganisationUrl, Inputs.SyncUser, Inputs.Method, Inputs.AppName, Inputs.SecretDescription,
        Inputs.SecretLifetimeDays, Inputs.RecipientId, Inputs.ExistingClientId, Inputs.Channel,
    };

    private static DetailsRequest Request(IReadOnlyDictionary<string, string> typed, bool replace) => new()
    {
        OrganisationUrl = typed.GetValueOrDefault(Inputs.OrganisationUrl),
        SyncUser = typed.GetValueOrDefault(Inputs.SyncUser),
        Method = typed.GetValueOrDefault(Inputs.Method),
        AppName = typed.GetValueOrDefault(Inputs.AppName),
        SecretDescription = typed.GetValueOrDefault(Inputs.SecretDescription),
        SecretLifetimeDays = typed.GetValueOrDefault(Inputs.SecretLifetimeDays),
        RecipientId = typed.GetValueOrDefault(Inputs.RecipientId),
        ExistingClientId = typed.GetValueOrDefault(Inputs.ExistingClientId),
        ReplaceOpenRun = replace,
    };
}
