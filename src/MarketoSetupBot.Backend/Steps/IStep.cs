using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Undo;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Steps;

/// <summary>
/// One step of the Entra part. It looks before it writes, and only then says what it did; run again after a crash it finds
/// its own earlier effect. It never waits inside: it says until when, and the engine calls again.
/// </summary>
public interface IStep
{
    StepKey Key { get; }

    /// <exception cref="Exception">A bug. Every answer of Graph, refusals and outages included, becomes a <see cref="StepResult"/>.</exception>
    Task<StepResult> RunAsync(StepContext context, CancellationToken cancellationToken);
}

/// <summary>What a step may know and change: the approved details and the connection's facts.</summary>
public sealed class StepContext(Connection connection, DetailsView details, Guid runId, DateTimeOffset stepStartedAt, DateTimeOffset? lastWroteAt, Func<CancellationToken, Task> save)
{
    public Connection Connection { get; } = connection;
    public DetailsView Details { get; } = details;
    public Guid RunId { get; } = runId;

    /// <summary>When the engine first called this step; the time limit counts from here.</summary>
    public DateTimeOffset StepStartedAt { get; } = stepStartedAt;

    /// <summary>When the last step of this run that wrote something ended, whichever it was; null if none did.</summary>
    public DateTimeOffset? LastWroteAt { get; } = lastWroteAt;

    /// <summary>What this run wrote to the tenant; of an undo, what the run that it takes back wrote. A step notes here what it is about to write, saves, writes, and settles it.</summary>
    public EffectBook Effects { get; init; } = EffectBook.Loose(runId, connection.Id);

    /// <summary>Repair code, of a repair.</summary>
    public string? Repair { get; init; }

    /// <summary>Who said that the act by hand of this step is done, and what they typed with it; null until then. To be checked, never believed.</summary>
    public HandClaim? Claim { get; init; }

    /// <summary>Commits what the step recorded on <see cref="Connection"/> so far: an intent before a write, an object id after it.</summary>
    public Task SaveAsync(CancellationToken cancellationToken) => save(cancellationToken);
}

/// <summary>How a step ended, or why it has not.</summary>
public abstract record StepResult
{
    private StepResult(Phrase says) => Says = says;

    public Phrase Says { get; }

    /// <param name="wrote">False when everything was found as it should be.</param>
    public static StepResult Succeeded(Phrase says, bool wrote) => new SucceededResult(says, wrote);

    public static StepResult Skipped(Phrase says) => new SkippedResult(says);

    /// <param name="retryAt">When to call the step again.</param>
    /// <param name="wrote">True when something was written that cannot be seen yet: the next call will only find it.</param>
    public static StepResult Waiting(Phrase says, DateTimeOffset retryAt, bool wrote = false) => new WaitingResult(says, retryAt, wrote);

    public static StepResult Failed(Phrase says) => new FailedResult(says);

    /// <summary>A person has to do it; the step is called again when one says so, and now and then without.</summary>
    public static StepResult ByHand(Phrase says, HandActView act) => new ByHandResult(says, act);

    public sealed record SucceededResult(Phrase Words, bool Wrote) : StepResult(Words);

    public sealed record SkippedResult(Phrase Words) : StepResult(Words);

    public sealed record WaitingResult(Phrase Words, DateTimeOffset RetryAt, bool Wrote) : StepResult(Words);

    public sealed record FailedResult(Phrase Words) : StepResult(Words);

    public sealed record ByHandResult(Phrase Words, HandActView Act) : StepResult(Words);
}
