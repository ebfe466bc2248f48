using System.Globalization;
using MarketoSetupBot.Backend.Secrets;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Plans;

/// <summary>Why a plan cannot go on, and what an approver should know before saying yes.</summary>
internal static class Objections
{
    public static IReadOnlyList<Phrase> Blockers(DetailsView details, Findings found, SecretAllowance allowance) =>
    [
        .. Missing(details, found),
        .. Domain(details, found),
        .. SyncUser(details, found),
        .. Objects(found),
        .. When(allowance.Forbidden, new Phrase(PhraseCodes.BlockedSecretsForbidden)),
    ];

    /// <param name="secretLifetimeDays">After the tenant's limit.</param>
    public static IReadOnlyList<Phrase> Risks(DetailsView details, Findings found, int secretLifetimeDays)
    {
        var namesakes = (found.Namesakes.Value ?? []).Count(app => app.Id != found.Application.Value?.Id);
        return
        [
            .. When(found.Breadth is ConsentBreadth.TenantWide && found.Grant?.AllowsSync() is not true && details.Method is AuthenticationMethod.PasswordGrant, new Phrase(PhraseCodes.RiskTenantWide)),
            .. When(details.Method is AuthenticationMethod.PasswordGrant, new Phrase(PhraseCodes.RiskPasswordGrant)),
            .. When(details.Method is AuthenticationMethod.ServerToServer, new Phrase(PhraseCodes.RiskServerToServer)),
            .. When(IsFederated(details, found) && details.CloudPasswords, new Phrase(PhraseCodes.RiskCloudPasswords, ("domain", TenantFacts.DomainOf(details.SyncUser)))),
            .. When(secretLifetimeDays < details.SecretLifetimeDays, new Phrase(PhraseCodes.LifetimeCapped,
                ("days", Number(details.SecretLifetimeDays)), ("maximum", Number(secretLifetimeDays)))),
            // What asks people for a second factor never asks an application.
            .. When(found.SecurityDefaults.Value && details.Method is AuthenticationMethod.PasswordGrant, new Phrase(PhraseCodes.SecurityDefaultsOn)),
            .. When(details.ExistingClientId is not null && (found.Candidates.Value ?? []).Any(c => c.Credentials.Count > 0),
                new Phrase(PhraseCodes.RiskForeignCredentials, ("app", found.Application.Value?.DisplayName ?? details.AppName))),
            .. When(namesakes > 0, new Phrase(PhraseCodes.AppNamesakesLeftAlone, ("app", details.AppName), ("count", Number(namesakes)))),
            .. found.MissingPermissions.Except(Essential(details, found)).Select(p => new Phrase(PhraseCodes.NotCheckedPermission, ("permission", p))),
        ];
    }

    private static IEnumerable<Phrase> Missing(DetailsView details, Findings found) =>
        Essential(details, found).Select(p => new Phrase(PhraseCodes.BlockedPermissionMissing, ("permission", p)));

    /// <summary>Without these the steps themselves could not look before they write.</summary>
    private static IEnumerable<string> Essential(DetailsView details, Findings found) => details.Method is AuthenticationMethod.ServerToServer
        ? ((string?[])[found.Application.MissingPermission, found.ServicePrincipal.MissingPermission]).OfType<string>().Distinct()
        :
        ((string?[])[found.Application.MissingPermission, found.ServicePrincipal.MissingPermission, found.Dynamics.MissingPermission, found.Grants.MissingPermission,
            found.AssignedPolicy.MissingPermission, found.Breadth is ConsentBreadth.SyncUserOnly ? found.SyncUser.MissingPermission : null])
            .OfType<string>().Distinct();

    private static IEnumerable<Phrase> Domain(DetailsView details, Findings found)
    {
        if (details.Method is not AuthenticationMethod.PasswordGrant || found.Domains.Value is not { } domains) return [];
        var name = TenantFacts.DomainOf(details.SyncUser);
        if (domains.Named(name) is not { } domain) return [new Phrase(PhraseCodes.BlockedDomainUnknown, ("domain", name))];
        if (!domain.IsFederated()) return [];
        return
        [
            .. When(!details.CloudPasswords || WithoutHashes(found), new Phrase(PhraseCodes.BlockedFederated, ("domain", name))),
            .. When(WithoutHashes(found), new Phrase(PhraseCodes.BlockedWithoutHashes)),
        ];
    }

    /// <summary>No directory on premises is synchronised, so a policy would let Entra check hashes that are not there.</summary>
    private static bool WithoutHashes(Findings found) => found.Directory is { Known: true, Value: not true };

    public static bool IsFederated(DetailsView details, Findings found) =>
        details.Method is AuthenticationMethod.PasswordGrant && found.Domains.Value?.Named(TenantFacts.DomainOf(details.SyncUser))?.IsFederated() is true;

    /// <summary>Ways out of a federated domain, in the order in which they should be considered.</summary>
    public static IReadOnlyList<SignInChoice> Choices(DetailsView details, Findings found) =>
        !IsFederated(details, found) ? []
        : WithoutHashes(found) ? [SignInChoice.ServerToServer, SignInChoice.CloudOnlyUser]
        : details.CloudPasswords ? []
        : [SignInChoice.ServerToServer, SignInChoice.CloudOnlyUser, SignInChoice.CloudPasswords];

    private static IEnumerable<Phrase> SyncUser(DetailsView details, Findings found)
    {
        // An unknown domain explains an unknown user; saying both would only confuse.
        var domainKnown = found.Domains.Value?.Named(TenantFacts.DomainOf(details.SyncUser)) is not null || !found.Domains.Known;
        if (!found.SyncUser.Known || !domainKnown || details.Method is AuthenticationMethod.ServerToServer) return [];
        var code = found.SyncUser.Value switch
        {
            null => PhraseCodes.BlockedSyncUserMissing,
            { AccountEnabled: not true } => PhraseCodes.BlockedSyncUserDisabled,
            var user when user.IsGuest() => PhraseCodes.BlockedSyncUserGuest,
            _ => null,
        };
        return code is null ? [] : [new Phrase(code, ("user", details.SyncUser))];
    }

    private static IEnumerable<Phrase> Objects(Findings found) =>
    [
        .. When(found.Dynamics is { Known: true, Value: null }, new Phrase(PhraseCodes.BlockedDynamicsMissing)),
        // Either may be somebody's containment: this product does not lift it.
        .. When(found.Application.Value?.DisabledByMicrosoftStatus is { Length: > 0 } status && status != "NotDisabled", new Phrase(PhraseCodes.BlockedAppDisabledByMicrosoft)),
        .. When(found.ServicePrincipal.Value?.AccountEnabled is false, new Phrase(PhraseCodes.BlockedServicePrincipalDisabled)),
    ];

    private static IEnumerable<Phrase> When(bool applies, Phrase phrase) => applies ? [phrase] : [];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
