namespace MarketoSetupBot.Backend.Halt;

/// <summary>A write was kept from leaving. It did not happen.</summary>
public sealed class HaltedException() : Exception("Writes to the tenant are stopped.");
