using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Control;

/// <summary>Levers for what a validation looks at: everything about an app and its surroundings that somebody could have changed.</summary>
internal static class CheckLevers
{
    public static void MapCheckLevers(this IEndpointRouteBuilder control)
    {
        var app = control.MapGroup("/apps/{appId:guid}");
        app.MapPatch("", (Guid appId, AppBody body, Tenant tenant) => Locked(tenant, () => Change(tenant, App(tenant, appId), body)));
        app.MapDelete("", (Guid appId, Tenant tenant) => Locked(tenant, () => tenant.Remove(App(tenant, appId))));
        app.MapDelete("/service-principal", (Guid appId, Tenant tenant) => Locked(tenant, () => tenant.Remove(Principal(tenant, appId))));
        app.MapPost("/credentials", (Guid appId, CredentialBody body, Tenant tenant) => Locked(tenant, () => AddCredential(tenant, appId, body)));
        app.MapPut("/owners", (Guid appId, OwnersBody body, Tenant tenant) => Locked(tenant, () => tenant.Applications[App(tenant, appId).Id] = App(tenant, appId) with { Owners = body.Owners }));
        app.MapPost("/assignments", (Guid appId, AssignmentBody body, Tenant tenant) => Locked(tenant, () => Assign(tenant, Principal(tenant, appId), body)));
        app.MapPut("/grant", (Guid appId, GrantBody body, Tenant tenant) => Locked(tenant, () => SetGrant(tenant, Principal(tenant, appId), body)));
        app.MapPut("/sign-in-policy", (Guid appId, SignInPolicyBody body, Tenant tenant) => Locked(tenant, () => Attach(tenant, Principal(tenant, appId), body)));
        app.MapPut("/secret-rules", (Guid appId, SecretRulesBody body, Tenant tenant) => Locked(tenant, () =>
            tenant.Applications[App(tenant, appId).Id] = App(tenant, appId) with { AppManagement = new() { Restrictions = TenantControl.Restrictions(body) } }));
        app.MapPut("/disabled-by", (Guid appId, DisabledByBody body, Tenant tenant) => Locked(tenant, () => Disable(tenant, Principal(tenant, appId), body)));

        control.MapPost("/conditional-access/policies", (ConditionalAccessPolicy body, Tenant tenant) => Locked(tenant, () => tenant.ConditionalAccess.Add(body.Id, body)));
        control.MapPut("/premium", (SwitchBody body, Tenant tenant) => Locked(tenant, () => tenant.Premium = body.On));
        control.MapPost("/sign-ins", (SignIn body, Tenant tenant) => Locked(tenant, () => tenant.SignIns.Add(body)));
        control.MapPut("/domains/{name}/password-validity", (string name, PasswordValidityBody body, Tenant tenant) => Locked(tenant, () =>
            tenant.Domains[name] = tenant.Domains[name] with { PasswordValidityPeriodInDays = body.Days }));
        control.MapDelete("/domains/{name}", (string name, Tenant tenant) => Locked(tenant, () => tenant.Domains.Remove(name)));
        control.MapDelete("/users/{user}", (string user, Tenant tenant) => Locked(tenant, () => tenant.Users.Remove(tenant.FindUser(user)?.Id ?? default)));
        control.MapPut("/users/{user}/password", (string user, PasswordBody body, Tenant tenant) => Locked(tenant, () => SetPassword(tenant, user, body)));
    }

    private static void Change(Tenant tenant, Application app, AppBody body)
    {
        tenant.Applications[app.Id] = app with
        {
            SignInAudience = body.SignInAudience ?? app.SignInAudience,
            IsFallbackPublicClient = body.PublicClient ?? app.IsFallbackPublicClient,
            DisabledByMicrosoftStatus = body.DisabledByMicrosoft is true ? "DisabledDueToViolationOfServicesAgreement" : app.DisabledByMicrosoftStatus,
            RequiredResourceAccess = body.RequiredResourceAccess ?? app.RequiredResourceAccess,
            Web = body.Redirects is { } redirects ? app.Web with { RedirectUris = redirects } : app.Web,
            PasswordCredentials = body.NoSecrets is true ? [] : body.SecretsExpireAt is { } at ? [.. app.PasswordCredentials.Select(c => c with { EndDateTime = at })] : app.PasswordCredentials,
        };
        if (body.AssignmentRequired is { } required && tenant.FindServicePrincipal(app.AppId) is { } principal)
            tenant.ServicePrincipals[principal.Id] = principal with { AppRoleAssignmentRequired = required };
    }

    private static void AddCredential(Tenant tenant, Guid appId, CredentialBody body)
    {
        var (now, app, principal) = (tenant.Clock.GetUtcNow(), App(tenant, appId), Principal(tenant, appId));
        var secret = new PasswordCredential { KeyId = Guid.NewGuid(), DisplayName = body.Name, StartDateTime = now, EndDateTime = now.AddYears(1) };
        var key = new KeyCredential { KeyId = Guid.NewGuid(), DisplayName = body.Name, StartDateTime = now, EndDateTime = now.AddYears(1) };
        var federated = new FederatedIdentityCredential { Name = body.Name, Issuer = "https://token.actions.githubusercontent.com", Subject = "repo:contoso/x" };
        switch (body.Kind, body.OnServicePrincipal)
        {
            case ("password", false): tenant.Applications[app.Id] = app with { PasswordCredentials = [.. app.PasswordCredentials, secret] }; break;
            case ("key", false): tenant.Applications[app.Id] = app with { KeyCredentials = [.. app.KeyCredentials, key] }; break;
            case ("federated", false): tenant.Applications[app.Id] = app with { FederatedIdentityCredentials = [.. app.FederatedIdentityCredentials, federated] }; break;
            case ("password", true): tenant.ServicePrincipals[principal.Id] = principal with { PasswordCredentials = [.. principal.PasswordCredentials, secret] }; break;
            case ("key", true): tenant.ServicePrincipals[principal.Id] = principal with { KeyCredentials = [.. principal.KeyCredentials, key] }; break;
            case ("federated", true): tenant.ServicePrincipals[principal.Id] = principal with { FederatedIdentityCredentials = [.. principal.FederatedIdentityCredentials, federated] }; break;
            default: throw new ArgumentException($"There is no credential of kind '{body.Kind}'.");
        }
    }

    private static void Assign(Tenant tenant, ServicePrincipal principal, AssignmentBody body)
    {
        var id = TenantChanges.CompactId(body.PrincipalId, principal.Id);
        tenant.AppRoleAssignments[id] = new AppRoleAssignment
        {
            Id = id,
            AppRoleId = Guid.Empty,
            CreatedDateTime = tenant.Clock.GetUtcNow(),
            PrincipalId = body.PrincipalId,
            PrincipalType = tenant.Groups.ContainsKey(body.PrincipalId) ? "Group" : "User",
            ResourceId = principal.Id,
        };
    }

    private static void SetGrant(Tenant tenant, ServicePrincipal client, GrantBody body)
    {
        foreach (var old in tenant.Grants.Values.Where(one => one.ClientId == client.Id).ToArray()) tenant.Grants.Remove(old.Id);
        if (body.Scope is not { } scope) return;
        var grant = tenant.Consent(client, tenant.FindServicePrincipal(WellKnown.DynamicsAppId)!, scope);
        if (body.ForUser is { } user) tenant.Grants[grant.Id] = grant with { ConsentType = "Principal", PrincipalId = user };
    }

    private static void Attach(Tenant tenant, ServicePrincipal principal, SignInPolicyBody body)
    {
        foreach (var old in principal.HomeRealmDiscoveryPolicies) tenant.HomeRealmDiscoveryPolicies.Remove(old);
        if (body.Definition is not { } definition)
        {
            tenant.ServicePrincipals[principal.Id] = principal with { HomeRealmDiscoveryPolicies = [] };
            return;
        }

        var policy = new HomeRealmDiscoveryPolicy { Id = Guid.NewGuid(), DisplayName = body.Name, Definition = [definition], IsOrganizationDefault = body.OrganizationDefault };
        tenant.HomeRealmDiscoveryPolicies.Add(policy.Id, policy);
        tenant.ServicePrincipals[principal.Id] = principal with { HomeRealmDiscoveryPolicies = body.Attached ? [policy.Id] : [] };
    }

    private static void Disable(Tenant tenant, ServicePrincipal principal, DisabledByBody body)
    {
        var person = tenant.FindUser(body.User) ?? throw new ArgumentException($"There is no user '{body.User}'.");
        tenant.ServicePrincipals[principal.Id] = principal with { AccountEnabled = false };
        tenant.DirectoryAudits.Add(new DirectoryAudit
        {
            Id = Guid.NewGuid().ToString(),
            ActivityDateTime = tenant.Clock.GetUtcNow(),
            ActivityDisplayName = "Update service principal",
            InitiatedBy = new(new(person.Id.ToString(), person.DisplayName, person.UserPrincipalName)),
            TargetResources = [new(principal.Id.ToString(), principal.DisplayName ?? "", "ServicePrincipal", [new("AccountEnabled", "[true]", "[false]")])],
        });
    }

    private static void SetPassword(Tenant tenant, string name, PasswordBody body)
    {
        var user = tenant.FindUser(name) ?? throw new ArgumentException($"There is no user '{name}'.");
        tenant.Users[user.Id] = user with { PasswordPolicies = body.NeverExpires ? "DisablePasswordExpiration" : null, LastPasswordChangeDateTime = body.ChangedAt };
    }

    private static Application App(Tenant tenant, Guid appId) => tenant.FindApplication(appId) ?? throw new ArgumentException($"There is no application '{appId}'.");

    private static ServicePrincipal Principal(Tenant tenant, Guid appId) =>
        tenant.FindServicePrincipal(appId) ?? throw new ArgumentException($"There is no service principal of '{appId}'.");

    private static IResult Locked(Tenant tenant, Action act)
    {
        lock (tenant.Gate)
        {
            return ControlEndpoints.Done(act);
        }
    }
}
