// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Dialogs as one dialog: begins with its initial one, and ends when that has ended.</summary>
[SuppressMessage("Naming", "CA1725", Justification = "The official parameter names.")]
public class ComponentDialog : DialogContainer
{
    /// <summary>Where in the stored state the stack of the dialogs inside is.</summary>
    public const string PersistedDialogState = "dialogs";

    private bool initialized;

    public ComponentDialog(string dialogId = null)
        : base(dialogId)
    {
    }

    /// <summary>Set by the first <see cref="AddDialog"/> unless set before.</summary>
    public string InitialDialogId { get; set; }

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext outerDc, object options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outerDc);
        if (options is CancellationToken) throw new ArgumentException($"{nameof(options)} cannot be a cancellation token", nameof(options));
        await EnsureInitializedAsync(outerDc).ConfigureAwait(false);
        await CheckForVersionChangeAsync(outerDc, cancellationToken).ConfigureAwait(false);
        var innerDc = CreateChildContext(outerDc);
        var turn = await OnBeginDialogAsync(innerDc, options, cancellationToken).ConfigureAwait(false);
        return await LeaveAsync(outerDc, turn, cancellationToken).ConfigureAwait(false);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext outerDc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outerDc);
        await EnsureInitializedAsync(outerDc).ConfigureAwait(false);
        await CheckForVersionChangeAsync(outerDc, cancellationToken).ConfigureAwait(false);
        var innerDc = CreateChildContext(outerDc);
        var turn = await OnContinueDialogAsync(innerDc, cancellationToken).ConfigureAwait(false);
        return await LeaveAsync(outerDc, turn, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A dialog that was put on the outer stack above this one has ended: ask again.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext outerDc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outerDc);
        if (result is CancellationToken) throw new ArgumentException($"{nameof(result)} cannot be a cancellation token", nameof(result));
        await EnsureInitializedAsync(outerDc).ConfigureAwait(false);
        await CheckForVersionChangeAsync(outerDc, cancellationToken).ConfigureAwait(false);
        await RepromptDialogAsync(outerDc.Context, outerDc.ActiveDialog, cancellationToken).ConfigureAwait(false);
        return EndOfTurn;
    }

    public override async Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(instance);
        await Inside(turnContext, instance).RepromptDialogAsync(cancellationToken).ConfigureAwait(false);
        await OnRepromptDialogAsync(turnContext, instance, cancellationToken).ConfigureAwait(false);
    }

    public override async Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(instance);
        if (reason == DialogReason.CancelCalled)
            await Inside(turnContext, instance).CancelAllDialogsAsync(cancellationToken).ConfigureAwait(false);
        await OnEndDialogAsync(turnContext, instance, reason, cancellationToken).ConfigureAwait(false);
    }

    public ComponentDialog AddDialog(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        Dialogs.Add(dialog);
        InitialDialogId ??= dialog.Id;
        return this;
    }

    public override DialogContext CreateChildContext(DialogContext dc)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return new DialogContext(Dialogs, dc, StackOf(dc.ActiveDialog));
    }

    protected async Task EnsureInitializedAsync(DialogContext outerDc)
    {
        if (initialized) return;
        initialized = true;
        await OnInitializeAsync(outerDc).ConfigureAwait(false);
    }

    /// <summary>Called once per object, before its first turn.</summary>
    protected virtual Task OnInitializeAsync(DialogContext dc)
    {
        InitialDialogId ??= Dialogs.GetDialogs().FirstOrDefault()?.Id;
        return Task.CompletedTask;
    }

    protected virtual Task<DialogTurnResult> OnBeginDialogAsync(DialogContext innerDc, object options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(innerDc);
        return innerDc.BeginDialogAsync(InitialDialogId, options, cancellationToken);
    }

    protected virtual Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(innerDc);
        return innerDc.ContinueDialogAsync(cancellationToken);
    }

    protected virtual Task OnEndDialogAsync(ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) => Task.CompletedTask;

    protected virtual Task OnRepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) => Task.CompletedTask;

    protected virtual Task<DialogTurnResult> EndComponentAsync(DialogContext outerDc, object result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outerDc);
        return outerDc.EndDialogAsync(result, cancellationToken);
    }

    private static DialogState StackOf(DialogInstance instance)
    {
        if (instance.State.Recall<DialogState>(PersistedDialogState) is { } stack) return stack;
        instance.State[PersistedDialogState] = stack = new DialogState();
        return stack;
    }

    private async Task<DialogTurnResult> LeaveAsync(DialogContext outerDc, DialogTurnResult turn, CancellationToken cancellationToken) =>
        turn.Status == DialogTurnStatus.Waiting
            ? EndOfTurn
            : await EndComponentAsync(outerDc, turn.Result, cancellationToken).ConfigureAwait(false);

    private DialogContext Inside(ITurnContext turnContext, DialogInstance instance) => new(Dialogs, turnContext, StackOf(instance));
}
