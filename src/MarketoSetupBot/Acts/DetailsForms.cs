using System.Globalization;
using MarketoSetupBot.Backend;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Threads;

namespace MarketoSetupBot.Acts;

/// <summary>What the details form starts with: what the run knows, else the backend's defaults; who may receive the secret; which channels may watch.</summary>
internal sealed class DetailsForms(BackendClient backend, Rosters rosters, KnownChannels channels)
{
    internal sealed record Gathered(DefaultsView Defaults, IReadOnlyList<PersonView> Recipients, IReadOnlyList<ChannelChoice> Channels);

    /// <summary>Used where the backend does not tell; it decides in the end what is allowed.</summary>
    private static readonly DefaultsView Fallback = new("Marketo Integration", "Marketo sync", 180, 730);

    public async Task<Gathered> GatherAsync(Click click, Caller caller, CancellationToken cancellationToken)
    {
        var defaults = backend.DefaultsAsync(caller, cancellationToken);
        var recipients = rosters.PeopleAsync(click, cancellationToken);
        var choices = click.Place.IsPersonal ? channels.ChoicesForAsync(click, cancellationToken) : Task.FromResult<IReadOnlyList<ChannelChoice>>([]);
        return new Gathered((await defaults).Value ?? Fallback, await recipients, await choices);
    }

    /// <summary>Where the run stands, with the form if it stands there.</summary>
    public async Task<Outcome> StandsAsync(Click click, Caller caller, Answered<RunView> answered, CancellationToken cancellationToken)
    {
        if (answered.Value is not { } run)
        {
            // The backend says where the run stands now: that is the answer to an outdated click.
            if (answered.Problem is not { Code: ProblemCodes.Stale or ProblemCodes.PlanChanged, Run: { } current }) return new Outcome.Refused(answered.Problem!);
            run = current;
        }

        if (run.State is not RunState.Draft) return new Outcome.Stands(run);
        return new Outcome.Stands(run, For(run, await GatherAsync(click, caller, cancellationToken), click));
    }

    public static DetailsForm For(RunView run, Gathered gathered, Click click) => Form(run.Id, run.Version, gathered, run.Details is { } details
        ? new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Inputs.OrganisationUrl] = details.OrganisationUrl,
            [Inputs.SyncUser] = details.SyncUser,
            [Inputs.Method] = JsonName(details.Method),
            [Inputs.AppName] = details.AppName,
            [Inputs.SecretDescription] = details.SecretDescription,
            [Inputs.SecretLifetimeDays] = details.SecretLifetimeDays.ToString(CultureInfo.InvariantCulture),
            [Inputs.RecipientId] = details.Recipient.ObjectId,
            [Inputs.ExistingClientId] = details.ExistingClientId ?? "",
        }
        : new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Inputs.Method] = JsonName(AuthenticationMethod.PasswordGrant),
            [Inputs.AppName] = gathered.Defaults.AppName,
            [Inputs.SecretDescription] = gathered.Defaults.SecretDescription,
            [Inputs.SecretLifetimeDays] = gathered.Defaults.SecretLifetimeDays.ToString(CultureInfo.InvariantCulture),
            [Inputs.RecipientId] = click.Person.ObjectId,
        });

    /// <summary>The same form with what was typed and what is wrong with it.</summary>
    public static DetailsForm Again(Click click, Guid run, Gathered gathered, IReadOnlyDictionary<string, string> typed, IReadOnlyDictionary<string, Phrase>? errors) =>
        Form(run, long.TryParse(click.Values.GetValueOrDefault(ActionData.Version), out var version) ? version : 0, gathered, typed) with
        {
            Errors = errors ?? new Dictionary<string, Phrase>(),
        };

    private static DetailsForm Form(Guid run, long version, Gathered gathered, IReadOnlyDictionary<string, string> typed) => new()
    {
        Run = run,
        Version = version,
        Typed = typed,
        Recipients = gathered.Recipients,
        Channels = gathered.Channels,
        MaximumLifetimeDays = gathered.Defaults.MaximumLifetimeDays,
    };

    private static string JsonName(AuthenticationMethod method) => method is AuthenticationMethod.PasswordGrant ? "passwordGrant" : "serverToServer";
}
