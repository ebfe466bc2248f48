using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>A Conditional Access policy that a password grant of the sync user for Dynamics would meet and cannot satisfy.</summary>
/// <param name="Policy">Its name, for those who may see it.</param>
/// <param name="Certain">False where it depends on place, platform, device or risk, which nobody here knows of Marketo's servers.</param>
/// <param name="Reasons">Codes of phrases that say what it asks for.</param>
internal sealed record PolicyThreat(string Policy, bool Certain, IReadOnlyList<string> Reasons)
{
    private const string Everything = "All";

    /// <param name="memberships">Ids of the user's groups, template ids of its roles.</param>
    /// <returns>Null: the policy is off or only reports, is about others, or asks for nothing that stands in the way.</returns>
    public static PolicyThreat? Of(ConditionalAccessPolicy policy, string userId, IReadOnlySet<string> memberships) =>
        IsOn(policy) && policy.Conditions is { ClientApplications: null or { IncludeServicePrincipals: null or [] } } conditions
            && Targets(conditions.Applications) && Targets(conditions.Users, userId, memberships) && IsAboutThisWay(conditions)
            && Demands(policy.GrantControls) is { Count: > 0 } reasons
            ? new PolicyThreat(policy.DisplayName ?? policy.Id ?? "", !DependsOnCircumstances(conditions), reasons)
            : null;

    /// <summary>Report-only policies write into the log and stop nobody.</summary>
    public static bool IsOn(ConditionalAccessPolicy policy) => policy.State is ConditionalAccessPolicyState.Enabled;

    private static bool Targets(ConditionalAccessApplications? apps) =>
        Holds(apps?.IncludeApplications, Everything, DynamicsCrm.AppId) && !Holds(apps?.ExcludeApplications, Everything, DynamicsCrm.AppId);

    private static bool Targets(ConditionalAccessUsers? users, string userId, IReadOnlySet<string> memberships)
    {
        var included = Holds(users?.IncludeUsers, Everything, userId) || Overlap(users?.IncludeGroups) || Overlap(users?.IncludeRoles);
        return included && !Holds(users?.ExcludeUsers, Everything, userId) && !Overlap(users?.ExcludeGroups) && !Overlap(users?.ExcludeRoles);

        bool Overlap(List<string>? ids) => ids?.Any(memberships.Contains) is true;
    }

    /// <summary>A password grant counts as a mobile or desktop client, or as "other".</summary>
    private static bool IsAboutThisWay(ConditionalAccessConditionSet conditions) =>
        conditions.ClientAppTypes is null or [] || conditions.ClientAppTypes.Any(
            type => type is ConditionalAccessClientApp.All or ConditionalAccessClientApp.MobileAppsAndDesktopClients or ConditionalAccessClientApp.Other);

    private static bool DependsOnCircumstances(ConditionalAccessConditionSet conditions) =>
        (conditions.Locations is { } places && !(Holds(places.IncludeLocations, Everything) && places.ExcludeLocations is null or []))
        || (conditions.Platforms is { } platforms && !(Holds(platforms.IncludePlatforms?.Select(p => p.ToString()), Everything) && platforms.ExcludePlatforms is null or []))
        || conditions.Devices?.DeviceFilter is not null
        || conditions.SignInRiskLevels is { Count: > 0 } || conditions.UserRiskLevels is { Count: > 0 }
        || conditions.Applications?.ApplicationFilter is not null || conditions.AuthenticationFlows is not null || conditions.InsiderRiskLevels is not null;

    private static List<string> Demands(ConditionalAccessGrantControls? controls)
    {
        List<string> reasons = [.. (controls?.BuiltInControls ?? []).Select(Reason).Distinct()];
        if (controls?.AuthenticationStrength is not null) reasons.Add(PhraseCodes.DetailPolicyStrength);
        if (controls?.TermsOfUse is { Count: > 0 }) reasons.Add(PhraseCodes.DetailPolicyTerms);
        if (controls?.CustomAuthenticationFactors is { Count: > 0 }) reasons.Add(PhraseCodes.DetailPolicyOther);
        return reasons;
    }

    private static string Reason(ConditionalAccessGrantControl? control) => control switch
    {
        ConditionalAccessGrantControl.Block => PhraseCodes.DetailPolicyBlock,
        ConditionalAccessGrantControl.Mfa => PhraseCodes.DetailPolicyMfa,
        ConditionalAccessGrantControl.CompliantDevice or ConditionalAccessGrantControl.DomainJoinedDevice => PhraseCodes.DetailPolicyDevice,
        ConditionalAccessGrantControl.ApprovedApplication or ConditionalAccessGrantControl.CompliantApplication => PhraseCodes.DetailPolicyApp,
        _ => PhraseCodes.DetailPolicyOther,
    };

    private static bool Holds(IEnumerable<string?>? list, params string[] wanted) =>
        list?.Any(one => wanted.Contains(one, StringComparer.OrdinalIgnoreCase)) is true;
}
