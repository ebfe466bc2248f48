using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.Control;
using MarketoSetupBot.Sandbox.World;
using static MarketoSetupBot.Sandbox.World.Contoso;

namespace MarketoSetupBot.Backend.Tests.Checks;

/// <summary>One way in which something is, and what a check says of it.</summary>
/// <param name="Repair">What the bot offers to put right itself.</param>
public sealed record EntraCase(string Id, CheckState State, string Code, Func<FinishedSetup, Task> Change, string? Repair = null)
{
    public override string ToString() => $"{Id} {Code}";
}

/// <summary>Every finding that a check of Entra can have, good ones included, and how the sandbox comes to it.</summary>
internal static class EntraCases
{
    private const string CloudPasswords = """{"HomeRealmDiscoveryPolicy":{"AllowCloudPasswordValidation":true}}""";
    private const string Acceleration = """{"HomeRealmDiscoveryPolicy":{"AccelerateToFederatedDomain":true,"PreferredDomain":"corp.contoso.com"}}""";
    private const string Hints = """{"HomeRealmDiscoveryPolicy":{"DomainHintPolicy":{}}}""";

    private static readonly Guid OtherApp = Guid.Parse("3e5f1f4e-0000-4000-8000-000000000001");

    public static IReadOnlyList<EntraCase> All { get; } =
    [
        .. Passing(),
        Failed(CheckIds.Application, PhraseCodes.CheckAppMissing, s => s.Levers.DeleteAppAsync(s.ClientId)),
        Failed(CheckIds.MicrosoftStatus, PhraseCodes.CheckAppDisabledByMicrosoft, App(new() { DisabledByMicrosoft = true })),
        Failed(CheckIds.Audience, PhraseCodes.CheckNotSingleTenant, App(new() { SignInAudience = "AzureADMultipleOrgs" })),
        Failed(CheckIds.ConfidentialClient, PhraseCodes.CheckPublicClient, App(new() { PublicClient = true }), Repairs.PublicClient),
        Failed(CheckIds.Permission, PhraseCodes.CheckPermissionMissing, App(new() { RequiredResourceAccess = [] }), Repairs.Permission),
        Failed(CheckIds.Permission, PhraseCodes.CheckPermissionAsRole, Declares("Role"), Repairs.Permission),
        Warning(CheckIds.Permission, PhraseCodes.CheckPermissionExcess, Declares("Scope", OtherApp)),
        Failed(CheckIds.ServicePrincipal, PhraseCodes.CheckServicePrincipalMissing, s => s.Levers.DeleteServicePrincipalAsync(s.ClientId)),
        Failed(CheckIds.ServicePrincipal, PhraseCodes.CheckServicePrincipalDisabled, s => s.Levers.SetAppEnabledAsync(s.ClientId, false)),
        Failed(CheckIds.Assignment, PhraseCodes.CheckAssignmentMissing, App(new() { AssignmentRequired = true })),
        Passed(CheckIds.Assignment, PhraseCodes.CheckAssignmentGiven, Assigned(SyncUser.ObjectId)),
        Passed(CheckIds.Consent, PhraseCodes.CheckConsentSyncUser, s => s.Levers.SetGrantAsync(s.ClientId, "user_impersonation", SyncUser)),
        Failed(CheckIds.Consent, PhraseCodes.CheckConsentMissing, s => s.Levers.SetGrantAsync(s.ClientId, "user_impersonation", Megan), Repairs.Consent),
        Failed(CheckIds.Consent, PhraseCodes.CheckConsentMissing, s => s.Levers.SetGrantAsync(s.ClientId, null), Repairs.Consent),
        Warning(CheckIds.Consent, PhraseCodes.CheckConsentExcess, s => s.Levers.SetGrantAsync(s.ClientId, "user_impersonation Mail.Read")),
        Warning(CheckIds.Owners, PhraseCodes.CheckOwnerLost, s => s.Levers.SetOwnersAsync(s.ClientId, Megan.ObjectId)),
        Warning(CheckIds.Owners, PhraseCodes.CheckOwnersUnexpected, s => s.Levers.SetOwnersAsync(s.ClientId, Backend(s), PrincipalOf(s, BotAppId))),
        Passed(CheckIds.Owners, PhraseCodes.CheckOwnersExpected, s => s.Levers.SetOwnersAsync(s.ClientId, Backend(s), Megan.ObjectId)),
        Warning(CheckIds.Redirects, PhraseCodes.CheckRedirectsPresent, App(new() { Redirects = ["https://a.example"] })),

        Failed(CheckIds.Secret, PhraseCodes.CheckSecretMissing, App(new() { NoSecrets = true })),
        Warning(CheckIds.SecretExpiry, PhraseCodes.CheckSecretExpiresSoon, Expires(29)),
        Passed(CheckIds.SecretExpiry, PhraseCodes.CheckSecretValid, Expires(31)),
        Failed(CheckIds.SecretExpiry, PhraseCodes.CheckSecretExpired, Expires(-1)),
        Warning(CheckIds.SecretPolicy, PhraseCodes.CheckSecretPolicyForbids, s => s.Levers.ForbidSecretsAsync()),
        Passed(CheckIds.SecretPolicy, PhraseCodes.CheckSecretPolicyLimited, s => s.Levers.LimitSecretsAsync(90)),
        Passed(CheckIds.SecretPolicy, PhraseCodes.CheckSecretPolicyOpen, s => s.Levers.SetSecretRulesAsync(new(true, null, s.Contoso.Clock.GetUtcNow().AddDays(1)))),
        Warning(CheckIds.SecretPolicy, PhraseCodes.CheckSecretPolicyExempts, s => s.Levers.SetSecretRulesAsync(new(true, null, null, "Automation_Allowed"))),
        Warning(CheckIds.SecretPolicy, PhraseCodes.CheckSecretPolicyForbids, s => s.Levers.SetSecretRulesAsync(s.ClientId, new(true, null))),
        Passed(CheckIds.SecretPolicy, PhraseCodes.CheckSecretPolicyLimited, async s =>
        {
            await s.Levers.ForbidSecretsAsync();
            await s.Levers.SetSecretRulesAsync(s.ClientId, new(false, 30));
        }),
        .. new[] { "password", "key", "federated" }.SelectMany(kind => new[]
        {
            Warning(CheckIds.AppCredentials, PhraseCodes.CheckSecretsUnaccounted, s => s.Levers.AddCredentialAsync(s.ClientId, new(kind))),
            Warning(CheckIds.PrincipalCredentials, PhraseCodes.CheckPrincipalCredentialsFound, s => s.Levers.AddCredentialAsync(s.ClientId, new(kind, OnServicePrincipal: true))),
        }),
        Warning(CheckIds.OrphanedSecrets, PhraseCodes.CheckSecretsOrphaned, Orphan, Repairs.OrphanedSecrets),
        Passed(CheckIds.AppCredentials, PhraseCodes.CheckAppCredentialsNone, Orphan),

        Failed(CheckIds.SyncUser, PhraseCodes.CheckSyncUserMissing, s => s.Levers.DeleteUserAsync(SyncUser)),
        Failed(CheckIds.SyncUserEnabled, PhraseCodes.CheckSyncUserDisabled, s => s.Levers.DisableAsync(SyncUser)),
        Failed(CheckIds.SyncUserMember, PhraseCodes.CheckSyncUserGuest, s => s.Levers.ChangeUserAsync(SyncUser, new() { Guest = true })),
        Warning(CheckIds.SyncUserPassword, PhraseCodes.CheckPasswordExpires, Password(-60, 90)),
        Failed(CheckIds.SyncUserPassword, PhraseCodes.CheckPasswordExpired, Password(-91, null)),
        Passed(CheckIds.SyncUserPassword, PhraseCodes.CheckPasswordLasts, Password(-400, int.MaxValue)),
        Warning(CheckIds.SyncUserPassword, PhraseCodes.CheckPasswordChanged, s => s.Levers.SetPasswordAsync(SyncUser, s.Contoso.Clock.GetUtcNow().AddHours(1), neverExpires: true)),
        Passed(CheckIds.SyncUserPassword, PhraseCodes.CheckPasswordOnPremises, s => Task.Run(() => s.Contoso.Change(t => t.Users[SyncUser.ObjectId] = t.Users[SyncUser.ObjectId] with { OnPremisesSyncEnabled = true }))),
        Failed(CheckIds.Domain, PhraseCodes.CheckDomainUnknown, s => s.Levers.DeleteDomainAsync(InitialDomain)),
        Passed(CheckIds.Domain, PhraseCodes.CheckDomainFederated, Federated),
        Failed(CheckIds.SignInPolicy, PhraseCodes.CheckSignInPolicyMissing, Federated, Repairs.SignInPolicy),
        Failed(CheckIds.SignInPolicy, PhraseCodes.CheckSignInPolicyLacksFlag, Federated + Policy(new(Hints)), Repairs.SignInPolicy),
        Failed(CheckIds.SignInPolicy, PhraseCodes.CheckSignInPolicyAccelerates, Federated + Policy(new(Acceleration)), Repairs.SignInPolicy),
        Passed(CheckIds.SignInPolicy, PhraseCodes.CheckSignInPolicyRight, Federated + Policy(new(CloudPasswords))),
        Warning(CheckIds.SignInPolicy, PhraseCodes.CheckSignInPolicyNeedless, Policy(new(CloudPasswords)), Repairs.SignInPolicy),
        Warning(CheckIds.OrganisationSignInPolicy, PhraseCodes.CheckOrganisationPolicyCloudPasswords, Policy(new(CloudPasswords, OrganizationDefault: true))),
        Warning(CheckIds.OrganisationSignInPolicy, PhraseCodes.CheckOrganisationPolicyAccelerates, Policy(new(Acceleration, OrganizationDefault: true, Attached: false))),
        Failed(CheckIds.HashSync, PhraseCodes.CheckHashSyncNoDirectory, Federated + NeverSynchronised, Repairs.SignInPolicy),
        new(CheckIds.HashSync, CheckState.NotChecked, PhraseCodes.NotCheckedHashSync, Federated + Synchronised(true)),
        Passed(CheckIds.HashSync, PhraseCodes.CheckHashSyncAttested, Federated + Synchronised(true) + Attested(true)),
        Failed(CheckIds.HashSync, PhraseCodes.CheckHashSyncAttestedOff, Federated + Synchronised(true) + Attested(false), Repairs.SignInPolicy),
        Warning(CheckIds.SecurityDefaults, PhraseCodes.CheckSecurityDefaultsOn, s => s.Levers.SetSecurityDefaultsAsync(true)),
        Failed(CheckIds.ConditionalAccess, PhraseCodes.CheckConditionalAccessBlocks, s => s.Levers.AddConditionalAccessAsync(new ConditionalAccessBody("MFA for all", ["mfa"]))),
        new(CheckIds.SignIns, CheckState.NotChecked, PhraseCodes.NotCheckedNoPremium, s => s.Levers.SetPremiumAsync(false)),
        Passed(CheckIds.SignIns, PhraseCodes.CheckSignInsGood, SignedIn(0)),
        Failed(CheckIds.SignIns, PhraseCodes.AadstsMfa, SignedIn(0, 50076)),
        Warning(CheckIds.SignIns, PhraseCodes.AadstsMfa, SignedIn(50076, 0)),
        Failed(CheckIds.SignIns, PhraseCodes.AadstsUnknown, SignedIn(999999)),
    ];

    private static Step Federated => new(s => s.Levers.FederateAsync(InitialDomain));

    private static IEnumerable<EntraCase> Passing() => new (string Id, string Code)[]
    {
        (CheckIds.Application, PhraseCodes.CheckAppPresent), (CheckIds.MicrosoftStatus, PhraseCodes.CheckMicrosoftStatusFine), (CheckIds.Audience, PhraseCodes.CheckSingleTenant),
        (CheckIds.ConfidentialClient, PhraseCodes.CheckConfidentialClient), (CheckIds.Permission, PhraseCodes.CheckPermissionPresent),
        (CheckIds.ServicePrincipal, PhraseCodes.CheckServicePrincipalEnabled), (CheckIds.Assignment, PhraseCodes.CheckAssignmentNotRequired), (CheckIds.Consent, PhraseCodes.CheckConsentPresent),
        (CheckIds.Owners, PhraseCodes.CheckOwnersExpected), (CheckIds.Redirects, PhraseCodes.CheckRedirectsNone), (CheckIds.Secret, PhraseCodes.CheckSecretKnown),
        (CheckIds.SecretExpiry, PhraseCodes.CheckSecretValid), (CheckIds.SecretPolicy, PhraseCodes.CheckSecretPolicyOpen), (CheckIds.AppCredentials, PhraseCodes.CheckAppCredentialsNone),
        (CheckIds.PrincipalCredentials, PhraseCodes.CheckPrincipalCredentialsNone), (CheckIds.OrphanedSecrets, PhraseCodes.CheckSecretsOrphanedNone),
        (CheckIds.SyncUser, PhraseCodes.CheckSyncUserHealthy), (CheckIds.SyncUserEnabled, PhraseCodes.CheckSyncUserEnabled), (CheckIds.SyncUserMember, PhraseCodes.CheckSyncUserMember),
        (CheckIds.SyncUserPassword, PhraseCodes.CheckPasswordLasts), (CheckIds.Domain, PhraseCodes.CheckDomainManaged), (CheckIds.SignInPolicy, PhraseCodes.CheckSignInPolicyNotNeeded),
        (CheckIds.OrganisationSignInPolicy, PhraseCodes.CheckOrganisationPolicyNone), (CheckIds.HashSync, PhraseCodes.CheckHashSyncNotNeeded),
        (CheckIds.ConditionalAccess, PhraseCodes.CheckConditionalAccessClear), (CheckIds.SecurityDefaults, PhraseCodes.CheckSecurityDefaultsOff),
    }.Select(one => Passed(one.Id, one.Code, _ => Task.CompletedTask)).Append(
        new(CheckIds.SignIns, CheckState.NotChecked, PhraseCodes.NotCheckedSignInsNone, _ => Task.CompletedTask));

    private static EntraCase Passed(string id, string code, Func<FinishedSetup, Task> change) => new(id, CheckState.Passed, code, change);

    private static EntraCase Warning(string id, string code, Func<FinishedSetup, Task> change, string? repair = null) => new(id, CheckState.Warning, code, change, repair);

    private static EntraCase Failed(string id, string code, Func<FinishedSetup, Task> change, string? repair = null) => new(id, CheckState.Failed, code, change, repair);

    private static Func<FinishedSetup, Task> App(AppBody change) => s => s.Levers.ChangeAppAsync(s.ClientId, change);

    private static Func<FinishedSetup, Task> Declares(string type, params Guid[] more) => App(new()
    {
        RequiredResourceAccess =
        [
            new(WellKnown.DynamicsAppId.ToString(), [new(WellKnown.DynamicsUserImpersonation, type)]),
            .. more.Select(id => new RequiredResourceAccess(id.ToString(), [new(Guid.NewGuid(), "Scope")])),
        ],
    });

    private static Func<FinishedSetup, Task> Assigned(Guid userOrGroup) => async s =>
    {
        await s.Levers.ChangeAppAsync(s.ClientId, new() { AssignmentRequired = true });
        await s.Levers.AssignAsync(s.ClientId, userOrGroup);
    };

    private static Func<FinishedSetup, Task> Expires(int days) => s => s.Levers.ChangeAppAsync(s.ClientId, new() { SecretsExpireAt = s.Contoso.Clock.GetUtcNow().AddDays(days).AddHours(1) });

    private static Func<FinishedSetup, Task> Password(int changedDays, int? validity) => async s =>
    {
        await s.Levers.SetPasswordAsync(SyncUser, s.Contoso.Clock.GetUtcNow().AddDays(changedDays), neverExpires: false);
        await s.Levers.SetPasswordValidityAsync(InitialDomain, validity);
    };

    private static Step Policy(SignInPolicyBody policy) => new(s => s.Levers.SetSignInPolicyAsync(s.ClientId, policy));

    private static Step NeverSynchronised => new(s => s.Levers.SetPasswordHashSyncAsync(null, false));

    private static Step Synchronised(bool hashes) => new(s => s.Levers.SetPasswordHashSyncAsync(true, hashes));

    private static Step Attested(bool on) => new(s =>
    {
        s.Connection.HashSync = new HashSyncAttestation { On = on, ById = "x", ByName = "Alex Wilber", At = s.Contoso.Clock.GetUtcNow() };
        return Task.CompletedTask;
    });

    /// <summary>The answer to <c>addPassword</c> was lost: nobody has the value, and only the marker tells that it is ours.</summary>
    private static async Task Orphan(FinishedSetup s)
    {
        await s.Levers.AddCredentialAsync(s.ClientId, new("password", Name: "Marketo sync marker-2"));
        s.Connection.Secrets.Add(new IssuedSecret
        {
            Id = Guid.NewGuid(),
            RunId = Guid.NewGuid(),
            RecipientId = "x",
            Marker = "marker-2",
            RequestedAt = s.Contoso.Clock.GetUtcNow().AddHours(-1),
            Fate = SecretFate.Requested,
        });
    }

    /// <param name="codes">Oldest first; 0 is success.</param>
    private static Func<FinishedSetup, Task> SignedIn(params int[] codes) => async s =>
    {
        for (var i = 0; i < codes.Length; i++)
        {
            await s.Levers.AddSignInAsync(new SignIn
            {
                Id = Guid.NewGuid(),
                AppId = s.ClientId,
                UserId = SyncUser.ObjectId,
                UserPrincipalName = SyncUser.UserPrincipalName,
                IpAddress = "192.0.2.7",
                CreatedDateTime = s.Contoso.Clock.GetUtcNow().AddMinutes(i - 60),
                Status = new SignInStatus(codes[i], "x", null),
            });
        }
    };

    private static Guid Backend(FinishedSetup s) => PrincipalOf(s, BackendAppId);

    private static Guid PrincipalOf(FinishedSetup s, Guid appId) => s.Contoso.World.Locked(() => s.Contoso.World.FindServicePrincipal(appId)!.Id);

    /// <summary>Something that is done to the tenant; several are added up.</summary>
    private sealed record Step(Func<FinishedSetup, Task> Do)
    {
        public static Step operator +(Step one, Step other) => new(async s =>
        {
            await one.Do(s);
            await other.Do(s);
        });

        public static implicit operator Func<FinishedSetup, Task>(Step step) => step.Do;
    }
}
