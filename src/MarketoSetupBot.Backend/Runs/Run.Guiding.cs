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

    public Refusal? FinishMarketoAct(StepKey act, PersonView by, DateTimeOffset now)
    {
        if (State is not RunState.Guiding || MarketoAct != act)
            return Refusal.Stale;
        Set(act, StepState.Succeeded, new Phrase(PhraseCodes.ReportedBy, ("by", by.Name)), now);
        // Whoever goes on from the validation says that every check is green.
        if (act is StepKey.ValidateSyncSetup)
            Red = [];
        if (act == MarketoActs[^1])
            End(RunState.Completed, now);
        else
            Guide(MarketoActs[Array.IndexOf(MarketoActs, act) + 1], now);
        return null;
    }

    public Refusal? BackFromMarketoAct(StepKey act, DateTimeOffset now)
    {
        if (State is not RunState.Guiding || MarketoAct != act || act == MarketoActs[0])
            return Refusal.Stale;
        Set(act, StepState.Pending, null, now);
        Guide(MarketoActs[Array.IndexOf(MarketoActs, act) - 1], now);
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
