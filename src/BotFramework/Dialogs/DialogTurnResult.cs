// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>How a dialog left the turn.</summary>
public class DialogTurnResult
{
    public DialogTurnResult(DialogTurnStatus status, object result = null)
    {
        Status = status;
        Result = result;
    }

    public DialogTurnStatus Status { get; set; }

    /// <summary>What the dialog ended with; null while it waits.</summary>
    public object Result { get; set; }

    /// <summary>Whether the parent of a component has ended in the same turn.</summary>
    public bool ParentEnded { get; set; }
}

/// <summary>State of the dialog stack after a turn.</summary>
public enum DialogTurnStatus
{
    /// <summary>Nothing is on the stack.</summary>
    Empty,

    /// <summary>A dialog waits for the next activity.</summary>
    Waiting,

    /// <summary>The last dialog has ended.</summary>
    Complete,

    /// <summary>All dialogs were cancelled.</summary>
    Cancelled,

    /// <summary>The dialog has ended, and the one below is to wait for the next activity instead of being resumed.</summary>
    CompleteAndWait,
}

/// <summary>Why a dialog is called.</summary>
public enum DialogReason
{
    BeginCalled,
    ContinueCalled,
    EndCalled,
    ReplaceCalled,
    CancelCalled,
    NextCalled,
}
