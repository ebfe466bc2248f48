// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace Microsoft.Bot.Builder.Dialogs;

public static class DialogExtensions
{
    /// <summary>Continues what is on the stack, or begins <paramref name="dialog"/> when nothing is.</summary>
    /// <param name="accessor">Where the stack is stored; saving the state is the caller's part.</param>
    /// <exception cref="AggregateException">Dealing with an exception has thrown another one; both are in it.</exception>
    public static async Task RunAsync(this Dialog dialog, ITurnContext turnContext, IStatePropertyAccessor<DialogState> accessor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(accessor);
        var telemetry = turnContext.TurnState.Get<IBotTelemetryClient>() ?? dialog.TelemetryClient;
        var dialogs = new DialogSet(accessor) { TelemetryClient = telemetry }.Add(dialog);
        var dc = await dialogs.CreateContextAsync(turnContext, cancellationToken).ConfigureAwait(false);
        await RunAsync(dc, dialog.Id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs the turn, and again after a dialog has dealt with its exception, until it ends without one.</summary>
    internal static async Task<DialogTurnResult> RunAsync(DialogContext dc, string dialogId, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var result = await dc.ContinueDialogAsync(cancellationToken).ConfigureAwait(false);
                return result.Status == DialogTurnStatus.Empty ? await dc.BeginDialogAsync(dialogId, null, cancellationToken).ConfigureAwait(false) : result;
            }
            catch (Exception exception)
            {
                if (!await IsDealtWithAsync(dc, exception, cancellationToken).ConfigureAwait(false)) throw;
            }
        }
    }

    private static async Task<bool> IsDealtWithAsync(DialogContext dc, Exception exception, CancellationToken cancellationToken)
    {
        try
        {
            return await dc.EmitEventAsync(DialogEvents.Error, exception, bubble: true, fromLeaf: true, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception another)
        {
            throw new AggregateException(exception, another);
        }
    }
}
