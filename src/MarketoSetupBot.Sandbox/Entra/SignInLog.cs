using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Entra;

/// <summary>Writes what people did at the token endpoint. Application sign-ins are kept in another log, which v1.0 of Graph does not show.</summary>
public sealed class SignInLog(Tenant tenant)
{
    /// <summary>The caller holds the tenant's gate.</summary>
    public void Write(TokenRequest request, Application app, Resource resource, string userName, User? user, Refusal? refusal) => tenant.SignIns.Add(new SignIn
    {
        Id = Guid.NewGuid(),
        CreatedDateTime = tenant.Clock.GetUtcNow(),
        UserId = user?.Id,
        UserDisplayName = user?.DisplayName,
        UserPrincipalName = user?.UserPrincipalName ?? userName,
        AppId = app.AppId,
        AppDisplayName = app.DisplayName,
        IpAddress = request.IpAddress,
        ClientAppUsed = "Mobile Apps and Desktop clients",
        CorrelationId = request.CorrelationId,
        ConditionalAccessStatus = refusal is { Policies.Count: > 0 } ? "failure" : tenant.ConditionalAccess.Count > 0 && refusal is null ? "success" : "notApplied",
        AppliedConditionalAccessPolicies = refusal?.Policies ?? [],
        ResourceDisplayName = resource.Principal.DisplayName,
        ResourceId = resource.Principal.AppId,
        Status = new SignInStatus(refusal?.Code ?? 0, refusal?.Text ?? "Other.", null),
    });
}
