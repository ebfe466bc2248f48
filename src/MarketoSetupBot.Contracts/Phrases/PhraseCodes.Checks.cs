namespace MarketoSetupBot.Contracts;

/// <content>What every check can say of itself and of what it read.</content>
public static partial class PhraseCodes
{
    /// <summary>{check}: id of the check whose failure makes this one moot.</summary>
    public const string NotCheckedBecause = "not-checked-because";
    /// <summary>The provider did not answer.</summary>
    public const string NotCheckedOutage = "not-checked-outage";

    /// <summary>{name} {value}: a property as it was read.</summary>
    public const string EvidenceValue = "evidence-value";
    /// <summary>{name}: a property without a value, or an object that is not there.</summary>
    public const string EvidenceAbsent = "evidence-absent";
}
