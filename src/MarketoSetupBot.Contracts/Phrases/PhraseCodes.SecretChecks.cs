namespace MarketoSetupBot.Contracts;

/// <content>What the checks of the group Secret found; <c>Detail</c> is for those with a role to see it.</content>
public static partial class PhraseCodes
{
    [GoodNews]
    public const string CheckSecretKnown = "check-secret-known";
    public const string CheckSecretMissing = "check-secret-missing";
    /// <summary>{days} {expires}</summary>
    [GoodNews]
    public const string CheckSecretValid = "check-secret-valid";
    /// <summary>{days} {expires}</summary>
    public const string CheckSecretExpiresSoon = "check-secret-expires-soon";
    /// <summary>{expires}</summary>
    public const string CheckSecretExpired = "check-secret-expired";
    [GoodNews]
    public const string CheckSecretPolicyOpen = "check-secret-policy-open";
    /// <summary>{days}: new secrets may live that long at most.</summary>
    [GoodNews]
    public const string CheckSecretPolicyLimited = "check-secret-policy-limited";
    public const string CheckSecretPolicyForbids = "check-secret-policy-forbids";
    /// <summary>New secrets are forbidden, except to callers with an attribute that cannot be read.</summary>
    public const string CheckSecretPolicyExempts = "check-secret-policy-exempts";
    [GoodNews]
    public const string CheckAppCredentialsNone = "check-app-credentials-none";
    /// <summary>{count}: credentials on the application that this product did not issue.</summary>
    public const string CheckSecretsUnaccounted = "check-secrets-unaccounted";
    [GoodNews]
    public const string CheckPrincipalCredentialsNone = "check-principal-credentials-none";
    /// <summary>{count}: credentials on the service principal, where this product never puts any.</summary>
    public const string CheckPrincipalCredentialsFound = "check-principal-credentials-found";
    [GoodNews]
    public const string CheckSecretsOrphanedNone = "check-secrets-orphaned-none";
    /// <summary>{count}: issued by this product and never handed out.</summary>
    public const string CheckSecretsOrphaned = "check-secrets-orphaned";
    /// <summary>{name} {key} {expires}</summary>
    public const string DetailPasswordCredential = "detail-password-credential";
    /// <summary>{name} {key} {expires}</summary>
    public const string DetailKeyCredential = "detail-key-credential";
    /// <summary>{name} {issuer} {subject}</summary>
    public const string DetailFederatedCredential = "detail-federated-credential";
}
