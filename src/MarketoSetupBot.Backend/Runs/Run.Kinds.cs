using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>What kind of run this is, and which steps it has. The list is taken when the run begins and kept with it: a newer version runs what it finds.</summary>
public sealed partial class Run
{
    private static StepKey[] SetupSteps => [StepKey.Details, StepKey.Plan, StepKey.Approve, .. EntraSteps, StepKey.Secret, .. MarketoActs];

    private static readonly StepKey[] UndoSteps =
    [
        StepKey.Plan, StepKey.Approve, StepKey.RemoveSecrets, StepKey.RemoveConsent, StepKey.RemovePolicy, StepKey.RestoreValues,
        StepKey.RemoveServicePrincipal, StepKey.RemoveApplication,
    ];

    /// <summary>The steps in the order they run. Null: a run from before lists were kept, whose rows in the order of the guide are the list.</summary>
    public IReadOnlyList<StepKey>? StepList { get; private set; }

    /// <summary>The setup that this run takes back.</summary>
    public Guid? Undoes { get; private set; }

    /// <summary>The repair code of what this run puts right.</summary>
    public string? Repair { get; private set; }

    /// <summary>Undo or repair: there is nothing to type, to collect or to do in Marketo.</summary>
    public bool IsWork => Kind is RunKind.Undo or RunKind.Repair;

    public IEnumerable<RunStep> StepsInOrder()
        => StepList is { } list ? list.Select(Step) : Steps.OrderBy(s => s.Key);

    /// <summary>True when something was written to Entra, or may have been, that an undo could take back.</summary>
    public bool WroteToEntra()
        => Kind is RunKind.Setup && (Issued > 0 || EngineSteps().Any(s => s.Wrote || s.State is StepState.Running or StepState.Waiting or StepState.Failed));

    /// <summary>Every step that no person takes.</summary>
    private IEnumerable<RunStep> EngineSteps()
        => StepsInOrder().Where(s => s.Key is not (StepKey.Details or StepKey.Plan or StepKey.Approve or StepKey.Secret) && s.Key < StepKey.DisableSync);

    public static Run OpenUndo(Run setup, PersonView requester, DateTimeOffset now)
    {
        var run = OpenWork(RunKind.Undo, setup.ConnectionId!.Value, setup.Details!, requester, UndoSteps, now);
        run.Undoes = setup.Id;
        return run;
    }

    /// <param name="steps">What the repair does, in the order it runs.</param>
    public static Run OpenRepair(string repair, IEnumerable<StepKey> steps, Guid connectionId, DetailsView details, PersonView requester, DateTimeOffset now)
    {
        var run = OpenWork(RunKind.Repair, connectionId, details, requester, [StepKey.Plan, StepKey.Approve, .. steps, StepKey.Recheck], now);
        run.Repair = repair;
        return run;
    }

    /// <summary>Every step is over: an undo or a repair is done then.</summary>
    public void Finish(DateTimeOffset now)
    {
        NothingChanged = EngineSteps().All(s => !s.Wrote);
        // What the repair was for is told in the thread, as it was read again.
        if (Kind is RunKind.Repair && Step(StepKey.Recheck).Says is { } found)
            Tell(found, now);
        End(RunState.Completed, now);
    }

    /// <summary>Steps for which the plan has nothing are over before they begin; a plan that is made anew may have something for them.</summary>
    private void FitToPlan(PlanView plan, DateTimeOffset now)
    {
        foreach (var step in EngineSteps().Where(s => s.Key is not StepKey.Recheck))
        {
            var isNeeded = plan.Items.Any(i => i.Step == step.Key);
            if (!isNeeded)
                Set(step.Key, StepState.Skipped, new Phrase(PhraseCodes.NothingToChange), now);
            else if (step.State is StepState.Skipped)
                Set(step.Key, StepState.Pending, null, now);
        }
    }

    /// <summary>Everything is as it should be: nothing to approve.</summary>
    private void SkipAll(DateTimeOffset now)
    {
        Set(StepKey.Plan, StepState.Succeeded, new Phrase(PhraseCodes.NothingToChange), now);
        foreach (var step in StepsInOrder().Where(s => s.Key is not StepKey.Plan))
            Set(step.Key, StepState.Skipped, new Phrase(PhraseCodes.NothingToChange), now);
        NothingChanged = true;
        End(RunState.Completed, now);
    }

    private static Run OpenWork(RunKind kind, Guid connectionId, DetailsView details, PersonView requester, StepKey[] steps, DateTimeOffset now)
    {
        var run = new Run
        {
            Id = Guid.CreateVersion7(now),
            Requester = requester,
            RequesterId = requester.ObjectId,
            OpenedAt = now,
            ChangedAt = now,
            Kind = kind,
            State = RunState.Planning,
            DueAt = now,
            Details = details,
            ConnectionId = connectionId,
            OpenConnectionId = connectionId,
        };
        run.Take(steps);
        run.Set(StepKey.Plan, StepState.Running, null, now);
        return run;
    }

    private void Take(StepKey[] steps)
    {
        StepList = steps;
        foreach (var key in steps)
            Steps.Add(new RunStep { RunId = Id, Key = key });
    }

    private bool Has(StepKey key) => Steps.Exists(s => s.Key == key);
}
