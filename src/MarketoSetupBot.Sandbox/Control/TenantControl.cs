using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Control;

/// <summary>Changes to the tenant that in reality its administrators make.</summary>
internal static class TenantControl
{
    public static void MapTenantControl(this IEndpointRouteBuilder control)
    {
        control.MapPut("/users/{user}/roles", (string user, RolesBody body, Tenant tenant) => Locked(tenant, () => SetRoles(tenant, Find(tenant, user), body)));
        control.MapPatch("/users/{user}", (string user, UserBody body, Tenant tenant) => Locked(tenant, () => Change(tenant, Find(tenant, user), body)));
        control.MapPost("/role-groups", (RoleGroupBody body, Tenant tenant) => tenant.Locked(() => AddRoleGroup(tenant, body)));
        control.MapPut("/domains/{name}", (string name, DomainBody body, Tenant tenant) => Locked(tenant, () =>
            tenant.Domains[name] = (tenant.Domains.GetValueOrDefault(name) ?? throw new ArgumentException($"There is no domain '{name}'.")) with { AuthenticationType = body.AuthenticationType }));
        control.MapPut("/hash-sync", (HashSyncBody body, Tenant tenant) => Locked(tenant, () => (tenant.OnPremisesSyncEnabled, tenant.PasswordHashSync) = (body.DirectorySynchronised, body.PasswordHashSync)));
        control.MapPut("/apps/{appId:guid}/permissions", (Guid appId, PermissionBody body, Tenant tenant) => Locked(tenant, () => SetPermission(tenant, appId, body)));
        control.MapPut("/apps/{appId:guid}/enabled", (Guid appId, SwitchBody body, Tenant tenant) => Locked(tenant, () =>
        {
            var principal = tenant.FindServicePrincipal(appId) ?? throw new ArgumentException($"There is no service principal of '{appId}'.");
            tenant.ServicePrincipals[principal.Id] = principal with { AccountEnabled = body.On };
        }));
        control.MapPost("/conditional-access", (ConditionalAccessBody body, Tenant tenant) => Locked(tenant, () => AddPolicy(tenant, body)));
        control.MapDelete("/conditional-access", (Tenant tenant) => Locked(tenant, tenant.ConditionalAccess.Clear));
        control.MapPut("/security-defaults", (SwitchBody body, Tenant tenant) => Locked(tenant, () => tenant.SecurityDefaults = new SecurityDefaults { IsEnabled = body.On }));
        control.MapPut("/secret-rules", (SecretRulesBody body, Tenant tenant) => Locked(tenant, () => tenant.AppManagement = Policy(body)));
        control.MapPut("/replication", (LagBody body, Tenant tenant) => Locked(tenant, () => tenant.Replication.Lag = TimeSpan.FromSeconds(body.Seconds)));
    }

    private static void SetRoles(Tenant tenant, User user, RolesBody body)
    {
        var roles = body.Roles.Select(WellKnown.DirectoryRole).ToArray();
        foreach (var held in tenant.RoleAssignments.Values.Where(one => one.PrincipalId == user.Id).ToArray()) tenant.RoleAssignments.Remove(held.Id);
        foreach (var role in roles) tenant.Assign(user.Id, role, body.Scope ?? "/");
    }

    private static IResult AddRoleGroup(Tenant tenant, RoleGroupBody body)
    {
        var group = new Group { Id = Guid.NewGuid(), DisplayName = body.DisplayName, GroupTypes = [], MailEnabled = false, SecurityEnabled = true, IsAssignableToRole = true, Members = body.Members };
        tenant.Groups.Add(group.Id, group);
        tenant.Assign(group.Id, WellKnown.DirectoryRole(body.Role));
        return Results.Json(group, SandboxJson.Options);
    }

    private static void Change(Tenant tenant, User user, UserBody body)
    {
        tenant.Users[user.Id] = user with
        {
            AccountEnabled = body.Enabled ?? user.AccountEnabled,
            UserType = body.Guest is { } guest ? guest ? "Guest" : "Member" : user.UserType,
            LastPasswordChangeDateTime = body.Password is null ? user.LastPasswordChangeDateTime : tenant.Clock.GetUtcNow(),
        };
        var state = tenant.SignInStates.GetValueOrDefault(user.Id) ?? new SignInState();
        tenant.SignInStates[user.Id] = state with
        {
            Password = body.NoPassword is true ? null : body.Password ?? state.Password,
            PasswordExpired = body.PasswordExpired ?? state.PasswordExpired,
            PerUserMfa = body.PerUserMfa ?? state.PerUserMfa,
        };
        if (body.InTeam is not { } member) return;
        var team = tenant.Groups[Contoso.TeamGroupId];
        tenant.Groups[team.Id] = team with { Members = [.. team.Members.Where(one => one != user.Id), .. member ? [user.Id] : Array.Empty<Guid>()] };
    }

    private static void SetPermission(Tenant tenant, Guid appId, PermissionBody body)
    {
        var client = tenant.FindServicePrincipal(appId) ?? throw new ArgumentException($"There is no service principal of '{appId}'.");
        var resource = tenant.ServicePrincipals.Values.FirstOrDefault(one => one.AppRoles.Any(role => role.Value == body.Permission))
            ?? throw new ArgumentException($"No resource has an application permission '{body.Permission}'.");
        if (body.Held) tenant.GrantRole(client, resource, body.Permission);
        else tenant.WithdrawRole(client, resource, body.Permission);
    }

    private static void AddPolicy(Tenant tenant, ConditionalAccessBody body)
    {
        var now = tenant.Clock.GetUtcNow();
        var policy = new ConditionalAccessPolicy
        {
            Id = Guid.NewGuid().ToString(),
            DisplayName = body.DisplayName,
            State = body.State,
            CreatedDateTime = now,
            Conditions = new()
            {
                Users = new()
                {
                    IncludeUsers = body.Users is null ? ["All"] : [.. body.Users.Select(id => id.ToString())],
                    ExcludeUsers = [.. (body.ExcludedUsers ?? []).Select(id => id.ToString())],
                },
            },
            GrantControls = new() { BuiltInControls = body.Controls },
        };
        tenant.ConditionalAccess.Add(policy.Id, policy);
    }

    private static AppManagementPolicy Policy(SecretRulesBody body)
    {
        var restrictions = Restrictions(body);
        return new AppManagementPolicy { IsEnabled = restrictions.PasswordCredentials.Count > 0, ApplicationRestrictions = restrictions };
    }

    internal static CredentialRestrictions Restrictions(SecretRulesBody body)
    {
        var rules = new List<PasswordRestriction>();
        var exempt = body.ExemptAttribute is { } attribute ? new ActorExemptions([new(attribute, "equals", "true")]) : null;
        if (body.Forbidden) rules.Add(new() { RestrictionType = "passwordAddition", RestrictForAppsCreatedAfterDateTime = body.AppsCreatedAfter, ExcludeActors = exempt });
        if (body.MaxLifetimeDays is { } days) rules.Add(new() { RestrictionType = "passwordLifetime", MaxLifetime = $"P{days}D", RestrictForAppsCreatedAfterDateTime = body.AppsCreatedAfter, ExcludeActors = exempt });
        return new() { PasswordCredentials = rules };
    }

    private static User Find(Tenant tenant, string user) => tenant.FindUser(user) ?? throw new ArgumentException($"There is no user '{user}'.");

    private static IResult Locked(Tenant tenant, Action act)
    {
        lock (tenant.Gate)
        {
            return ControlEndpoints.Done(act);
        }
    }
}
