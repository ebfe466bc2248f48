using System.Globalization;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Plans;

/// <summary>What will be created, changed or kept, step by step, with the Graph calls behind it.</summary>
internal sealed class PlanItems(Connection connection, DetailsView details, Findings found, DateTimeOffset now)
{
    private const string Graph = "/v1.0";

    /// <param name="secretLifetimeDays">After the tenant's limit.</param>
    public IReadOnlyList<PlanItemView> All(int secretLifetimeDays) =>
        details.Method is AuthenticationMethod.ServerToServer
            ? [Application(), ServicePrincipal(), ApplicationUser(), Secret(secretLifetimeDays), Acts(PhraseCodes.MarketoSwitchByHand)]
            : [Application(), ServicePrincipal(), Permission(), SignIn(), Consent(), Secret(secretLifetimeDays), Acts(PhraseCodes.MarketoActsByHand)];

    private PlanItemView ApplicationUser() =>
        new(StepKey.ApplicationUser, PlanEffect.ByHand, new Phrase(PhraseCodes.ApplicationUserByHand, ("email", details.SyncUser)), []);

    private PlanItemView Application()
    {
        var byKey = $"{Graph}/applications(uniqueName='{connection.ApplicationKey}')";
        if (found.Application.Value is not { } app)
            return new(StepKey.Application, PlanEffect.Create, new Phrase(PhraseCodes.AppWillBeCreated, ("app", details.AppName)), ["GET " + byKey, "PATCH " + byKey]);
        var byId = $"{Graph}/applications/{app.Id}";
        if (connection.ApplicationObjectId is null && details.ExistingClientId is not null)
            return new(StepKey.Application, PlanEffect.TakeOver,
                new Phrase(PhraseCodes.AppWillBeTakenOver, ("app", app.DisplayName ?? ""), ("clientId", app.AppId ?? "")), ["GET " + byId, "PATCH " + byId]);
        return app.IsSingleTenant() && !app.IsPublicClient()
            ? new(StepKey.Application, PlanEffect.Keep,
                new Phrase(PhraseCodes.AppFoundOurs, ("app", app.DisplayName ?? ""), ("clientId", app.AppId ?? "")), ["GET " + byId])
            : new(StepKey.Application, PlanEffect.Change, new Phrase(PhraseCodes.AppWillBeCorrected), ["GET " + byId, "PATCH " + byId]);
    }

    private PlanItemView ServicePrincipal()
    {
        var look = $"GET {Graph}/servicePrincipals(appId='{found.Application.Value?.AppId ?? "{appId}"}')";
        return found.ServicePrincipal.Value is null
            ? new(StepKey.ServicePrincipal, PlanEffect.Create, new Phrase(PhraseCodes.ServicePrincipalWillBeCreated), [look, $"POST {Graph}/servicePrincipals"])
            : new(StepKey.ServicePrincipal, PlanEffect.Keep, new Phrase(PhraseCodes.ServicePrincipalFound), [look]);
    }

    private PlanItemView Permission()
    {
        var app = found.Application.Value;
        var path = $"{Graph}/applications/{app?.Id ?? "{id}"}";
        string[] look = ["GET " + path, $"GET {Graph}/servicePrincipals(appId='{DynamicsCrm.AppId}')"];
        if (app is not null && found.Dynamics.Value is { } dynamics && app.Declares(dynamics))
            return new(StepKey.Permission, PlanEffect.Keep, new Phrase(PhraseCodes.PermissionFound), look);
        return new(StepKey.Permission, app is null ? PlanEffect.Create : PlanEffect.Change, new Phrase(PhraseCodes.PermissionWillBeAdded), [.. look, "PATCH " + path]);
    }

    private PlanItemView SignIn()
    {
        var name = TenantFacts.DomainOf(details.SyncUser);
        string[] look = [$"GET {Graph}/domains"];
        if (!found.Domains.Known)
            return new(StepKey.SignIn, PlanEffect.Keep, new Phrase(PhraseCodes.NotCheckedPermission, ("permission", found.Domains.MissingPermission!)), look);
        return found.Domains.Value!.Named(name) switch
        {
            null => new(StepKey.SignIn, PlanEffect.ByHand, new Phrase(PhraseCodes.BlockedDomainUnknown, ("domain", name)), look),
            var domain when domain.IsFederated() && details.CloudPasswords => Policy(look),
            var domain when domain.IsFederated() => new(StepKey.SignIn, PlanEffect.ByHand, new Phrase(PhraseCodes.BlockedFederated, ("domain", name)), look),
            _ => new(StepKey.SignIn, PlanEffect.Keep, new Phrase(PhraseCodes.DomainManaged, ("domain", name)), look),
        };
    }

    private PlanItemView Policy(string[] look)
    {
        const string Policies = Graph + "/policies/homeRealmDiscoveryPolicies";
        var assigned = $"{Graph}/servicePrincipals/{found.ServicePrincipal.Value?.Id ?? "{id}"}/homeRealmDiscoveryPolicies";
        var app = ("app", found.Application.Value?.DisplayName ?? details.AppName);
        string[] looks = [.. look, "GET " + assigned, "GET " + Policies];
        return found.AssignedPolicy.Value switch
        {
            { } policy when policy.ServesTheSync() => new(StepKey.SignIn, PlanEffect.Keep, new Phrase(PhraseCodes.PolicyFound), [.. look, "GET " + assigned]),
            { } policy when policy.Id != connection.PolicyId && policy.Description != connection.ApplicationKey =>
                new(StepKey.SignIn, PlanEffect.Change, new Phrase(PhraseCodes.PolicyWillTakeOver, app, ("policy", policy.DisplayName ?? policy.Id ?? "")),
                    [.. looks, "POST " + Policies, $"DELETE {assigned}/{policy.Id}/$ref", $"POST {assigned}/$ref"]),
            _ => new(StepKey.SignIn, PlanEffect.Create, new Phrase(PhraseCodes.PolicyWillBeCreated, app), [.. looks, "POST " + Policies, $"POST {assigned}/$ref"]),
        };
    }

    private PlanItemView Consent()
    {
        const string Path = Graph + "/oauth2PermissionGrants";
        return found.Grant switch
        {
            null => new(StepKey.Consent, PlanEffect.Create, found.Breadth is ConsentBreadth.SyncUserOnly
                ? new Phrase(PhraseCodes.ConsentWillBeGrantedForUser, ("user", details.SyncUser))
                : new Phrase(PhraseCodes.ConsentWillBeGranted), ["GET " + Path, "POST " + Path]),
            var grant when grant.AllowsSync() => new(StepKey.Consent, PlanEffect.Keep, new Phrase(PhraseCodes.ConsentFound), ["GET " + Path]),
            var grant => new(StepKey.Consent, PlanEffect.Change, new Phrase(PhraseCodes.ConsentWillBeExtended), ["GET " + Path, $"PATCH {Path}/{grant.Id}"]),
        };
    }

    private PlanItemView Secret(int days)
    {
        string[] calls = [$"POST {Graph}/applications/{found.Application.Value?.Id ?? "{id}"}/addPassword"];
        var present = (found.Application.Value?.PasswordCredentials ?? []).Select(c => c.KeyId).ToHashSet();
        var valid = connection.Secrets
            .Where(s => s.IsOut)
            .Where(s => s.ExpiresAt > now && present.Contains(s.KeyId))
            .Max(s => s.ExpiresAt);
        return new(StepKey.Secret, PlanEffect.Create, valid is { } until
            ? new Phrase(PhraseCodes.SecretBesideExisting, ("recipient", details.Recipient.Name), ("expires", Instant(until)))
            : new Phrase(PhraseCodes.SecretAtCollect, ("recipient", details.Recipient.Name), ("days", days.ToString(CultureInfo.InvariantCulture)),
                ("expires", Instant(now.AddDays(days)))), calls);
    }

    private static PlanItemView Acts(string says) => new(StepKey.DisableSync, PlanEffect.ByHand, new Phrase(says), []);

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
