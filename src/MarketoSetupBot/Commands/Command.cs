namespace MarketoSetupBot.Commands;

/// <summary>What a typed word asks for. Words only show; every act is a button.</summary>
internal enum Command
{
    Unknown,
    SetUp,
    Status,
    Help,
    Cancel,
    ValidateSync,
}
