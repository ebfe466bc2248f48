namespace MarketoSetupBot.Contracts;

/// <content>Writes that were kept in.</content>
public static partial class ProblemCodes
{
    /// <summary>409. The record names an object that this product neither made nor took over: nothing was written.</summary>
    public const string TargetNotOurs = "target-not-ours";

    /// <summary>409. The record of the run was changed by something else than the backend: nothing is done for it any more.</summary>
    public const string RecordChanged = "record-changed";
}
