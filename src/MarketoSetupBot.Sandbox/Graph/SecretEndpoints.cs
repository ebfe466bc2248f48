using System.Text.Json.Nodes;
using System.Xml;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Graph;

/// <summary><c>addPassword</c> and <c>removePassword</c>. The value of a secret leaves here once.</summary>
internal static class SecretEndpoints
{
    public static void MapSecrets(this IEndpointRouteBuilder applications)
    {
        applications.MapPost("/{key}/addPassword", AddAsync);
        applications.MapPost("/{key}/removePassword", RemoveAsync);
    }

    private static async Task<IResult> AddAsync(string key, HttpContext context, Tenant tenant, GraphCaller caller)
    {
        var body = await GraphBody.ReadAsync(context.Request) ?? [];
        var now = tenant.Clock.GetUtcNow();
        var secret = ContosoSecrets.Random();
        var fresh = new PasswordCredential { KeyId = Guid.NewGuid(), StartDateTime = now, EndDateTime = now.AddYears(2), Hint = secret[..3] };
        if (GraphBody.Apply(fresh, body["passwordCredential"] as JsonObject ?? [], ["keyId", "hint", "secretText", "customKeyIdentifier"], out var credential) is { } unreadable) return unreadable;
        lock (tenant.Gate)
        {
            if (ApplicationEndpoints.Find(tenant, key) is not { } app || !tenant.Replication.HasArrived(app.Id)) return GraphProblem.NotFound(ObjectKey.Parse(key));
            if (!caller.MayWrite(app)) return GraphProblem.Denied;
            if (Forbidden(tenant.AppManagement, app, credential, now) is { } refused) return refused;
            tenant.Remember(credential.KeyId, secret);
            tenant.Applications[app.Id] = app with { PasswordCredentials = [.. app.PasswordCredentials, credential] };
            return GraphAnswer.Entity(context, "microsoft.graph.passwordCredential", credential with { SecretText = secret }, singleton: true);
        }
    }

    private static async Task<IResult> RemoveAsync(string key, HttpContext context, Tenant tenant, GraphCaller caller)
    {
        if (await GraphBody.ReadAsync(context.Request) is not { } body || !Guid.TryParse(body["keyId"]?.ToString(), out var keyId)) return GraphProblem.Bad("Property 'keyId' is required.");
        lock (tenant.Gate)
        {
            if (ApplicationEndpoints.Find(tenant, key) is not { } app) return GraphProblem.NotFound(ObjectKey.Parse(key));
            if (!caller.MayWrite(app)) return GraphProblem.Denied;
            if (app.PasswordCredentials.All(one => one.KeyId != keyId)) return GraphProblem.Bad($"No password credential found with keyId '{keyId}'.");
            tenant.Forget(keyId);
            tenant.Applications[app.Id] = app with { PasswordCredentials = [.. app.PasswordCredentials.Where(one => one.KeyId != keyId)] };
            return Results.NoContent();
        }
    }

    private static GraphProblem? Forbidden(AppManagementPolicy policy, Application app, PasswordCredential credential, DateTimeOffset now)
    {
        if (credential.EndDateTime <= (credential.StartDateTime ?? now) || credential.EndDateTime <= now) return GraphProblem.Bad("The end date of the credential must be later than its start date and than now.");
        if (!policy.IsEnabled) return null;
        var rules = policy.ApplicationRestrictions.PasswordCredentials
            .Where(rule => rule.State == "enabled" && (rule.RestrictForAppsCreatedAfterDateTime is not { } from || app.CreatedDateTime > from)).ToArray();
        if (rules.Any(rule => rule.RestrictionType == "passwordAddition"))
            return new GraphProblem(400, "CredentialTypeNotAllowedAsPerAppPolicy", "Credential type not allowed as per assigned policy.");
        return rules.Any(rule => rule is { RestrictionType: "passwordLifetime", MaxLifetime: { } longest } && credential.EndDateTime - (credential.StartDateTime ?? now) > XmlConvert.ToTimeSpan(longest))
            ? new GraphProblem(400, "CredentialInvalidLifetimeAsPerAppPolicy", "Credential lifetime exceeds the max value allowed as per assigned policy.")
            : null;
    }
}
