namespace MarketoSetupBot.Contracts;

/// <summary>Marks the code of a finding that is as it should be: it needs neither a meaning nor a remedy.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class GoodNewsAttribute : Attribute;
