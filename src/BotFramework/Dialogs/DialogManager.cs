// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// Runs one root dialog per turn, with the states that <see cref="AdapterExtensions.UseBotState"/> put into the turn, and saves them.
/// Unlike the original it has no memory scopes.
/// </summary>
public class DialogManager
{
    private readonly string dialogStateProperty;
    private string rootDialogId;

    /// <param name="dialogStateProperty">The conversation state's property that holds the stack.</param>
    public DialogManager(Dialog rootDialog = null, string dialogStateProperty = null)
    {
        if (rootDialog is not null) RootDialog = rootDialog;
        this.dialogStateProperty = dialogStateProperty ?? "DialogState";
    }

    /// <summary>Taken from the turn unless set.</summary>
    public ConversationState ConversationState { get; set; }

    /// <summary>Taken from the turn unless set; saved if there is one.</summary>
    public UserState UserState { get; set; }

    /// <summary>What every turn's state is to hold.</summary>
    public TurnContextStateCollection InitialTurnState { get; } = [];

    /// <summary>After so many milliseconds without a turn the conversation's state is forgotten; null keeps it.</summary>
    public int? ExpireAfter { get; set; }

    /// <summary>Dialogs that the root dialog may begin.</summary>
    public DialogSet Dialogs { get; set; } = new();

    public Dialog RootDialog
    {
        get => rootDialogId is null ? null : Dialogs.Find(rootDialogId);
        set
        {
            Dialogs = new DialogSet();
            rootDialogId = value?.Id;
            if (value is null) return;
            Dialogs.TelemetryClient = value.TelemetryClient;
            Dialogs.Add(value);
        }
    }

    /// <exception cref="InvalidOperationException">There is no root dialog, or no conversation state.</exception>
    public async Task<DialogManagerResult> OnTurnAsync(ITurnContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (rootDialogId is null) throw new InvalidOperationException("The DialogManager has no RootDialog.");
        foreach (var (key, value) in InitialTurnState)
            context.TurnState[key] = value;
        var conversation = ConversationState ?? context.TurnState.Get<ConversationState>()
            ?? throw new InvalidOperationException("The DialogManager finds no ConversationState, in itself or in the turn.");
        var states = new BotStateSet(conversation);
        if ((UserState ?? context.TurnState.Get<UserState>()) is { } user) states.Add(user);

        await states.LoadAllAsync(context, force: false, cancellationToken).ConfigureAwait(false);
        await ForgetAsync(context, conversation, cancellationToken).ConfigureAwait(false);
        var stack = await conversation.CreateProperty<DialogState>(dialogStateProperty)
            .GetAsync(context, () => new DialogState(), cancellationToken).ConfigureAwait(false);
        var result = await DialogExtensions.RunAsync(new DialogContext(Dialogs, context, stack), rootDialogId, cancellationToken).ConfigureAwait(false);
        await states.SaveAllChangesAsync(context, force: false, cancellationToken).ConfigureAwait(false);
        return new DialogManagerResult { TurnResult = result };
    }

    private async Task ForgetAsync(ITurnContext context, ConversationState conversation, CancellationToken cancellationToken)
    {
        if (ExpireAfter is not { } milliseconds) return;
        var last = conversation.CreateProperty<DateTime>("_lastAccess");
        var now = DateTime.UtcNow;
        if (now - await last.GetAsync(context, () => now, cancellationToken).ConfigureAwait(false) >= TimeSpan.FromMilliseconds(milliseconds))
            await conversation.ClearStateAsync(context, cancellationToken).ConfigureAwait(false);
        await last.SetAsync(context, now, cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>How the root dialog left the turn.</summary>
public class DialogManagerResult
{
    public DialogTurnResult TurnResult { get; set; }
}
