namespace MarketoSetupBot.Sandbox.World;

/// <summary>Contoso as it is before anybody sets up anything.</summary>
public sealed class ContosoSeed(ContosoSecrets secrets, TimeProvider clock)
{
    /// <summary>What the backend is granted on Microsoft Graph: enough to do its work on apps of its own, and not <c>Application.ReadWrite.All</c>.</summary>
    private static readonly string[] BackendPermissions =
    [
        "Application.ReadWrite.OwnedBy", "DelegatedPermissionGrant.ReadWrite.All", "DelegatedPermissionGrant.Read.All", "Policy.ReadWrite.ApplicationConfiguration", "Policy.Read.All",
        "Domain.Read.All", "Organization.Read.All", "User.Read.All", "GroupMember.Read.All", "RoleManagement.Read.Directory", "RoleEligibilitySchedule.Read.Directory", "AuditLog.Read.All", "Directory.Read.All",
    ];

    /// <summary>Fills an empty tenant. The caller holds its gate, or is its constructor.</summary>
    public void Fill(Tenant tenant)
    {
        Directory(tenant);
        MicrosoftApps(tenant);
        OwnApps(tenant);
    }

    private void Directory(Tenant tenant)
    {
        foreach (var domain in (Domain[])
        [
            new() { Id = Contoso.InitialDomain, IsInitial = true },
            new() { Id = Contoso.DefaultDomain, IsDefault = true },
            new() { Id = Contoso.FederatedDomain, AuthenticationType = "Federated", IsRoot = false },
        ])
            tenant.Domains.Add(domain.Id, domain);

        foreach (var person in Contoso.People) AddUser(tenant, person, ContosoSecrets.Random());
        AddUser(tenant, Contoso.SyncUser, secrets.SyncPassword);
        AddUser(tenant, Contoso.FederatedSyncUser, secrets.SyncPassword);
        tenant.Users[Contoso.FederatedSyncUser.ObjectId] = tenant.Users[Contoso.FederatedSyncUser.ObjectId] with { OnPremisesSyncEnabled = true };
        (tenant.OnPremisesSyncEnabled, tenant.PasswordHashSync) = (true, true);

        tenant.Groups.Add(Contoso.TeamGroupId, new Group
        {
            Id = Contoso.TeamGroupId,
            DisplayName = "Contoso CRM",
            MailNickname = "contosocrm",
            Members = [.. Contoso.People.Select(person => person.ObjectId)],
        });
        tenant.Assign(Contoso.Alex.ObjectId, WellKnown.DirectoryRole("Cloud Application Administrator"));
        tenant.OrganizationHosts.Add(Contoso.OrganizationHost);
        tenant.OrganizationHosts.Add("contoso.api.crm.dynamics.com");
    }

    private void AddUser(Tenant tenant, Person person, string password)
    {
        var now = clock.GetUtcNow();
        var names = person.Name.Split(' ', 2);
        tenant.Users.Add(person.ObjectId, new User
        {
            Id = person.ObjectId,
            DisplayName = person.Name,
            GivenName = names[0],
            Surname = names[^1],
            Mail = person.TeamsId is null ? null : person.UserPrincipalName,
            UserPrincipalName = person.UserPrincipalName,
            CreatedDateTime = now.AddYears(-1),
            LastPasswordChangeDateTime = now.AddMonths(-2),
            PasswordPolicies = person.TeamsId is null ? "DisablePasswordExpiration" : null,
        });
        tenant.SignInStates.Add(person.ObjectId, new SignInState { Password = password });
    }

    private static void MicrosoftApps(Tenant tenant)
    {
        tenant.Add(new ServicePrincipal
        {
            Id = StableId("sp", WellKnown.GraphAppId),
            AppId = WellKnown.GraphAppId,
            DisplayName = "Microsoft Graph",
            AppDisplayName = "Microsoft Graph",
            AppOwnerOrganizationId = WellKnown.MicrosoftServicesTenant,
            ServicePrincipalNames = [WellKnown.GraphAppId.ToString(), "https://graph.microsoft.com"],
            SignInAudience = "AzureADMultipleOrgs",
            AppRoles = [.. GraphPermissions.Application.Select(name => new AppRole { Id = StableId(name, WellKnown.GraphAppId), Value = name, DisplayName = name })],
            Oauth2PermissionScopes = [.. GraphPermissions.Delegated.Select(name => new PermissionScope { Id = StableId("scope:" + name, WellKnown.GraphAppId), Value = name })],
        });
        tenant.Add(new ServicePrincipal
        {
            Id = StableId("sp", WellKnown.DynamicsAppId),
            AppId = WellKnown.DynamicsAppId,
            DisplayName = "Dataverse",
            AppDisplayName = "Dataverse",
            AppOwnerOrganizationId = WellKnown.MicrosoftServicesTenant,
            ServicePrincipalNames = [WellKnown.DynamicsAppId.ToString(), "https://admin.services.crm.dynamics.com"],
            SignInAudience = "AzureADMultipleOrgs",
            Oauth2PermissionScopes =
            [
                new() { Id = WellKnown.DynamicsUserImpersonation, Value = WellKnown.UserImpersonation, AdminConsentDisplayName = "Access Common Data Service as organization users", Type = "User" },
            ],
        });
        tenant.Add(new ServicePrincipal
        {
            Id = StableId("sp", BotFrameworkAppId),
            AppId = BotFrameworkAppId,
            DisplayName = "Microsoft Bot Framework",
            AppDisplayName = "Microsoft Bot Framework",
            AppOwnerOrganizationId = WellKnown.MicrosoftServicesTenant,
            ServicePrincipalNames = ["https://api.botframework.com"],
            SignInAudience = "AzureADMultipleOrgs",
        });
    }

    private void OwnApps(Tenant tenant)
    {
        var bot = AddOwnApp(tenant, Contoso.BotAppId, "MarketoSetupBot", secrets.Bot, Contoso.EventsPushRole, scope: "access_as_user", [$"api://{Contoso.BotAppId}", $"api://botid-{Contoso.BotAppId}"]);
        var backend = AddOwnApp(tenant, Contoso.BackendAppId, "MarketoSetupBot backend", secrets.Backend, Contoso.SetupReadRole, Contoso.SetupActScope, [$"api://{Contoso.BackendAppId}"]);
        tenant.GrantRole(bot, backend, Contoso.SetupReadRole);
        tenant.GrantRole(backend, bot, Contoso.EventsPushRole);
        var graph = tenant.FindServicePrincipal(WellKnown.GraphAppId)!;
        foreach (var permission in BackendPermissions) tenant.GrantRole(backend, graph, permission);
        tenant.Consent(bot, backend, Contoso.SetupActScope);
        // On behalf of whoever asks, the backend may read the organisation as that person.
        tenant.Consent(backend, tenant.FindServicePrincipal(WellKnown.DynamicsAppId)!, WellKnown.UserImpersonation);
        tenant.Consent(backend, graph, GraphPermissions.OnPremisesRead);
    }

    private ServicePrincipal AddOwnApp(Tenant tenant, Guid appId, string name, string secret, string role, string scope, IReadOnlyList<string> uris)
    {
        var now = clock.GetUtcNow();
        var keyId = StableId("secret", appId);
        AppRole[] roles = [new() { Id = StableId(role, appId), Value = role, DisplayName = role }];
        PermissionScope[] scopes = [new() { Id = StableId("scope:" + scope, appId), Value = scope, Type = "User" }];
        tenant.Remember(keyId, secret);
        tenant.Applications.Add(StableId("app", appId), new Application
        {
            Id = StableId("app", appId),
            AppId = appId,
            DisplayName = name,
            CreatedDateTime = now.AddMonths(-1),
            PublisherDomain = Contoso.DefaultDomain,
            SignInAudience = "AzureADMyOrg",
            IdentifierUris = uris,
            Api = new() { RequestedAccessTokenVersion = 2, Oauth2PermissionScopes = scopes },
            AppRoles = roles,
            PasswordCredentials = [new() { KeyId = keyId, DisplayName = "seed", Hint = secret[..3], StartDateTime = now.AddMonths(-1), EndDateTime = now.AddYears(2) }],
        });
        return tenant.Add(new ServicePrincipal
        {
            Id = StableId("sp", appId),
            AppId = appId,
            DisplayName = name,
            AppDisplayName = name,
            AppOwnerOrganizationId = tenant.Id,
            ServicePrincipalNames = [appId.ToString(), .. uris],
            SignInAudience = "AzureADMyOrg",
            AppRoles = roles,
            Oauth2PermissionScopes = scopes,
        });
    }

    internal static readonly Guid BotFrameworkAppId = new("74df6a30-3ff1-4d4f-98b3-1f9c7a0c6f5e");

    /// <summary>An id that is the same in every run, so that a test or a configuration may remember it.</summary>
    private static Guid StableId(string what, Guid of) =>
        new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(what + of)).AsSpan(0, 16), bigEndian: true);
}
