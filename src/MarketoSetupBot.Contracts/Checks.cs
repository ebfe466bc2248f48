namespace MarketoSetupBot.Contracts;

public enum CheckState { Passed, Warning, Failed, NotChecked }

/// <summary>Ids of the checks, in the order they are shown. Each has resources <c>Check_{id}_Title</c>.</summary>
public static class CheckIds
{
    public const string Application = "application";
    public const string Audience = "audience";
    public const string ConfidentialClient = "confidential-client";
    public const string ServicePrincipal = "service-principal";
    public const string Permission = "permission";
    public const string Consent = "consent";
    public const string Secret = "secret";
    public const string SyncUser = "sync-user";
    public const string Domain = "domain";
    public const string Redirects = "redirects";
    public const string SecretPolicy = "secret-policy";
    public const string SecurityDefaults = "security-defaults";

    public static IReadOnlyList<string> All { get; } =
        [
            Application, Audience, ConfidentialClient, ServicePrincipal, Permission, Consent, Redirects, Secret, SecretPolicy, SyncUser, Domain,
            SecurityDefaults,
        ];
}

/// <param name="Finding">What was read; its code also has <c>Meaning_{code}</c> and <c>Remedy_{code}</c> in the bot's resources unless the state is Passed.</param>
/// <param name="Portal">Opens the right page of the right portal for this tenant.</param>
public sealed record CheckView(string Id, CheckState State, Phrase Finding, Uri? Portal = null);

public sealed record ValidationView
{
    public required Guid ConnectionId { get; init; }
    public required string OrganisationHost { get; init; }
    public required DateTimeOffset At { get; init; }
    public required IReadOnlyList<CheckView> Checks { get; init; }
}
