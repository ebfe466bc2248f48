namespace MarketoSetupBot.Contracts;

/// <content>What a step says while an administrator has something to do by hand.</content>
public static partial class PhraseCodes
{
    /// <summary>{permission}: the backend lacks it, so an administrator does the step by hand; the run looks now and then.</summary>
    public const string WaitingForHandAct = "waiting-for-hand-act";
    /// <summary>No permission would help: the step is done in a portal.</summary>
    public const string WaitingForPortal = "waiting-for-portal";
    /// <summary>{app}: made by hand, and the backend does not own it yet.</summary>
    public const string WaitingForOwner = "waiting-for-owner";
    /// <summary>{requester} {step}: told once, because the card that says how changes without a sound.</summary>
    public const string HandActNeeded = "hand-act-needed";
    /// <summary>{by}: says that it is done; the backend looks.</summary>
    public const string LookingAfter = "looking-after";
    /// <summary>{by} {at}: says that it is done, but it cannot be seen yet.</summary>
    public const string NotSeenYet = "not-seen-yet";
    /// <summary>Found as it should be, done by hand.</summary>
    public const string SeenDoneByHand = "seen-done-by-hand";
    public const string FailedNobodyActed = "failed-nobody-acted";
}
