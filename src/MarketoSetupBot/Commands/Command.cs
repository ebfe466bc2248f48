namespace MarketoSetupBot.Commands;

/// <summary>What a typed word asks for. Words only show; every act is a button. The help card lists them in this order.</summary>
internal enum Command
{
    Unknown,
    SetUp,
    Status,
    ValidateSync,
    Cancel,
    Undo,
    Halt,
    Resume,
    Audit,
    Help,
}
