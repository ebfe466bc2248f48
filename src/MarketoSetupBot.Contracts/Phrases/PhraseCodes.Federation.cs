namespace MarketoSetupBot.Contracts;

/// <content>Federated domains.</content>
public static partial class PhraseCodes
{
    /// <summary>{app}</summary>
    public const string PolicyWillBeCreated = "policy-will-be-created";
    /// <summary>{app} {policy}: somebody else's policy is attached now; ours takes over its settings and its place.</summary>
    public const string PolicyWillTakeOver = "policy-will-take-over";
    public const string PolicyFound = "policy-found";
    public const string PolicyAttached = "policy-attached";
    /// <summary>{domain}: what the approver accepts in words.</summary>
    public const string RiskCloudPasswords = "risk-cloud-passwords";
    /// <summary>{by} {domain}</summary>
    public const string RiskAccepted = "risk-accepted";
    /// <summary>The attached policy of somebody else cannot be read, so its settings could get lost.</summary>
    public const string FailedPolicyUnreadable = "failed-policy-unreadable";
    public const string FailedPolicyIsDefault = "failed-policy-is-default";
    /// <summary>{user}</summary>
    public const string ConsentWillBeGrantedForUser = "consent-will-be-granted-for-user";
}
