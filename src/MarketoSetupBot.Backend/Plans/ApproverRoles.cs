using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Plans;

/// <summary>Which Entra roles could do by hand what the plan does: an approver must hold one that covers all of it.</summary>
internal static class ApproverRoles
{
    private static readonly string[] Applications =
        [EntraRoles.GlobalAdministrator, EntraRoles.ApplicationAdministrator, EntraRoles.CloudApplicationAdministrator];

    public static IReadOnlyList<string> For(IEnumerable<PlanItemView> items) =>
        [.. items
            .Where(i => i.Effect is PlanEffect.Create or PlanEffect.Change)
            .Select(i => i.Step is StepKey.Consent ? [.. Applications, EntraRoles.PrivilegedRoleAdministrator] : Applications)
            .Aggregate((IEnumerable<string>)[.. Applications, EntraRoles.PrivilegedRoleAdministrator], (held, needed) => held.Intersect(needed))];
}
