// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Security.Cryptography;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog that brings others along: they are added to its set with it.</summary>
public interface IDialogDependencies
{
    IEnumerable<Dialog> GetDependencies();
}

/// <summary>Dialogs that can begin one another by id.</summary>
public class DialogSet
{
    private readonly Dictionary<string, Dialog> dialogs = new(StringComparer.Ordinal);
    private readonly IStatePropertyAccessor<DialogState> dialogState;
    private IBotTelemetryClient telemetryClient = NullBotTelemetryClient.Instance;
    private string version;

    public DialogSet(IStatePropertyAccessor<DialogState> dialogState)
    {
        ArgumentNullException.ThrowIfNull(dialogState);
        this.dialogState = dialogState;
    }

    /// <summary>A set within a dialog, whose stack is stored with that dialog.</summary>
    public DialogSet()
    {
    }

    public IBotTelemetryClient TelemetryClient
    {
        get => telemetryClient;
        set
        {
            telemetryClient = value ?? NullBotTelemetryClient.Instance;
            foreach (var dialog in dialogs.Values)
                dialog.TelemetryClient = telemetryClient;
        }
    }

    /// <summary>Changes when any dialog of the set changes its version.</summary>
    public virtual string GetVersion()
    {
        if (version is not null) return version;
        var all = string.Join('|', dialogs.Values.Select(dialog => dialog.GetVersion() is { } of ? $"{dialog.Id}:{of}" : dialog.Id));
        return version = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }

    /// <summary>Adds a dialog. If another one has its id already, a number is appended to the id.</summary>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        version = null;
        if (dialogs.TryGetValue(dialog.Id, out var same))
        {
            if (ReferenceEquals(same, dialog)) return this;
            var suffix = 2;
            while (dialogs.ContainsKey(dialog.Id + suffix)) suffix++;
            dialog.Id += suffix;
        }

        dialog.TelemetryClient = telemetryClient;
        dialogs.Add(dialog.Id, dialog);
        if (dialog is IDialogDependencies needs)
            foreach (var needed in needs.GetDependencies())
                Add(needed);
        return this;
    }

    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (dialogState is null) throw new InvalidOperationException("DialogSet.CreateContextAsync(): DialogSet created with a null IStatePropertyAccessor.");
        var state = await dialogState.GetAsync(turnContext, () => new DialogState(), cancellationToken).ConfigureAwait(false);
        return new DialogContext(this, turnContext, state);
    }

    public Dialog Find(string dialogId)
    {
        Argument.MustSay(dialogId);
        return dialogs.GetValueOrDefault(dialogId);
    }

    public IEnumerable<Dialog> GetDialogs() => dialogs.Values;
}
