using MarketoSetupBot.Sandbox.World;
using static MarketoSetupBot.Sandbox.World.GraphPermissions;

namespace MarketoSetupBot.Sandbox.Graph;

/// <summary>The organisation's rules, for reading; the control API changes them.</summary>
internal static class PolicyEndpoints
{
    public static void MapPolicies(this IEndpointRouteBuilder graph)
    {
        graph.MapGet("/policies/defaultAppManagementPolicy", (HttpContext context, Tenant tenant) => tenant.Locked<IResult>(() =>
            GraphAnswer.Entity(context, "policies/defaultAppManagementPolicy", tenant.AppManagement))).Needs(PolicyRead);
        graph.MapGet("/policies/identitySecurityDefaultsEnforcementPolicy", (HttpContext context, Tenant tenant) => tenant.Locked<IResult>(() =>
            GraphAnswer.Entity(context, "policies/identitySecurityDefaultsEnforcementPolicy", tenant.SecurityDefaults))).Needs(PolicyRead);
        graph.MapGet("/identity/conditionalAccess/policies", (HttpContext context, Tenant tenant) => tenant.Locked<IResult>(() =>
            GraphAnswer.Collection(context, "identity/conditionalAccess/policies", tenant.ConditionalAccess.Values, advanced: false))).Needs(PolicyRead, PolicyConditionalAccess);
        graph.MapGet("/identity/conditionalAccess/policies/{id}", (string id, HttpContext context, Tenant tenant) => tenant.Locked<IResult>(() =>
            tenant.ConditionalAccess.TryGetValue(id, out var policy) ? GraphAnswer.Entity(context, "identity/conditionalAccess/policies", policy) : GraphProblem.NotFound(id))).Needs(PolicyRead, PolicyConditionalAccess);
        var logs = graph.MapGroup("/auditLogs").Needs(AuditLogRead).NeedsPremium();
        logs.MapGet("/signIns", (HttpContext context, Tenant tenant) => tenant.Locked<IResult>(() =>
            GraphAnswer.Collection(context, "auditLogs/signIns", tenant.SignIns.AsEnumerable().Reverse(), advanced: false, pageSize: 1000)));
        logs.MapGet("/directoryAudits", (HttpContext context, Tenant tenant) => tenant.Locked<IResult>(() =>
            GraphAnswer.Collection(context, "auditLogs/directoryAudits", tenant.DirectoryAudits.AsEnumerable().Reverse(), advanced: false, pageSize: 1000)));
    }

    /// <summary>The logs belong to Entra ID P1; without that licence Graph refuses whoever asks.</summary>
    private static TBuilder NeedsPremium<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder =>
        routes.AddEndpointFilter(async (invocation, next) => invocation.HttpContext.RequestServices.GetRequiredService<Tenant>().Premium
            ? await next(invocation)
            : new GraphProblem(403, "Authentication_RequestFromNonPremiumTenantOrB2CTenant", "Neither tenant is B2C or tenant doesn't have premium license"));
}
