namespace MarketoSetupBot.Backend.Settings;

/// <summary>A setting is missing or wrong. The message is the one sentence that an operator reads before the process ends.</summary>
public sealed class SettingsException(string sentence) : Exception(sentence);
