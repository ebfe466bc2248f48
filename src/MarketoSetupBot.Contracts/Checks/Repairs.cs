namespace MarketoSetupBot.Contracts;

/// <summary>What the bot can put right itself, after a preview and by the same approval as a setup.</summary>
public static class Repairs
{
    /// <summary>Declare Dynamics CRM <c>user_impersonation</c> as a delegated scope of our application.</summary>
    public const string Permission = "permission";

    /// <summary>Grant that scope to our service principal, tenant-wide.</summary>
    public const string Consent = "consent";

    /// <summary>Our own home realm discovery policy, swapped in for a foreign one or attached where there is none; or taken off where it has become a risk.</summary>
    public const string SignInPolicy = "sign-in-policy";

    /// <summary>Switch "Allow public client flows" off.</summary>
    public const string PublicClient = "public-client";

    /// <summary>Remove secrets that this product issued and that were never handed out.</summary>
    public const string OrphanedSecrets = "orphaned-secrets";
}
