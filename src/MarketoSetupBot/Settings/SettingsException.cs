namespace MarketoSetupBot.Settings;

/// <summary>A setting is missing or wrong. The message is the one sentence that whoever starts the bot is shown.</summary>
public sealed class SettingsException(string sentence) : Exception(sentence);
