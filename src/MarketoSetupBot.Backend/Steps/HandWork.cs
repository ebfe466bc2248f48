using System.Globalization;
using System.Text;
using MarketoSetupBot.Backend.Checks;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Steps;

/// <summary>What an administrator does by hand where the backend may not: which act, where, and with what to copy.</summary>
internal sealed class HandWork(Portal portal)
{
    private const string GraphExplorer = "https://developer.microsoft.com/graph/graph-explorer";
    private const string Graph = "https://graph.microsoft.com/v1.0";
    private static readonly Uri PowerPlatform = new("https://admin.powerplatform.microsoft.com/manage/environments");

    private static readonly string[] Applications =
        [EntraRoles.GlobalAdministrator, EntraRoles.ApplicationAdministrator, EntraRoles.CloudApplicationAdministrator];

    private static readonly string[] Consenters = [.. Applications, EntraRoles.PrivilegedRoleAdministrator];

    public HandActView Register(DetailsView details, string permission) => new()
    {
        Code = HandActs.RegisterApplication,
        Copy = Pairs(("name", details.AppName)),
        Portal = portal.Applications,
        Permission = permission,
        Roles = Applications,
        Asks = HandAnswers.ClientId,
    };

    public HandActView Correct(Connection connection, string permission) =>
        Of(HandActs.CorrectApplication, connection, permission, portal.Authentication(connection.ClientId!));

    public HandActView ServicePrincipal(Connection connection, string permission) =>
        Of(HandActs.CreateServicePrincipal, connection, permission, portal.Overview(connection.ClientId!));

    public HandActView Permission(Connection connection, string permission) =>
        Of(HandActs.DeclarePermission, connection, permission, portal.Permissions(connection.ClientId!));

    public HandActView Consent(Connection connection, string permission) =>
        Of(HandActs.GrantConsent, connection, permission, portal.Permissions(connection.ClientId!)) with { Roles = Consenters };

    /// <summary>The portal grants to everybody or to oneself; for one other user there is only Graph itself.</summary>
    public static HandActView ConsentFor(Connection connection, string client, string resource, string user, string permission)
    {
        var body = $$"""{"clientId":"{{client}}","consentType":"Principal","principalId":"{{user}}","resourceId":"{{resource}}","scope":"{{DynamicsCrm.Scope}}"}""";
        return new()
        {
            Code = HandActs.GrantConsentForUser,
            Values = Pairs(("app", connection.ApplicationName ?? "")),
            Copy = Pairs(("address", $"{Graph}/oauth2PermissionGrants"), ("body", body)),
            Portal = Explorer("oauth2PermissionGrants", body),
            Permission = permission,
            Roles = Consenters,
        };
    }

    /// <summary>No portal has a page for home realm discovery policies.</summary>
    public static HandActView CloudPasswords(Connection connection, string definition, string servicePrincipal, string permission)
    {
        var body = System.Text.Json.JsonSerializer.Serialize(new { definition = new[] { definition }, displayName = "Marketo sync: cloud password validation", isOrganizationDefault = false });
        return new()
        {
            Code = HandActs.AllowCloudPasswords,
            Values = Pairs(("app", connection.ApplicationName ?? "")),
            Copy = Pairs(
                ("address", $"{Graph}/policies/homeRealmDiscoveryPolicies"), ("body", body),
                ("address2", $"{Graph}/servicePrincipals/{servicePrincipal}/homeRealmDiscoveryPolicies/$ref"),
                ("body2", $$"""{"@odata.id":"{{Graph}}/policies/homeRealmDiscoveryPolicies/ID"}""")),
            Portal = Explorer("policies/homeRealmDiscoveryPolicies", body),
            Permission = permission,
            Roles = [EntraRoles.GlobalAdministrator, EntraRoles.ApplicationAdministrator],
        };
    }

    /// <summary>Portals add people as owners only; the backend's own service principal goes in through Graph. It has the permission for what it owns, so it lacks none.</summary>
    public static HandActView Owner(Microsoft.Graph.Models.Application app, string backend)
    {
        var body = $$"""{"@odata.id":"{{Graph}}/directoryObjects/{{backend}}"}""";
        var path = $"applications/{app.Id}/owners/$ref";
        return new()
        {
            Code = HandActs.AddOwner,
            Values = Pairs(("app", app.DisplayName ?? "")),
            Copy = Pairs(("address", $"{Graph}/{path}"), ("body", body)),
            Portal = Explorer(path, body),
            Roles = Applications,
        };
    }

    /// <summary>Always by hand: what Graph permits says nothing in Dynamics.</summary>
    /// <param name="asks">Its e-mail address has to be typed, because it cannot be read.</param>
    public static HandActView ApplicationUser(StepContext context, bool asks) => new()
    {
        Code = HandActs.ApplicationUser,
        Values = Pairs(("app", context.Connection.ApplicationName ?? ""), ("host", context.Connection.OrganisationHost)),
        Copy = Pairs(("client-id", context.Connection.ClientId ?? ""), ("email", context.Details.SyncUser)),
        Portal = PowerPlatform,
        Roles = [EntraRoles.GlobalAdministrator, EntraRoles.PowerPlatformAdministrator],
        Asks = asks ? HandAnswers.Email : null,
    };

    /// <summary>Its value goes from the portal into Marketo, by whoever makes it: it never passes through here.</summary>
    /// <param name="ends">As was approved.</param>
    public HandActView Secret(Connection connection, DetailsView details, DateTimeOffset ends, string permission) => new()
    {
        Code = HandActs.MakeSecret,
        Values = Pairs(("app", connection.ApplicationName ?? ""), ("recipient", details.Recipient.Name)),
        Copy = Pairs(("description", details.SecretDescription), ("end", ends.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        Portal = portal.Credentials(connection.ClientId!),
        Permission = permission,
        Roles = Applications,
    };

    private static HandActView Of(string code, Connection connection, string permission, Uri page) => new()
    {
        Code = code,
        Values = Pairs(("app", connection.ApplicationName ?? ""), ("clientId", connection.ClientId ?? "")),
        Portal = page,
        Permission = permission,
        Roles = Applications,
    };

    /// <summary>Graph Explorer with the call filled in; whoever opens it signs in as themselves and presses Run query.</summary>
    private static Uri Explorer(string path, string body) => new(
        $"{GraphExplorer}?request={Uri.EscapeDataString(path)}&method=POST&version=v1.0&GraphUrl=https://graph.microsoft.com&requestBody={Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(body)))}");

    private static Dictionary<string, string> Pairs(params (string Name, string Value)[] pairs) => pairs.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
}
