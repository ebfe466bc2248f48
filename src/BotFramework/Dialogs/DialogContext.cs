// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog set in one turn: begins, continues and ends dialogs on its stack.</summary>
public class DialogContext
{
    public DialogContext(DialogSet dialogs, DialogContext parentDialogContext, DialogState state)
        : this(dialogs, parentDialogContext?.Context ?? throw new ArgumentNullException(nameof(parentDialogContext)), state, parentDialogContext.Services) =>
        Parent = parentDialogContext;

    public DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
        : this(dialogs, turnContext, state, [])
    {
    }

    private DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state, TurnContextStateCollection services)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(state);
        Dialogs = dialogs;
        Context = turnContext;
        Stack = state.DialogStack ??= [];
        Services = services;
    }

    public DialogSet Dialogs { get; }

    public ITurnContext Context { get; }

    /// <summary>The active dialog comes first.</summary>
    public List<DialogInstance> Stack { get; }

    public DialogContext Parent { get; set; }

    /// <summary>What dialogs of this turn share without storing it.</summary>
    public TurnContextStateCollection Services { get; }

    public DialogInstance ActiveDialog => Stack.Count > 0 ? Stack[0] : null;

    /// <summary>The context within the active dialog, if that holds dialogs itself.</summary>
    public DialogContext Child =>
        ActiveDialog is { } active && FindDialog(active.Id) is DialogContainer container ? container.CreateChildContext(this) : null;

    /// <exception cref="ArgumentException">No dialog of this id here or in any parent.</exception>
    public async Task<DialogTurnResult> BeginDialogAsync(string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        if (options is CancellationToken) throw new ArgumentException($"{nameof(options)} cannot be a cancellation token", nameof(options));
        Argument.MustSay(dialogId);
        var dialog = FindDialog(dialogId) ?? throw new ArgumentException(
            $"DialogContext.BeginDialogAsync(): A dialog with an id of '{dialogId}' wasn't found. The dialog must be included in the current or parent DialogSet. If a container dialog is being used, ensure the dialog is added to it.", nameof(dialogId));
        Stack.Insert(0, new DialogInstance { Id = dialogId, State = new Dictionary<string, object>() });
        return await dialog.BeginDialogAsync(this, options, cancellationToken).ConfigureAwait(false);
    }

    public Task<DialogTurnResult> PromptAsync(string dialogId, PromptOptions options, CancellationToken cancellationToken = default)
    {
        Argument.MustSay(dialogId);
        ArgumentNullException.ThrowIfNull(options);
        return BeginDialogAsync(dialogId, options, cancellationToken);
    }

    /// <returns>Empty when no dialog is active.</returns>
    public async Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default) =>
        ActiveDialog is null
            ? new DialogTurnResult(DialogTurnStatus.Empty)
            : await ActiveOne(nameof(ContinueDialogAsync)).ContinueDialogAsync(this, cancellationToken).ConfigureAwait(false);

    /// <summary>Ends the active dialog and hands its result to the one below.</summary>
    public async Task<DialogTurnResult> EndDialogAsync(object result = null, CancellationToken cancellationToken = default)
    {
        if (result is CancellationToken) throw new ArgumentException($"{nameof(result)} cannot be a cancellation token", nameof(result));
        await LeaveActiveAsync(DialogReason.EndCalled, cancellationToken).ConfigureAwait(false);
        return ActiveDialog is null
            ? new DialogTurnResult(DialogTurnStatus.Complete, result)
            : await ActiveOne(nameof(EndDialogAsync)).ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken).ConfigureAwait(false);
    }

    public Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default) =>
        CancelAllDialogsAsync(cancelParents: false, cancellationToken: cancellationToken);

    /// <summary>Takes every dialog off the stack. A dialog that deals with the event stops the cancelling above it.</summary>
    public async Task<DialogTurnResult> CancelAllDialogsAsync(bool cancelParents, string eventName = null, object eventValue = null, CancellationToken cancellationToken = default)
    {
        if (eventValue is CancellationToken) throw new ArgumentException($"{nameof(eventValue)} cannot be a cancellation token", nameof(eventValue));
        if (Stack.Count == 0 && Parent is null) return new DialogTurnResult(DialogTurnStatus.Empty);
        var notify = false;
        for (var dc = this; dc is not null; dc = cancelParents ? dc.Parent : null)
        {
            while (dc.Stack.Count > 0)
            {
                // The dialog that asked for the cancelling knows already.
                if (notify && await dc.EmitEventAsync(eventName ?? DialogEvents.CancelDialog, eventValue, bubble: false, fromLeaf: false, cancellationToken).ConfigureAwait(false))
                    return new DialogTurnResult(DialogTurnStatus.Cancelled);
                notify = true;
                await dc.LeaveActiveAsync(DialogReason.CancelCalled, cancellationToken).ConfigureAwait(false);
            }
        }

        return new DialogTurnResult(DialogTurnStatus.Cancelled);
    }

    public async Task<DialogTurnResult> ReplaceDialogAsync(string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        if (options is CancellationToken) throw new ArgumentException($"{nameof(options)} cannot be a cancellation token", nameof(options));
        await LeaveActiveAsync(DialogReason.ReplaceCalled, cancellationToken).ConfigureAwait(false);
        return await BeginDialogAsync(dialogId, options, cancellationToken).ConfigureAwait(false);
    }

    public async Task RepromptDialogAsync(CancellationToken cancellationToken = default)
    {
        if (ActiveDialog is null) return;
        if (await EmitEventAsync(DialogEvents.RepromptDialog, bubble: false, fromLeaf: false, cancellationToken: cancellationToken).ConfigureAwait(false)) return;
        await ActiveOne(nameof(RepromptDialogAsync)).RepromptDialogAsync(Context, ActiveDialog, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>The dialog here, in the container that is active above, or in a parent; null if there is none.</returns>
    public Dialog FindDialog(string dialogId) => Dialogs.Find(dialogId) ?? Container?.FindDialog(dialogId) ?? Parent?.FindDialog(dialogId);

    /// <summary>Tells the active dialog, and those that began it, what happened.</summary>
    /// <param name="fromLeaf">Whether to begin with the innermost active dialog.</param>
    /// <returns>Whether one of them dealt with it.</returns>
    public async Task<bool> EmitEventAsync(string name, object value = null, bool bubble = true, bool fromLeaf = false, CancellationToken cancellationToken = default)
    {
        Argument.MustSay(name);
        var dc = this;
        if (fromLeaf)
            while (dc.Child is { } child)
                dc = child;
        return dc.ActiveDialog is { } active
            && dc.FindDialog(active.Id) is { } dialog
            && await dialog.OnDialogEventAsync(dc, new DialogEvent { Bubble = bubble, Name = name, Value = value }, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>The locale of the turn or of its activity; that of the thread where they have none, or one that does not exist.</returns>
    public string GetLocale()
    {
        try
        {
            if (((Context as TurnContext)?.Locale ?? Context.Activity.Locale) is { Length: > 0 } locale && CultureInfo.GetCultureInfo(locale) is not null)
                return locale;
        }
        catch (CultureNotFoundException)
        {
            // The thread's, then.
        }

        return CultureInfo.CurrentCulture.Name;
    }

    // It may know dialogs that it did not put into the set.
    private DialogContainer Container =>
        Parent?.ActiveDialog is { Id: { Length: > 0 } id } ? Parent.Dialogs.Find(id) as DialogContainer : null;

    private Dialog ActiveOne(string caller) =>
        FindDialog(ActiveDialog.Id) ?? throw new InvalidOperationException($"DialogContext.{caller}(): Can't continue dialog. A dialog with an id of '{ActiveDialog.Id}' wasn't found.");

    private async Task LeaveActiveAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is not { } instance) return;
        if (FindDialog(instance.Id) is { } dialog) await dialog.EndDialogAsync(Context, instance, reason, cancellationToken).ConfigureAwait(false);
        Stack.RemoveAt(0);
    }
}
