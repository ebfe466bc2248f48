using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Plans;

/// <summary>Which Entra roles could do by hand what the plan does: an approver must hold one that covers all of it.</summary>
internal static class ApproverRoles
{
    private static readonly string[] Applications =
        [EntraRoles.GlobalAdministrator, EntraRoles.ApplicationAdministrator, EntraRoles.CloudApplicationAdministrator];

    /// <summary>Home realm discovery decides how people sign in: Cloud Application Administrator is not enough. Source: Microsoft Graph, assign homeRealmDiscoveryPolicy.</summary>
    private static readonly string[] SignIn = [EntraRoles.GlobalAdministrator, EntraRoles.ApplicationAdministrator];

    private static readonly string[] Grants = [.. Applications, EntraRoles.PrivilegedRoleAdministrator];

    public static IReadOnlyList<string> For(IEnumerable<PlanItemView> items) =>
        [.. items
            .Where(i => i.Effect is PlanEffect.Create or PlanEffect.Change or PlanEffect.TakeOver or PlanEffect.Remove or PlanEffect.Restore)
            .Select(i => For(i.Step))
            .Aggregate((IEnumerable<string>)Grants, (held, needed) => held.Intersect(needed))];

    public static IReadOnlyList<string> For(StepKey step) => step switch
    {
        StepKey.Consent or StepKey.RemoveConsent => Grants,
        StepKey.SignIn or StepKey.RemovePolicy => SignIn,
        _ => Applications,
    };
}
