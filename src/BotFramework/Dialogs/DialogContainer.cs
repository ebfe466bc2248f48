// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog that holds dialogs.</summary>
public abstract class DialogContainer : Dialog
{
    protected DialogContainer(string dialogId = null)
        : base(dialogId)
    {
    }

    public DialogSet Dialogs { get; set; } = new();

    public override IBotTelemetryClient TelemetryClient
    {
        get => base.TelemetryClient;
        set
        {
            var client = value ?? NullBotTelemetryClient.Instance;

            // Containers may hold one another: whoever has the client already has handed it on.
            if (ReferenceEquals(base.TelemetryClient, client) && ReferenceEquals(Dialogs.TelemetryClient, client)) return;
            base.TelemetryClient = client;
            Dialogs.TelemetryClient = client;
        }
    }

    /// <returns>The context of the dialogs inside; null when none is active.</returns>
    public abstract DialogContext CreateChildContext(DialogContext dc);

    public virtual Dialog FindDialog(string dialogId) => Dialogs.Find(dialogId);

    /// <summary>Tells the container when its dialogs are not those that this conversation began with.</summary>
    /// <exception cref="InvalidOperationException">The container does not deal with the change.</exception>
    protected virtual async Task CheckForVersionChangeAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var active = dc.ActiveDialog;
        var current = active.Version;
        active.Version = GetInternalVersion();
        if (current is null || current == active.Version) return;
        if (!await dc.EmitEventAsync(DialogEvents.VersionChanged, this, bubble: true, fromLeaf: false, cancellationToken).ConfigureAwait(false))
            throw new InvalidOperationException($"Unhandled dialog event: {DialogEvents.VersionChanged}. Active Dialog: {active.Id}");
    }

    protected virtual string GetInternalVersion() => Dialogs.GetVersion();
}
