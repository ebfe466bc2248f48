using System.Collections.Frozen;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>What one AADSTS code means to whoever must put the sync right.</summary>
/// <param name="Cause">A phrase's code; its meaning and remedy stand in the bot's resources under the same code.</param>
/// <param name="Check">Id of the check that looks at the same thing; that of the sign-ins where none does.</param>
/// <param name="Page">Where in the portal it is put right.</param>
internal sealed record AadstsCode(int Number, string Cause, string Check, PortalPage Page);

/// <summary>
/// Every code of Microsoft's list that can meet this sync. Microsoft warns that numbers and texts change, so a number that is not here gets an answer
/// that helps all the same. Source: Microsoft Entra authentication and authorisation error codes.
/// </summary>
internal static class AadstsCodes
{
    private static readonly FrozenDictionary<int, AadstsCode> Known = new AadstsCode[]
    {
        new(50126, PhraseCodes.AadstsWrongPassword, CheckIds.Domain, PortalPage.User),
        new(50064, PhraseCodes.AadstsWrongPassword, CheckIds.Domain, PortalPage.User),
        new(50034, PhraseCodes.AadstsUserUnknown, CheckIds.SyncUser, PortalPage.Users),
        new(51004, PhraseCodes.AadstsUserForeign, CheckIds.SyncUserMember, PortalPage.User),
        new(50020, PhraseCodes.AadstsUserForeign, CheckIds.SyncUserMember, PortalPage.User),
        new(50053, PhraseCodes.AadstsLocked, CheckIds.SignIns, PortalPage.User),
        new(50055, PhraseCodes.AadstsPasswordExpired, CheckIds.SyncUserPassword, PortalPage.User),
        new(50144, PhraseCodes.AadstsPasswordExpired, CheckIds.SyncUserPassword, PortalPage.User),
        new(50056, PhraseCodes.AadstsNoPassword, CheckIds.SyncUserPassword, PortalPage.User),
        new(50057, PhraseCodes.AadstsUserDisabled, CheckIds.SyncUserEnabled, PortalPage.User),
        new(50059, PhraseCodes.AadstsNoTenant, CheckIds.SignIns, PortalPage.SignIns),
        new(50128, PhraseCodes.AadstsNoTenant, CheckIds.SignIns, PortalPage.SignIns),
        new(90019, PhraseCodes.AadstsNoTenant, CheckIds.SignIns, PortalPage.SignIns),
        new(50072, PhraseCodes.AadstsMfa, CheckIds.ConditionalAccess, PortalPage.ConditionalAccess),
        new(50074, PhraseCodes.AadstsMfa, CheckIds.ConditionalAccess, PortalPage.ConditionalAccess),
        new(50076, PhraseCodes.AadstsMfa, CheckIds.ConditionalAccess, PortalPage.ConditionalAccess),
        new(50078, PhraseCodes.AadstsMfa, CheckIds.ConditionalAccess, PortalPage.ConditionalAccess),
        new(50079, PhraseCodes.AadstsMfa, CheckIds.ConditionalAccess, PortalPage.ConditionalAccess),
        new(50097, PhraseCodes.AadstsDevice, CheckIds.ConditionalAccess, PortalPage.ConditionalAccess),
        new(53000, PhraseCodes.AadstsDevice, CheckIds.ConditionalAccess, PortalPage.ConditionalAccess),
        new(53001, PhraseCodes.AadstsDevice, CheckIds.ConditionalAccess, PortalPage.ConditionalAccess),
        new(53002, PhraseCodes.AadstsDevice, CheckIds.ConditionalAccess, PortalPage.ConditionalAccess),
        new(50105, PhraseCodes.AadstsNotAssigned, CheckIds.Assignment, PortalPage.UsersAndGroups),
        new(50131, PhraseCodes.AadstsBlocked, CheckIds.ConditionalAccess, PortalPage.ConditionalAccess),
        new(53003, PhraseCodes.AadstsBlocked, CheckIds.ConditionalAccess, PortalPage.ConditionalAccess),
        new(530032, PhraseCodes.AadstsBlocked, CheckIds.ConditionalAccess, PortalPage.ConditionalAccess),
        new(53004, PhraseCodes.AadstsRisk, CheckIds.ConditionalAccess, PortalPage.RiskyUsers),
        new(53010, PhraseCodes.AadstsRisk, CheckIds.ConditionalAccess, PortalPage.RiskyUsers),
        new(53011, PhraseCodes.AadstsRisk, CheckIds.ConditionalAccess, PortalPage.RiskyUsers),
        new(50135, PhraseCodes.AadstsRisk, CheckIds.ConditionalAccess, PortalPage.RiskyUsers),
        new(530035, PhraseCodes.AadstsSecurityDefaults, CheckIds.SecurityDefaults, PortalPage.TenantProperties),
        new(50132, PhraseCodes.AadstsSession, CheckIds.SyncUserPassword, PortalPage.User),
        new(50133, PhraseCodes.AadstsSession, CheckIds.SyncUserPassword, PortalPage.User),
        new(50173, PhraseCodes.AadstsSession, CheckIds.SyncUserPassword, PortalPage.User),
        new(50158, PhraseCodes.AadstsExternalChallenge, CheckIds.ConditionalAccess, PortalPage.ConditionalAccess),
        new(50194, PhraseCodes.AadstsWrongEndpoint, CheckIds.Audience, PortalPage.Overview),
        new(9001023, PhraseCodes.AadstsWrongEndpoint, CheckIds.Audience, PortalPage.Overview),
        new(50196, PhraseCodes.AadstsLoop, CheckIds.SignIns, PortalPage.SignIns),
        new(50011, PhraseCodes.AadstsRedirect, CheckIds.Redirects, PortalPage.Authentication),
        new(500113, PhraseCodes.AadstsRedirect, CheckIds.Redirects, PortalPage.Authentication),
        new(900971, PhraseCodes.AadstsRedirect, CheckIds.Redirects, PortalPage.Authentication),
        new(500011, PhraseCodes.AadstsResourceUnknown, CheckIds.Permission, PortalPage.SignIns),
        new(50001, PhraseCodes.AadstsResourceOff, CheckIds.Permission, PortalPage.SignIns),
        new(650052, PhraseCodes.AadstsResourceOff, CheckIds.Permission, PortalPage.SignIns),
        new(650054, PhraseCodes.AadstsResourceOff, CheckIds.Permission, PortalPage.SignIns),
        new(65001, PhraseCodes.AadstsConsentMissing, CheckIds.Consent, PortalPage.Consent),
        new(65004, PhraseCodes.AadstsDeclined, CheckIds.Consent, PortalPage.Consent),
        new(650056, PhraseCodes.AadstsPermissionMissing, CheckIds.Permission, PortalPage.Permissions),
        new(65005, PhraseCodes.AadstsPermissionMissing, CheckIds.Permission, PortalPage.Permissions),
        new(650057, PhraseCodes.AadstsPermissionMissing, CheckIds.Permission, PortalPage.Permissions),
        new(90094, PhraseCodes.AadstsNeedsAdmin, CheckIds.Consent, PortalPage.Consent),
        new(90095, PhraseCodes.AadstsNeedsAdmin, CheckIds.Consent, PortalPage.Consent),
        new(700016, PhraseCodes.AadstsAppUnknown, CheckIds.Application, PortalPage.Applications),
        new(70001, PhraseCodes.AadstsAppDisabled, CheckIds.ServicePrincipal, PortalPage.EnterpriseApplication),
        new(7000112, PhraseCodes.AadstsAppDisabled, CheckIds.ServicePrincipal, PortalPage.EnterpriseApplication),
        new(7000215, PhraseCodes.AadstsSecretWrong, CheckIds.Secret, PortalPage.Credentials),
        new(70002, PhraseCodes.AadstsSecretWrong, CheckIds.Secret, PortalPage.Credentials),
        new(7000222, PhraseCodes.AadstsSecretExpired, CheckIds.SecretExpiry, PortalPage.Credentials),
        new(7000218, PhraseCodes.AadstsSecretAbsent, CheckIds.Secret, PortalPage.Credentials),
        new(700025, PhraseCodes.AadstsPublicClient, CheckIds.ConfidentialClient, PortalPage.Authentication),
        new(70011, PhraseCodes.AadstsBadScope, CheckIds.SignIns, PortalPage.SignIns),
        new(28002, PhraseCodes.AadstsBadScope, CheckIds.SignIns, PortalPage.SignIns),
        new(700022, PhraseCodes.AadstsBadScope, CheckIds.SignIns, PortalPage.SignIns),
        new(70003, PhraseCodes.AadstsGrantUnsupported, CheckIds.ConfidentialClient, PortalPage.Authentication),
        new(90002, PhraseCodes.AadstsTenantUnknown, CheckIds.SignIns, PortalPage.Overview),
        new(900382, PhraseCodes.AadstsCloudMismatch, CheckIds.SignIns, PortalPage.Overview),
        new(900432, PhraseCodes.AadstsCloudMismatch, CheckIds.SignIns, PortalPage.Overview),
        new(90038, PhraseCodes.AadstsCloudMismatch, CheckIds.SignIns, PortalPage.Overview),
        new(900144, PhraseCodes.AadstsParameter, CheckIds.SignIns, PortalPage.SignIns),
        new(90014, PhraseCodes.AadstsParameter, CheckIds.SignIns, PortalPage.SignIns),
        new(80001, PhraseCodes.AadstsPassThrough, CheckIds.Domain, PortalPage.Domains),
        new(80002, PhraseCodes.AadstsPassThrough, CheckIds.Domain, PortalPage.Domains),
        new(80005, PhraseCodes.AadstsPassThrough, CheckIds.Domain, PortalPage.Domains),
        new(80007, PhraseCodes.AadstsPassThrough, CheckIds.Domain, PortalPage.Domains),
        new(80010, PhraseCodes.AadstsPassThrough, CheckIds.Domain, PortalPage.Domains),
        new(80012, PhraseCodes.AadstsPassThrough, CheckIds.Domain, PortalPage.Domains),
        new(80013, PhraseCodes.AadstsPassThrough, CheckIds.Domain, PortalPage.Domains),
        new(80014, PhraseCodes.AadstsPassThrough, CheckIds.Domain, PortalPage.Domains),
        new(90072, PhraseCodes.AadstsExternalAccount, CheckIds.SyncUser, PortalPage.User),
        new(50033, PhraseCodes.AadstsTransient, CheckIds.SignIns, PortalPage.SignIns),
        new(50087, PhraseCodes.AadstsTransient, CheckIds.SignIns, PortalPage.SignIns),
        new(90006, PhraseCodes.AadstsTransient, CheckIds.SignIns, PortalPage.SignIns),
        new(90012, PhraseCodes.AadstsTransient, CheckIds.SignIns, PortalPage.SignIns),
        new(90024, PhraseCodes.AadstsTransient, CheckIds.SignIns, PortalPage.SignIns),
        new(90033, PhraseCodes.AadstsTransient, CheckIds.SignIns, PortalPage.SignIns),
        new(90090, PhraseCodes.AadstsTransient, CheckIds.SignIns, PortalPage.SignIns),
        new(90055, PhraseCodes.AadstsThrottled, CheckIds.SignIns, PortalPage.SignIns),
    }.ToFrozenDictionary(code => code.Number);

    public static IReadOnlyCollection<AadstsCode> All => Known.Values;

    public static AadstsCode Of(int number) =>
        Known.GetValueOrDefault(number) ?? new AadstsCode(number, PhraseCodes.AadstsUnknown, CheckIds.SignIns, PortalPage.SignIns);
}
