namespace MarketoSetupBot.Contracts;

/// <content>The application and its presence in the tenant.</content>
public static partial class CheckIds
{
    public const string Application = "application";
    public const string MicrosoftStatus = "microsoft-status";
    public const string Audience = "audience";
    public const string ConfidentialClient = "confidential-client";
    public const string Permission = "permission";
    public const string ServicePrincipal = "service-principal";
    public const string Assignment = "assignment";
    public const string Consent = "consent";
    public const string Owners = "owners";
    public const string Redirects = "redirects";

    private static IEnumerable<string> InApplication =>
        [Application, MicrosoftStatus, Audience, ConfidentialClient, Permission, ServicePrincipal, Assignment, Consent, Owners, Redirects];
}
