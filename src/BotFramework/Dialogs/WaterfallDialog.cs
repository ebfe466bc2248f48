// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Globalization;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Steps, one after the other; a message goes on to the next. Other activities wait: they are nobody's answer.</summary>
public class WaterfallDialog : Dialog
{
    private const string PersistedOptions = "options";
    private const string StepIndex = "stepIndex";
    private const string PersistedValues = "values";
    private const string PersistedInstanceId = "instanceId";
    private readonly List<WaterfallStep> steps;

    public WaterfallDialog(string dialogId, IEnumerable<WaterfallStep> actions = null)
        : base(dialogId) => steps = actions is null ? [] : [.. actions];

    /// <summary>Changes when a step is added, removed or renamed.</summary>
    public override string GetVersion() => $"{Id}:{steps.Count}";

    public WaterfallDialog AddStep(WaterfallStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        steps.Add(step);
        return this;
    }

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (options is CancellationToken) throw new ArgumentException($"{nameof(options)} cannot be a cancellation token", nameof(options));
        var state = dc.ActiveDialog.State;
        var instance = Guid.NewGuid().ToString();
        state[PersistedOptions] = options;
        state[PersistedValues] = new Dictionary<string, object>();
        state[PersistedInstanceId] = instance;
        Track("WaterfallStart", instance);
        TelemetryClient.TrackDialogView(Id);
        return await RunStepAsync(dc, 0, DialogReason.BeginCalled, null, cancellationToken).ConfigureAwait(false);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return dc.Context.Activity.Type == ActivityTypes.Message
            ? await ResumeDialogAsync(dc, DialogReason.ContinueCalled, dc.Context.Activity.Text, cancellationToken).ConfigureAwait(false)
            : EndOfTurn;
    }

    public override Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var index = Convert.ToInt32(dc.ActiveDialog.State[StepIndex], CultureInfo.InvariantCulture);
        return RunStepAsync(dc, index + 1, reason, result, cancellationToken);
    }

    public override Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var instanceId = instance.State.TryGetValue(PersistedInstanceId, out var value) ? value as string : null;
        if (reason == DialogReason.CancelCalled && instance.State.TryGetValue(StepIndex, out var index))
            Track("WaterfallCancel", instanceId, WaterfallStepName(Convert.ToInt32(index, CultureInfo.InvariantCulture)));
        if (reason == DialogReason.EndCalled) Track("WaterfallComplete", instanceId);
        return Task.CompletedTask;
    }

    /// <summary>Around every step.</summary>
    protected virtual Task<DialogTurnResult> OnStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stepContext);
        if (TelemetryClient is not NullBotTelemetryClient)
            Track("WaterfallStep", stepContext.ActiveDialog.State.TryGetValue(PersistedInstanceId, out var instance) ? instance as string : null, WaterfallStepName(stepContext.Index));
        return steps[stepContext.Index](stepContext, cancellationToken);
    }

    /// <summary>Runs a step; past the last one the waterfall ends with <paramref name="result"/>.</summary>
    protected async Task<DialogTurnResult> RunStepAsync(DialogContext dc, int index, DialogReason reason, object result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (index >= steps.Count) return await dc.EndDialogAsync(result, cancellationToken).ConfigureAwait(false);
        var state = dc.ActiveDialog.State;
        state[StepIndex] = index;
        state.TryGetValue(PersistedOptions, out var options);
        var values = state.Recall<IDictionary<string, object>>(PersistedValues);
        var stepContext = new WaterfallStepContext(this, dc, options, values, index, reason, result);
        return await OnStepAsync(stepContext, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A name for a step, in telemetry.</summary>
    private string WaterfallStepName(int index)
    {
        var name = steps[index].Method.Name;
        return name.Contains('<', StringComparison.Ordinal) ? $"Step{index + 1}of{steps.Count}" : name;
    }

    private void Track(string eventName, string instanceId, string stepName = null)
    {
        if (TelemetryClient is NullBotTelemetryClient) return;
        var properties = new Dictionary<string, string> { ["DialogId"] = Id, ["InstanceId"] = instanceId };
        if (stepName is not null) properties["StepName"] = stepName;
        TelemetryClient.TrackEvent(eventName, properties);
    }
}
