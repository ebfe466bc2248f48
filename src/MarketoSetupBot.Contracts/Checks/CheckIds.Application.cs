namespace MarketoSetupBot.Contracts;

/// <content>The application and its presence in the tenant.</content>
public static partial class CheckIds
{
    public const string Application = "application";
    public const string Audience = "audience";
    public const string ConfidentialClient = "confidential-client";
    public const string Permission = "permission";
    public const string ServicePrincipal = "service-principal";
    public const string Consent = "consent";
    public const string Redirects = "redirects";

    private static IEnumerable<string> InApplication =>
        [Application, Audience, ConfidentialClient, Permission, ServicePrincipal, Consent, Redirects];
}
