using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards.Kit;

/// <summary>How a run is read on cards.</summary>
internal static class Reading
{
    public static string Organisation(this RunView run, Words words) => run.Details?.OrganisationHost ?? words["NewOrganisation"];

    /// <summary>Server to server, some acts stand under other labels in Marketo.</summary>
    public static string Name(this RunView run, StepKey step, Words words)
    {
        var name = "Step_" + step;
        return words[run.IsServerToServer() && words.Has(name + "_ServerToServer") ? name + "_ServerToServer" : name];
    }

    /// <summary>"Step 3 of 15", or nothing when the run is over.</summary>
    public static string Place(this RunView run, Words words)
    {
        if (run.Current is not { } step || !run.IsOpen)
            return "";
        var counted = run.Counted();
        return words.Plain("Footer_Step", ("n", $"{counted.TakeWhile(s => s.Key != step.Key).Count() + 1}"), ("m", $"{counted.Count}"));
    }

    public static Sheet Footer(this Sheet sheet, RunView run, Words words) => sheet.Footer(Prose.Of(run.Organisation(words)), Prose.Of(run.Place(words)));

    /// <summary>Fact about the secret's lifetime and the other details, as the plan and the end show them.</summary>
    public static IReadOnlyList<(string, Prose)> Facts(this DetailsView details, Words words) =>
    [
        (words["Label_Organisation"], Prose.Of(details.OrganisationHost)),
        (words["Label_SyncUser"], Prose.Of(details.SyncUser)),
        (words["Label_Method"], Prose.Of(words["Method_" + details.Method])),
        (words["Label_App"], Prose.Of(details.AppName)),
        (words["Label_Recipient"], Prose.Of(details.Recipient.Name)),
    ];

    public static Tone Tone(this StepState state) => state switch
    {
        StepState.Running => Kit.Tone.Working,
        StepState.Waiting => Kit.Tone.Waiting,
        StepState.Succeeded => Kit.Tone.Good,
        StepState.Failed => Kit.Tone.Bad,
        _ => Kit.Tone.Neutral,
    };

    public static Tone Tone(this RunState state) => state switch
    {
        RunState.Draft or RunState.Planning or RunState.Applying or RunState.Guiding => Kit.Tone.Working,
        RunState.Planned or RunState.Delivering => Kit.Tone.Waiting,
        RunState.Completed => Kit.Tone.Good,
        RunState.Blocked => Kit.Tone.Warning,
        RunState.Failed => Kit.Tone.Bad,
        _ => Kit.Tone.Neutral,
    };

    /// <summary>Undo or repair, rather than a setup.</summary>
    public static bool IsWork(this RunView run) => run.Kind is RunKind.Undo or RunKind.Repair;

    /// <summary>The key of the same sentence for this kind of run: a setup's stand alone, the others carry their kind in front.</summary>
    public static string Worded(this RunView run, string key) =>
        run.IsWork() && key is not ("Planning_Title" or "Planning_Text" or "Planning_Next" or "Applying_Text") ? $"{run.Kind}_{key}" : key;

    /// <summary>What the plan is about: of a repair or an undo, the organisation and the app.</summary>
    public static IReadOnlyList<(string, Prose)> Facts(this RunView run, Words words) => run switch
    {
        { Details: null } => [],
        { Kind: RunKind.Undo or RunKind.Repair, Details: var details } =>
        [
            (words["Label_Organisation"], Prose.Of(details.OrganisationHost)),
            (words["Label_App"], Prose.Of(details.AppName)),
            .. run.Repair is { } repair && words.Has("Repair_" + repair) ? [(words["Label_Repair"], Prose.Of(words["Repair_" + repair]))] : Array.Empty<(string, Prose)>(),
        ],
        { Details: var details } => details.Facts(words),
    };

    /// <summary>Done by the backend in Entra.</summary>
    public static bool IsInEntra(this StepKey step) =>
        step is >= StepKey.Application and < StepKey.Secret or > StepKey.Secret and < StepKey.DisableSync;

    public static bool IsServerToServer(this RunView run) => run.Details?.Method is AuthenticationMethod.ServerToServer;

    public static bool IsInMarketo(this StepKey step) => step >= StepKey.DisableSync;

    /// <summary>Online, a step that turns out to be not needed still counts, so that the numbers never jump. On premises the steps in Entra
    /// were never to come.</summary>
    private static IReadOnlyList<StepView> Counted(this RunView run) =>
        run.Kind is RunKind.MarketoActsOnly ? [.. run.Steps.Where(s => s.State is not StepState.Skipped)] : run.Steps;
}
