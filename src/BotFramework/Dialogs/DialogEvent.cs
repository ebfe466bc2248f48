// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Something that goes from a dialog up to those that began it.</summary>
public class DialogEvent
{
    /// <summary>Whether it goes on to the parent when nobody deals with it here.</summary>
    public bool Bubble { get; set; }

    public string Name { get; set; }

    public object Value { get; set; }
}

/// <summary>Names of events: of those that this library emits, and of those that dialogs agree on.</summary>
public class DialogEvents
{
    public const string BeginDialog = "beginDialog";
    public const string RepromptDialog = "repromptDialog";
    public const string CancelDialog = "cancelDialog";

    /// <summary>An activity has come in; its value is the activity. A dialog that wants to be asked first has to emit it.</summary>
    public const string ActivityReceived = "activityReceived";
    public const string VersionChanged = "versionChanged";
    public const string Error = "error";
    public const string Custom = "custom";
}
