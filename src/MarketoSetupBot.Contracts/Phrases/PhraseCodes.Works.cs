namespace MarketoSetupBot.Contracts;

/// <content>What undo and repair will do, did, and left alone. <c>{what}</c> is the name of an effect, such as <c>ServicePrincipal</c>.</content>
public static partial class PhraseCodes
{
    /// <summary>{recipient}</summary>
    public const string UndoSecret = "undo-secret";
    /// <summary>{what}</summary>
    public const string UndoRemove = "undo-remove";
    /// <summary>{app} {clientId}: softly; it can be restored for thirty days.</summary>
    public const string UndoRemoveApp = "undo-remove-app";
    /// <summary>{what}</summary>
    public const string UndoRestore = "undo-restore";
    /// <summary>{what}</summary>
    public const string UndoGone = "undo-gone";
    /// <summary>{what}: it is not what the run wrote.</summary>
    public const string UndoLeftChanged = "undo-left-changed";
    /// <summary>{what} {by}</summary>
    public const string UndoLeftUsedByRun = "undo-left-used-by-run";
    /// <summary>{what} {host}</summary>
    public const string UndoLeftUsedByConnection = "undo-left-used-by-connection";
    /// <summary>{what} {count}</summary>
    public const string UndoLeftForeignCredentials = "undo-left-foreign-credentials";
    /// <summary>{what}: the service principal is disabled.</summary>
    public const string UndoLeftDisabled = "undo-left-disabled";
    /// <summary>{what}: from before the run.</summary>
    public const string UndoLeftThere = "undo-left-there";
    /// <summary>A secret was handed out: whoever pasted it loses the sync.</summary>
    public const string UndoStopsSync = "undo-stops-sync";

    public const string RepairPublicClient = "repair-public-client";
    public const string RepairPublicClientOff = "repair-public-client-off";
    /// <summary>{count}</summary>
    public const string RepairOrphans = "repair-orphans";
    public const string RepairNoOrphans = "repair-no-orphans";
    /// <summary>Only a setup makes applications.</summary>
    public const string RepairAppMissing = "repair-app-missing";
}
