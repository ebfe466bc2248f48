using System.Globalization;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Steps;

/// <summary>What a step says when Graph does not do as asked: wait and look again, or give up, and why.</summary>
internal sealed class Patience(TimeProvider time)
{
    /// <summary>Shorter than this, a clock time would say nothing: it shows minutes.</summary>
    public static readonly TimeSpan Shortly = TimeSpan.FromMinutes(1);

    /// <summary>How long Entra may take to show everywhere what was just written, and how long an outage is sat out.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>For a 429 that does not say how long.</summary>
    private static readonly TimeSpan ThrottlingPause = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(2), LongestPause = TimeSpan.FromSeconds(30);

    public StepResult Tell(Trouble trouble, StepContext context) => trouble.Kind switch
    {
        // The permission to write applications was proven by the write just before: Entra refuses only because the new object
        // has not arrived where it looks.
        TroubleKind.Forbidden when trouble.Permission == GraphPermissions.Applications && IsYoung(context) => NotYetThere(context),
        TroubleKind.Forbidden => StepResult.Failed(new Phrase(PhraseCodes.FailedPermissionMissing, ("permission", trouble.Permission))),
        TroubleKind.Absent when IsYoung(context) => NotYetThere(context),
        TroubleKind.Absent => StepResult.Failed(new Phrase(PhraseCodes.FailedAppGone)),
        // Somebody, or an earlier attempt of ours, was faster: the next look finds it.
        TroubleKind.Conflict => NotYetThere(context),
        // Nothing left this house: the engine sees the order itself at its next look, and waits for as long as it stands.
        TroubleKind.Halted => StepResult.Waiting(new Phrase(PhraseCodes.Done), time.GetUtcNow()),
        TroubleKind.NotOurs => StepResult.Failed(new Phrase(PhraseCodes.TargetNotOurs)),
        TroubleKind.Throttled => Wait(PhraseCodes.WaitingForThrottling, trouble.RetryAfter ?? ThrottlingPause, context),
        TroubleKind.Outage => Wait(PhraseCodes.WaitingForOutage, trouble.RetryAfter ?? Pause(context), context),
        _ => StepResult.Failed(new Phrase(PhraseCodes.FailedRefusedByEntra, ("code", trouble.Code))),
    };

    /// <summary>The removal of a secret was not answered, or refused to the backend.</summary>
    public StepResult Unavailable(StepContext context, TenantUnavailableException e) => e switch
    {
        { KeptIn: true } => StepResult.Failed(new Phrase(PhraseCodes.TargetNotOurs)),
        { MissingPermission: { } permission } => StepResult.Failed(new Phrase(PhraseCodes.FailedPermissionMissing, ("permission", permission))),
        _ => Wait(PhraseCodes.WaitingForOutage, e.RetryAfter ?? Pause(context), context),
    };

    /// <summary>What was just written is not visible yet.</summary>
    /// <param name="wrote">By this very call.</param>
    public StepResult NotYetThere(StepContext context, bool wrote = false) => Wait(PhraseCodes.WaitingForReplication, Pause(context), context, wrote);

    /// <summary>True while a miss may mean that the object is new rather than gone.</summary>
    public bool IsYoung(StepContext context) => context.LastWroteAt is { } wrote && time.GetUtcNow() - wrote < Limit;

    /// <summary>Whether one more look fits into the time that a step has.</summary>
    public bool LooksAgain(StepContext context) => time.GetUtcNow() + Pause(context) - context.StepStartedAt <= Limit;

    private StepResult Wait(string code, TimeSpan pause, StepContext context, bool wrote = false)
    {
        var now = time.GetUtcNow();
        if (now - context.StepStartedAt >= Limit) return StepResult.Failed(new Phrase(PhraseCodes.FailedTimedOut));
        return StepResult.Waiting(new Phrase(code, ("until", pause < Shortly ? Phrase.Soon : Instant(now + pause))), now + pause, wrote);
    }

    /// <summary>Grows with the time waited so far, so that the tries are spread without a counter.</summary>
    private TimeSpan Pause(StepContext context)
    {
        var waited = time.GetUtcNow() - context.StepStartedAt;
        var pause = waited < ShortestPause ? ShortestPause : waited > LongestPause ? LongestPause : waited;
        return pause * Jitter.For(context.RunId, (int)waited.TotalSeconds);
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
