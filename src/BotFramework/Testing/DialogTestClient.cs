// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Testing;

/// <summary>Talks to one dialog.</summary>
public class DialogTestClient
{
    private readonly TestAdapter testAdapter;
    private readonly Dialog targetDialog;
    private readonly object initialDialogOptions;

    public DialogTestClient(string channelId, Dialog targetDialog, object initialDialogOptions = null, IEnumerable<IMiddleware> middlewares = null, ConversationState conversationState = null)
        : this(new TestAdapter(channelId), targetDialog, initialDialogOptions, middlewares, conversationState)
    {
    }

    public DialogTestClient(TestAdapter testAdapter, Dialog targetDialog, object initialDialogOptions = null, IEnumerable<IMiddleware> middlewares = null, ConversationState conversationState = null)
    {
        ArgumentNullException.ThrowIfNull(testAdapter);
        ArgumentNullException.ThrowIfNull(targetDialog);
        this.testAdapter = testAdapter;
        this.targetDialog = targetDialog;
        this.initialDialogOptions = initialDialogOptions;
        ConversationState = conversationState ?? new ConversationState(new MemoryStorage());
        testAdapter.Use(new AutoSaveStateMiddleware(ConversationState));
        foreach (var middleware in middlewares ?? [])
            testAdapter.Use(middleware);
        DialogState = ConversationState.CreateProperty<DialogState>("DialogState");
    }

    /// <summary>Of the last turn.</summary>
    public DialogContext DialogContext { get; private set; }

    /// <summary>Of the last turn.</summary>
    public DialogTurnResult DialogTurnResult { get; private set; }

    public ConversationState ConversationState { get; }

    private IStatePropertyAccessor<DialogState> DialogState { get; }

    /// <returns>The first reply; null if there was none.</returns>
    public virtual async Task<T> SendActivityAsync<T>(string text, CancellationToken cancellationToken = default)
        where T : IActivity
    {
        await testAdapter.SendTextToBotAsync(text, OnTurnAsync, cancellationToken).ConfigureAwait(false);
        return GetNextReply<T>();
    }

    public virtual async Task<T> SendActivityAsync<T>(Activity activity, CancellationToken cancellationToken = default)
        where T : IActivity
    {
        await testAdapter.ProcessActivityAsync(activity, OnTurnAsync, cancellationToken).ConfigureAwait(false);
        return GetNextReply<T>();
    }

    /// <returns>The next reply that nobody has taken; null if there is none.</returns>
    public virtual T GetNextReply<T>()
        where T : IActivity => (T)testAdapter.GetNextReply();

    private async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var dialogs = new DialogSet(DialogState).Add(targetDialog);
        DialogContext = await dialogs.CreateContextAsync(turnContext, cancellationToken).ConfigureAwait(false);
        DialogTurnResult = await DialogContext.ContinueDialogAsync(cancellationToken).ConfigureAwait(false);
        if (DialogTurnResult.Status == DialogTurnStatus.Empty)
            DialogTurnResult = await DialogContext.BeginDialogAsync(targetDialog.Id, initialDialogOptions, cancellationToken).ConfigureAwait(false);
    }
}
