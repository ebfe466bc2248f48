namespace MarketoSetupBot.Demo;

/// <summary>Why the demo cannot run, in one sentence for the person at the terminal.</summary>
internal sealed class DemoException(string sentence) : Exception(sentence);
