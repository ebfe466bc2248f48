using System.Globalization;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>The acts that only a person can do in Marketo.</summary>
public sealed partial class Run
{
    private static readonly StepKey[] MarketoActs =
        [StepKey.DisableSync, StepKey.EditCredentials, StepKey.Save, StepKey.ValidateSyncSetup, StepKey.Close, StepKey.EnableSync];

    public StepKey? MarketoAct { get; private set; }
    public IReadOnlyList<MarketoCheck> Red { get; private set; } = [];

    public Refusal? FinishMarketoAct(StepKey act, PersonView by, TimeSpan settleTime, DateTimeOffset now)
    {
        if (State is not RunState.Guiding || MarketoAct != act || act is StepKey.Settle)
            return Refusal.Stale;
        Set(act, StepState.Succeeded, new Phrase(PhraseCodes.ReportedBy, ("by", by.Name)), now);
        // Whoever goes on from the validation says that every check is green.
        if (act is StepKey.ValidateSyncSetup)
            Red = [];
        if (act is StepKey.SwitchMethod)
            Settle(settleTime, now);
        else if (act == Acts[^1])
            End(RunState.Completed, now);
        else
            Guide(Acts[Array.IndexOf(Acts, act) + 1], now);
        return null;
    }

    public Refusal? BackFromMarketoAct(StepKey act, DateTimeOffset now)
    {
        if (State is not RunState.Guiding || MarketoAct != act || act == Acts[0] || act is StepKey.Settle)
            return Refusal.Stale;
        Set(act, StepState.Pending, null, now);
        Guide(Acts[Array.IndexOf(Acts, act) - 1], now);
        return null;
    }

    public Refusal? ReportRedChecks(IReadOnlyList<MarketoCheck> red, DateTimeOffset now)
    {
        if (State is not RunState.Guiding || MarketoAct is not StepKey.ValidateSyncSetup)
            return Refusal.Stale;
        if (red.Any(c => !Enum.IsDefined(c)))
            return new Refusal(400, ProblemCodes.BadRequest);
        Red = [.. red.Distinct().Order()];
        var numbers = string.Join(", ", Red.Select(c => ((int)c).ToString(CultureInfo.InvariantCulture)));
        Set(StepKey.ValidateSyncSetup, StepState.Running, Red.Count > 0 ? new Phrase(PhraseCodes.RedChecks, ("checks", numbers)) : null, now);
        return null;
    }

    /// <summary>Marketo has settled: the sync may be enabled.</summary>
    public bool EndSettling(DateTimeOffset now)
    {
        if (State is not RunState.Guiding || MarketoAct is not StepKey.Settle || !(DueAt <= now))
            return false;
        Set(StepKey.Settle, StepState.Succeeded, new Phrase(PhraseCodes.MarketoSettled), now);
        Guide(StepKey.EnableSync, now);
        Tell(new Phrase(PhraseCodes.MarketoReady, ("requester", Requester.Name), ("requesterId", RequesterId)), now);
        return true;
    }

    /// <summary>Adobe: after Switch, wait before Enable Sync. A person cannot shorten it, and a restart does not begin it anew.</summary>
    private void Settle(TimeSpan time, DateTimeOffset now)
    {
        Guide(StepKey.Settle, now);
        DueAt = now + time;
        Set(StepKey.Settle, StepState.Waiting, new Phrase(PhraseCodes.MarketoSettles, ("until", Instant(DueAt.Value))), now);
    }

    private void Guide(StepKey act, DateTimeOffset now)
    {
        State = RunState.Guiding;
        MarketoAct = act;
        Set(act, StepState.Running, null, now);
        // A person works in Marketo for as long as it takes.
        DueAt = null;
    }

    /// <summary>A new secret has to be pasted: the acts from Edit Credentials on are to be done again.</summary>
    private void BackToDelivery()
    {
        if (State is not RunState.Guiding)
            return;
        State = RunState.Delivering;
        if (MarketoAct > StepKey.EditCredentials)
            MarketoAct = StepKey.EditCredentials;
        Red = [];
        foreach (var step in Steps.Where(s => s.Key >= MarketoAct))
            (step.State, step.Says) = (StepState.Pending, null);
    }
}
