using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Entra;

/// <summary>What the organisation demands beyond a right password: per-user MFA, security defaults, Conditional Access.</summary>
public sealed class AccessRules(Tenant tenant)
{
    /// <summary>Judges a password grant, which can satisfy no demand that needs a person. The caller holds the tenant's gate.</summary>
    public Refusal? Judge(User user, SignInState state, Resource resource)
    {
        if (state.PerUserMfa) return Refusal.MfaRequired;
        if (tenant.SecurityDefaults.IsEnabled) return Refusal.SecurityDefaults;

        var applied = tenant.ConditionalAccess.Values.Where(policy => policy.State == "enabled" && Applies(policy, user, resource)).ToArray();
        var controls = applied.SelectMany(policy => policy.GrantControls?.BuiltInControls ?? []).ToHashSet();
        var refusal = controls switch
        {
            _ when controls.Contains("block") => Refusal.Blocked,
            _ when controls.Contains("mfa") || applied.Any(policy => policy.GrantControls?.AuthenticationStrength is not null) => Refusal.MfaRequired,
            _ when controls.Contains("compliantDevice") => Refusal.DeviceNotCompliant,
            _ when controls.Contains("domainJoinedDevice") => Refusal.DeviceNotJoined,
            _ => null,
        };
        return refusal is null ? null : refusal with { Policies = [.. applied.Select(policy => new AppliedPolicy(policy.Id, policy.DisplayName, policy.GrantControls?.BuiltInControls ?? [], "failure"))] };
    }

    private bool Applies(ConditionalAccessPolicy policy, User user, Resource resource)
    {
        var (apps, users) = (policy.Conditions.Applications, policy.Conditions.Users);
        return Names(apps.IncludeApplications, resource.Principal.AppId) && !apps.ExcludeApplications.Contains(resource.Principal.AppId.ToString())
            && !DependsOnCircumstances(policy.Conditions)
            && policy.Conditions.ClientAppTypes.Any(type => type is "all" or "mobileAppsAndDesktopClients" or "other")
            && Matches(users.IncludeUsers, users.IncludeGroups, users.IncludeRoles, user)
            && !Matches(users.ExcludeUsers, users.ExcludeGroups, users.ExcludeRoles, user);
    }

    /// <summary>Requests to the sandbox come from nowhere, from no device, and carry no risk.</summary>
    private static bool DependsOnCircumstances(ConditionalAccessConditions conditions) =>
        conditions.Locations is { IncludeLocations.Count: > 0 } || conditions.Platforms is { IncludePlatforms.Count: > 0 } || conditions.Devices is not null
        || conditions.UserRiskLevels.Count > 0 || conditions.SignInRiskLevels.Count > 0;

    private bool Matches(IReadOnlyList<string> users, IReadOnlyList<string> groups, IReadOnlyList<string> roles, User user) =>
        Names(users, user.Id)
        || tenant.GroupsOf(user.Id).Any(group => groups.Contains(group.ToString()))
        || tenant.RoleAssignments.Values.Any(role => role.PrincipalId == user.Id && roles.Contains(role.RoleDefinitionId.ToString()));

    private static bool Names(IReadOnlyList<string> list, Guid id) => list.Contains("All") || list.Contains(id.ToString(), StringComparer.OrdinalIgnoreCase);
}
