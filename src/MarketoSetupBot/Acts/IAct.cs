using MarketoSetupBot.Backend;

namespace MarketoSetupBot.Acts;

/// <summary>What a button does. It speaks to the backend in the person's name and says what came of it; it shows nothing and saves nothing.</summary>
internal interface IAct
{
    IReadOnlyCollection<string> Verbs { get; }

    Task<Outcome> PerformAsync(Click click, Caller caller, CancellationToken cancellationToken);
}
